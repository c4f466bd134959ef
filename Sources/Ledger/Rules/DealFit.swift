internal import Finance
internal import SQLite

/// How the tranches of deals fit what these are said to amount to.
struct DealFit {
  /// The undivided rests, by their keys.
  private let rests: [String: AmountColumns]
  private let excess: [Finding]

  /// - Parameter deals: Their keys.
  init(of deals: Set<String>, in transaction: borrowing Transaction) throws {
    var rests: [String: AmountColumns] = [:]
    for deal in deals {
      let key = Remainders.remainderKey(of: deal)
      rests[key] = try TrancheRepository().find(key, in: transaction)?.amount
    }
    self.rests = rests
    let subjects = Set(deals.map { "deal \($0)" })
    let accepted = try AcceptedFindings.all(in: transaction)
    excess = try TrancheSums.findings(in: transaction)
      .filter { subjects.contains($0.subject) && accepted[$0] == nil }
  }

  /// What there is to tell of them after a change.
  func news(since before: DealFit) -> [String] {
    var lines: [String] = []
    for key in Set(rests.keys).union(before.rests.keys).sorted() {
      let (old, new) = (before.rests[key], rests[key])
      if old == new { continue }
      lines.append(
        new.map { "\(key) is now \($0.text), what the tranches leave of the stated amount" }
          ?? "\(key) is gone: the tranches leave nothing of the stated amount")
    }
    return lines
      + excess.map {
        "\($0.subject): \($0.problem); say the new one, deals claim add "
          + "\($0.subject.dropFirst("deal ".count)).amount '…' --stance preferred, or "
          + "deals check accept '\($0.check): \($0.subject)' --because '…'"
      }
  }
}
