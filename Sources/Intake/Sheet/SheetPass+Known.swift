import Finance
import Ledger
import SQLite
import Tabular

extension SheetPass {
  /// Holds a line about a deal of the ledger against what is there: what it says otherwise is a
  /// change, what it says more is added.
  func change(
    _ record: borrowing DelimitedRecord, _ line: BulkLine, deal: SheetDealKey,
    in transaction: borrowing Transaction
  ) throws {
  }
}
