import Ledger
import SQLite

/// A ledger in a line.
enum LedgerWords {
  /// Its hash, and how much it holds: `ledger c20a7c493a37, 151 deals, 85 contracts, 858 claims`.
  static func contents(_ connection: borrowing Connection) throws -> String {
    guard try Migrator.pending(in: connection).isEmpty else {
      return "a ledger of an older program"
    }
    let size = try LedgerSize(connection)
    let hash = try LedgerHash.current(in: connection)?.short ?? "none"
    return "ledger \(hash), \(size.deals) deals, \(size.contracts) contracts, \(size.claims) claims"
  }
}
