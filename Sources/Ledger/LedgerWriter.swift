public import SQLite

/// Saves records of every kind in one open run, then settles what follows from them.
public struct LedgerWriter: Sendable {
  public let run: ImportRun
  /// What was done so far.
  public private(set) var counts = ImportRun.Counts()
  private var deals: Set<String> = []
  private var links: [String] = []

  public init(run: ImportRun) {
    self.run = run
  }

  /// Saves one record.
  ///
  /// - Parameter fillingOnly: only fill what the stored record lacks.
  public mutating func save(
    _ record: any Record, fillingOnly: Bool = false, in transaction: borrowing Transaction
  ) throws {
    let change = try Self.save(record, fillingOnly: fillingOnly, run: run.id, in: transaction)
    counts.note(change)
    switch record {
    case let deal as Deal: deals.insert(deal.key)
    case let tranche as Tranche: deals.insert(tranche.deal)
    case let claim as Claim where claim.recordKind == "deal": deals.insert(claim.record)
    case let link as DealLink:
      links.append(link.key)
      if let umbrella = link.toDeal { deals.insert(umbrella) }
    default: break
    }
  }

  /// Settles remainders, what is counted, and every derived row, and closes the run.
  public mutating func finish(in transaction: borrowing Transaction) throws {
    counts.changed += try CountingOnce.apply(links, in: transaction)
    let remainders = try Remainders.settle(deals.sorted(), run: run.id, in: transaction)
    counts.added += remainders.added
    counts.changed += remainders.changed
    if !counts.changesNothing { try Figures.rebuild(in: transaction) }
    try run.finish(counts, in: transaction)
  }

  private static func save<R: Record>(
    _ record: R, fillingOnly: Bool, run: Int64, in transaction: borrowing Transaction
  ) throws -> Change {
    try Repository<R>().save(record, fillingOnly: fillingOnly, run: run, in: transaction)
  }
}
