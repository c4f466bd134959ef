public import Finance
public import SQLite

/// Saves records of every kind in one open run, then settles what follows from them.
public struct LedgerWriter: Sendable {
  /// The run that is open.
  public let run: ImportRun
  /// What was done so far.
  public private(set) var counts = ImportRun.Counts()
  private var deals: Set<String> = []
  private var links: [String] = []

  /// One with what is given.
  public init(run: ImportRun) {
    self.run = run
  }

  /// Saves one record.
  ///
  /// - Parameter fillingOnly: only fill what the stored record lacks.
  public mutating func save(
    _ record: any Record, fillingOnly: Bool = false, in transaction: borrowing Transaction
  ) throws {
    if let claim = record as? Claim { try makeWay(for: claim, in: transaction) }
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

  /// Saves an exchange rate: units of a currency for one euro.
  public mutating func saveRate(
    currency: String, day: Day, unitsPerEuro: Double, source: String,
    in transaction: borrowing Transaction
  ) throws {
    let held = try transaction.value(
      "SELECT units_per_euro FROM fx_rate WHERE currency = ? AND published_on = ?",
      [currency, day], as: Double.self)
    if held == unitsPerEuro {
      counts.note(.same)
      return
    }
    try transaction.run(
      """
      INSERT INTO fx_rate (currency, published_on, units_per_euro, source_id, run_id)
      VALUES (?, ?, ?, (SELECT id FROM source WHERE key = ?), ?)
      ON CONFLICT (currency, published_on) DO UPDATE SET units_per_euro = excluded.units_per_euro
      """, [currency, day, unitsPerEuro, source, run.id])
    counts.note(held == nil ? .added : .changed)
  }

  /// Of the claims on one attribute one is preferred: the newest to be called so.
  private func makeWay(for claim: Claim, in transaction: borrowing Transaction) throws {
    guard claim.stance == "preferred", RecordTables.all.contains(claim.recordKind) else { return }
    try transaction.run(
      """
      UPDATE claim SET stance = 'alternative'
      WHERE record_table = ?1 AND attribute = ?3 AND stance = 'preferred' AND key <> ?4
        AND record_id = (SELECT id FROM \(claim.recordKind) WHERE key = ?2)
      """, [claim.recordKind, claim.record, claim.attribute, claim.key])
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
