import TestSupport
import Testing

/// Pages of Docs that say what the shipped ledger holds. `UPDATE_GOLDEN=1` writes them.
@Suite struct PageTests {
  @Test func `the page of the file is what its dictionary says`() throws {
    try RepositoryFile.expect(SchemaPage.text(in: ShippedLedger.reading()), at: "Docs/Schema.md")
  }

  @Test func `the page of queries is what their headers say`() throws {
    try RepositoryFile.expect(QueriesPage.text(in: ShippedLedger.reading()), at: "Docs/Queries.md")
  }
}
