import Intake
import Ledger

/// What an import did, in words.
enum ImportWords {
  /// How many changes and names are told one by one.
  private static let mostListed = 20

  static func lines(
    read: String, _ counts: ImportRun.Counts, changes: [RecordChange], newParties: [String],
    similar: [SimilarRecord] = [], unfunded: UnfundedDeals? = nil, isDryRun: Bool
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
    if let unfunded, unfunded.count > 0 { lines.append(words(unfunded)) }
    return (lines + [text]).joined(separator: "\n")
  }

  /// How much was read, and how much of it refused.
  static func read(_ count: Int, _ one: String, refused: Int) -> String {
    let words = "\(count) \(one)\(count == 1 ? "" : "s") read"
    if refused == 0 { return words }
    return words + (refused == count ? ", none of them taken" : ", \(refused) of them refused")
  }

  /// What keeps closed deals out of totals, and how to say it.
  private static func words(_ unfunded: UnfundedDeals) -> String {
    let more = unfunded.count - unfunded.first.count
    let keys = unfunded.first.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let count = unfunded.count == 1 ? "1 closed deal says" : "\(unfunded.count) closed deals say"
    return "\(count) nothing of funding, so what is funded counts without: \(keys); say it with "
      + "“funding”: drawn, partly_drawn, committed or none"
  }

  /// Records that look like ones on file, and how to say what they are.
  private static func likenesses(_ similar: [SimilarRecord]) -> [String] {
    guard let first = similar.first else { return [] }
    var lines = similar.prefix(mostListed).map { "similar: \($0)" }
    if similar.count > mostListed {
      lines.append("… and \(similar.count - mostListed) similar records more")
    }
    if let record = similar.first(where: { $0.kind != "tranche" }) {
      lines.append("say what they are: \(record.advice)")
    } else {
      lines.append("say which it is by its key: \"key\": \"\(first.other)\"")
    }
    return lines
  }
}
