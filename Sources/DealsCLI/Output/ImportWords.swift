import Ledger

/// What an import did, in words.
enum ImportWords {
  /// How many changes and names are told one by one.
  private static let mostListed = 20

  static func lines(
    read: String, _ counts: ImportRun.Counts, changes: [RecordChange], newParties: [String],
    isDryRun: Bool
  ) -> String {
    var lines = changes.prefix(mostListed).map { "\($0)" }
    if changes.count > mostListed {
      lines.append("… and \(changes.count - mostListed) changes more")
    }
    guard !counts.changesNothing else {
      return counts.same == 0
        ? "\(read); nothing to do"
        : "\(read); nothing to do, all \(counts.same) records are there"
    }
    var text =
      "\(read): \(counts.added) records "
      + "\(isDryRun ? "would be " : "")added, \(counts.changed) changed, \(counts.same) left alone"
    if !newParties.isEmpty {
      let listed = newParties.prefix(mostListed).joined(separator: ", ")
      let more = newParties.count - mostListed
      text += "; new parties: \(listed)" + (more > 0 ? " and \(more) more" : "")
    }
    return (lines + [text]).joined(separator: "\n")
  }
}
