import Intake
import Ledger
import SQLite
import TestSupport
import Testing

@Suite struct SavedQueryTests {
  private static let text = """
    -- title: Tranches of an instrument
    -- definition: Counted tranches,
    --   by their instrument.
    -- parameter: instrument text; a code of the list; default bond
    -- parameter: as_of
    -- column: instrument text; what it is
    -- column: tranches count; how many
    --   there are
    -- chart: bar instrument tranches
    -- A line without the colon is a remark.
    WITH parameter AS (SELECT coalesce(:instrument, 'bond') AS instrument, :as_of AS as_of)
    -- title: not of the header any more
    SELECT parameter.instrument, COUNT(*) AS tranches FROM parameter
    """

  @Test func `a header tells title, definition, parameters, columns and chart`() throws {
    let query = try SavedQuery(name: "by-instrument", sql: Self.text, isShipped: false)
    #expect(query.name == "by-instrument")
    #expect(query.title == "Tranches of an instrument")
    #expect(query.definition == "Counted tranches, by their instrument.")
    #expect(query.parameters.map(\.name) == ["instrument", "as_of"])
    #expect(query.parameters.map(\.type) == ["text", "text"])
    #expect(query.parameters.map(\.help) == ["a code of the list; default bond", ""])
    #expect(query.columns.map(\.name) == ["instrument", "tranches"])
    #expect(query.columns.map(\.unit) == ["text", "count"])
    #expect(query.columns.map(\.meaning) == ["what it is", "how many there are"])
    #expect(query.chart == "bar instrument tranches")
    #expect(query.sql == Self.text)
    #expect(!query.isShipped)
  }

  /// A header that lacks something; what is said.
  @Test(arguments: [
    ("SELECT 1", "query q: its header lacks '-- title: …'"),
    ("-- definition: x\nSELECT 1", "query q: its header lacks '-- title: …'"),
    ("-- title: x\nSELECT 1", "query q: its header lacks '-- definition: …'"),
    ("-- title: x\nSELECT 1\n-- definition: x", "query q: its header lacks '-- definition: …'"),
  ])
  func `a query without title or definition is none`(sql: String, words: String) {
    let error = #expect(throws: LedgerError.self) { try SavedQuery(name: "q", sql: sql) }
    #expect(error?.description == words)
  }

  @Test func `a query is found by name, a near one is named`() throws {
    let connection = try ShippedLedger.reading(.none)
    #expect(try SavedQueries.find("junk-bond-share", in: connection).isShipped)
    let error = #expect(throws: LedgerError.self) {
      try SavedQueries.find("bond-shares", in: connection)
    }
    #expect(
      error?.description == "no saved query 'bond-shares'; did you mean junk-bond-share?")
    let none = #expect(throws: LedgerError.self) { try SavedQueries.find("x", in: connection) }
    #expect(none?.description == "no saved query 'x'; `deals query` lists them")
  }

  @Test func `queries of your own stay when the shipped ones are brought up to date`() throws {
    var connection = try LedgerFile.inMemory()
    try connection.transaction { transaction in
      try SavedQueries.writeShipped(in: transaction)
      try transaction.run(
        "INSERT INTO saved_query (name, title, sql, origin) VALUES ('mine', 'x', ?, 'yours')",
        [Self.text])
      try transaction.run("UPDATE saved_query SET sql = 'old' WHERE name = 'contradictions'")
      try transaction.run(
        "INSERT INTO saved_query (name, title, sql, origin) VALUES ('dropped', 'x', 'y', 'shipped')"
      )
      try SavedQueries.writeShipped(in: transaction)
    }
    let queries = try SavedQueries.all(in: connection)
    #expect(queries.filter { !$0.isShipped }.map(\.name) == ["mine"])
    #expect(queries.map(\.name).contains("contradictions"))
    #expect(!queries.map(\.name).contains("dropped"))
    #expect(queries.map(\.name) == queries.map(\.name).sorted())
  }

  @Test(arguments: ["Junk", "junk_bond", "junk bond", ""]) func `names are in kebab case`(
    name: String
  ) throws {
    let connection = try LedgerFile.inMemory()
    #expect(throws: SQLiteError.self) {
      try connection.run(
        "INSERT INTO saved_query (name, title, sql, origin) VALUES (?, 'x', 'y', 'yours')", [name])
    }
  }
}
