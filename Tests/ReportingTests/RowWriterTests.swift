import Intake
import Ledger
import Reporting
import SQLite
import TestSupport
import Testing

/// Answers that are written row by row, as they come from the statement.
@Suite struct RowWriterTests {
  private static let statement = """
    SELECT 'a' AS text, 1 AS whole, 0.1 AS broken, NULL AS none, x'00FF' AS bytes
    UNION ALL SELECT '', -9223372036854775808, 1e300, '=1+1', ''
    UNION ALL SELECT 'é, "x"' || char(10), 9223372036854775807, -9e999, ' y ', char(0, 27, 8238)
    UNION ALL SELECT char(65309) || '1', 0, 5e-324, char(92) || '/', 'ソフトバンク 🚀'
    """

  @Test(arguments: [OutputFormat.csv, .tsv, .json, .ndjson])
  func `rows of a statement are written as those of a result are`(format: OutputFormat) throws {
    let ledger = try ShippedLedger.reading(.none)
    let question = Question(statement: Self.statement)
    let whole = try QueryRunner.answer(to: question, in: ledger)
    var writer = try #require(RowWriter(format, columns: whole.columns))
    try QueryRunner.forEachRow(of: question, in: ledger) { _ in
    } row: {
      try writer.add($0)
    }
    writer.end()
    let text = writer.take { String(decoding: $0, as: UTF8.self) }
    #expect(text == format.text(of: whole))
    #expect(writer.take { $0.isEmpty })
  }

  @Test(arguments: [OutputFormat.table, .markdown, .xlsx])
  func `what people read needs all rows first`(format: OutputFormat) {
    #expect(RowWriter(format, columns: [.init(name: "a")]) == nil)
  }

  @Test func `much is handed on in pieces`() throws {
    let ledger = try ShippedLedger.reading(.none)
    let question = Question(
      statement: """
        WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        SELECT i, 'row ' || i AS row FROM n
        """)
    var writer = RowWriter(.csv, columns: [.init(name: "i"), .init(name: "row")])
    var pieces: [Int] = []
    try QueryRunner.forEachRow(of: question, in: ledger) { _ in
    } row: { row in
      try writer?.add(row)
      if writer?.isFull == true { writer?.take { pieces.append($0.count) } }
    }
    #expect(pieces.count == 4)
    #expect(pieces.allSatisfy { $0 < 66_000 })
  }

  @Test func `text that is not UTF-8 is told by its column`() throws {
    let ledger = try ShippedLedger.reading(.none)
    var writer = try #require(RowWriter(.csv, columns: [.init(name: "a"), .init(name: "b")]))
    let error = #expect(throws: SQLiteError.self) {
      try QueryRunner.forEachRow(
        of: Question(statement: "SELECT 1 AS a, CAST(x'66FF' AS TEXT) AS b"), in: ledger
      ) { _ in
      } row: {
        try writer.add($0)
      }
    }
    #expect(error?.reason == .invalidUTF8(column: "b"))
  }

  @Test(arguments: [
    ("SELECT NULL AS a", "a\n\"\"\n"), ("SELECT '' AS a", "a\n\"\"\n"), ("SELECT 1 AS a", "a\n1\n"),
    ("SELECT NULL AS a, NULL AS b", "a,b\n,\n"), ("SELECT 1 AS a, NULL AS b", "a,b\n1,\n"),
    ("SELECT '=x' AS \"=a\"", "'=a\n'=x\n"),
  ])
  func `a row of nothing is still a row`(statement: String, text: String) throws {
    let ledger = try ShippedLedger.reading(.none)
    #expect(OutputFormat.csv.text(of: try QueryRunner.run(statement, in: ledger)) == text)
  }
}
