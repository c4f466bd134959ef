import Ledger

/// What an import did, in words.
enum ImportWords {
  /// How many changes and names are told one by one.
  private static let mostListed = 20

  static func lines(
    read: String, _ counts: ImportRun.Counts, changes: [RecordChange], newParties: [String],
    similar: [SimilarRecord] = [], isDryRun: Bool
  ) -> String {
    var lines = changes.prefix(mostListed).map { "\($0)" }
    if changes.count > mostListed {
      lines.append("… and \(changes.count - mostListed) changes more")
    }
    lines += likenesses(similar)
    guard !counts.changesNothing else {
      return counts.same == 0
        ? "\(read); nothing to do"
        : "\(read); nothing to do, all \(counts.same) records are there"
    }
    var text =
      "\(read): \(counts.added) \(counts.added == 1 ? "record" : "records") "
      + "\(isDryRun ? "would be " : "")added, \(counts.changed) changed, \(counts.same) left alone"
    if !newParties.isEmpty {
      let listed = newParties.prefix(mostListed).joined(separator: ", ")
      let more = newParties.count - mostListed
      text += "; new parties: \(listed)" + (more > 0 ? " and \(more) more" : "")
    }
    return (lines + [text]).joined(separator: "\n")
  }

  /// Records that look like ones on file, and how to say what they are.
  private static func likenesses(_ similar: [SimilarRecord]) -> [String] {
    guard let first = similar.first else { return [] }
    var lines = similar.prefix(mostListed).map { "similar: \($0)" }
    if similar.count > mostListed {
      lines.append("… and \(similar.count - mostListed) similar records more")
    }
    if let deal = similar.first(where: { $0.kind == "deal" }) {
      lines.append(
        #"say what they are: {"link": "same_as", "from": "\#(deal.key)", "to": "\#(deal.other)", "#
          + #""sources": […]}, or distinct_from with a reason"#)
    } else {
      lines.append("say which it is by its key: \"key\": \"\(first.other)\"")
    }
    return lines
  }
}
