import Foundation
import Intake
import Ledger
import Reporting
import SQLite
import TestSupport
import Testing

/// Where a result comes from, as it goes along with the result.
@Suite(.temporaryDirectory) struct OriginTests {
  private static func origin(
    _ name: String, _ values: [String: String] = [:], in ledger: borrowing Connection
  ) throws -> ResultOrigin {
    let query = try SavedQueries.find(name, in: ledger)
    return try origin(of: Question(query, values: values, in: ledger), in: ledger)
  }

  private static func origin(
    of question: Question, in ledger: borrowing Connection
  ) throws -> ResultOrigin {
    let result = try QueryRunner.answer(to: question, in: ledger)
    return try ResultOrigin(
      of: question, columns: result.columns.map(\.name),
      tally: ResultTally(of: result, described: question.query?.columns ?? []),
      stamp: LedgerStamp(path: "folder/deals.sqlite", in: ledger), in: ledger)
  }

  @Test(
    arguments: [
      // What is given, and what then holds with whether it was given.
      ([:], "stage", "binding", false),
      (["stage": "funded"], "stage", "funded", true),
      (["stage": "binding"], "stage", "binding", true),
      ([:], "rating_rule", "second_best", false),
      (["as_of": "2026-06-30"], "as_of", "2026-06-30", true),
      (["stage": "funded"], "currency", "USD", false),
    ] as [([String: String], String, String, Bool)])
  func `each parameter is told with the value that held`(
    given: [String: String], name: String, value: String, isGiven: Bool
  ) throws {
    let origin = try Self.origin("junk-bond-share", given, in: try ShippedLedger.reading())
    let parameter = try #require(origin.parameters.first { $0.name == name })
    #expect(parameter.value == value)
    #expect(parameter.isGiven == isGiven)
  }

  @Test func `every shipped query tells its defaults, but for those that leave nothing out`() throws
  {
    let ledger = try ShippedLedger.reading()
    for query in try SavedQueries.all(in: ledger) {
      let values = query.effectiveValues([:], in: ledger)
      for parameter in query.parameters where values[parameter.name] == nil {
        // All, any, both, or a day that the rest of the query works out.
        let isOpen = ["all", "any", "both", "none,", "a year before", "the day the"].contains {
          parameter.help.contains("default \($0)")
        }
        #expect(isOpen, "\(query.name) \(parameter.name): \(parameter.help)")
      }
    }
  }

  @Test(
    arguments: [
      // Keys in the order of the rows, the titles of their sources, how many were looked at.
      (["stargate-announcement"], "", 0),
      (["article/meta-private-2025"], "Bra idé", 1),
      (["article/meta-private-2025", "article/meta-private-2025"], "Bra idé", 2),
      (["nobody", "", "article/meta-private-2025.amount"], "", 0),
    ] as [([String], String, Int)])
  func `sources are those of the records that keys name`(
    keys: [String], title: String, records: Int
  ) throws {
    let sources = try CitedSources(of: keys, in: try ShippedLedger.reading(.article))
    #expect(sources.records == records)
    #expect(sources.listed.count == (title.isEmpty ? 0 : 1))
    #expect(sources.listed.allSatisfy { $0.title.hasPrefix(title) && $0.grade == "S" })
  }

  @Test func `a list of sources ends at its limit and says how many there are`() throws {
    let ledger = try ShippedLedger.reading()
    let keys = try ledger.query("SELECT key FROM deal ORDER BY key") { try $0(0, as: String.self) }
    let all = try CitedSources(of: keys, in: ledger)
    let some = try CitedSources(of: keys, limit: 10, in: ledger)
    #expect(all.listed.count + all.more > 100)
    #expect(some.listed == Array(all.listed.prefix(10)))
    #expect(some.more == all.listed.count + all.more - 10)
    #expect(Set(all.listed.map(\.key)).count == all.listed.count)
  }

  @Test func `a party counts only where nothing else is named`() throws {
    let ledger = try ShippedLedger.reading()
    let deal = try CitedSources(of: ["oracle-vantage-2025"], in: ledger)
    let both = try CitedSources(of: ["oracle", "oracle-vantage-2025"], in: ledger)
    #expect(deal == both)
    #expect(try CitedSources(of: ["oracle"], in: ledger).records == 1)
  }

  @Test func `an origin as JSON and as Markdown`() throws {
    let ledger = try ShippedLedger.reading(.article)
    let origin = try Self.origin("circular-pairs", ["as_of": "2026-06-30"], in: ledger)
    let text = (origin.json + "\n" + origin.markdown + "\n" + (origin.line ?? "") + "\n")
      .replacing(/[0-9a-f]{64}/, with: "HASH").replacing(/ledger [0-9a-f]{12}/, with: "ledger HASH")
      .replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#, with: "MOMENT")
      .replacing(origin.stamp.askedOn, with: "TODAY")
    try expectGolden(text, "origin")
  }

  @Test func `a statement's columns mean what the dictionary says of what it reads`() throws {
    let ledger = try ShippedLedger.reading(.article)
    let sql = "SELECT deal_key, amount_usd, announced_on, 1 AS one FROM deals"
    let origin = try Self.origin(of: Question(statement: sql), in: ledger)
    #expect(origin.columns.map(\.unit) == [nil, "USD", "day", nil])
    #expect(origin.columns.map { $0.meaning == nil } == [false, false, false, true])
    #expect(origin.query == nil && origin.sql == sql && origin.rows > 5)
    #expect(origin.sources.listed.count == 1)
  }

  @Test func `a result taken row by row tells the same as one taken whole`() throws {
    let ledger = try ShippedLedger.reading()
    let query = try SavedQueries.find("circular-pairs", in: ledger)
    let whole = ResultTally(
      of: try QueryRunner.run(query, values: [:], in: ledger), described: query.columns)
    var tally = ResultTally(columns: [])
    try QueryRunner.forEachRow(of: Question(query, in: ledger), in: ledger) { columns in
      tally = ResultTally(columns: columns.map(\.name), described: query.columns)
    } row: {
      try tally.add($0)
    }
    #expect(tally.rows == whole.rows && tally.keys == whole.keys)
    #expect(tally.coverage == whole.coverage && !tally.keys.isEmpty)
  }
}
