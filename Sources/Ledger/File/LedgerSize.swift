public import SQLite

/// How much a ledger holds.
public struct LedgerSize: Sendable, Equatable {
  /// Deals, whether totals count them or not.
  public let deals: Int
  /// Deals that totals count.
  public let counted: Int
  /// Tranches.
  public let tranches: Int
  /// Contracts.
  public let contracts: Int
  /// Statistics and their components.
  public let statistics: Int
  /// Claims.
  public let claims: Int
  /// Sources.
  public let sources: Int

  /// Counts the rows of a ledger.
  public init(_ database: borrowing some Database & ~Copyable) throws {
    func count(_ rows: String) throws -> Int {
      try database.value("SELECT COUNT(*) FROM \(rows)", as: Int.self) ?? 0
    }
    deals = try count("deal")
    counted = try count("deal WHERE counted = 1")
    tranches = try count("tranche")
    contracts = try count("contract")
    statistics = try count("observation")
    claims = try count("claim")
    sources = try count("source")
  }
}
