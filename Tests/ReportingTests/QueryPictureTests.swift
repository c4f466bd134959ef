import Intake
import Ledger
import Reporting
import SQLite
import TestSupport
import Testing

/// Saved queries as pictures.
@Suite(.temporaryDirectory) struct QueryPictureTests {
  private static func picture(
    _ name: String, in ledger: borrowing Connection, hasOrigin: Bool = true
  ) throws -> String {
    let query = try SavedQueries.find(name, in: ledger)
    let known = query.parameters.contains { $0.name == "as_of" }
    let question = try Question(query, values: known ? ["as_of": "2026-06-30"] : [:], in: ledger)
    let result = try QueryRunner.answer(to: question, in: ledger)
    var tally = ResultTally(columns: result.columns.map(\.name), described: query.columns)
    for row in result.rows { tally.add(row) }
    let origin = try ResultOrigin(
      of: question, columns: result.columns.map(\.name), tally: tally,
      stamp: LedgerStamp(path: "deals.sqlite", in: ledger), in: ledger)
    return try QueryPicture.text(of: question, result, origin: hasOrigin ? origin : nil)
  }

  @Test func `every query with a picture has one of the shipped ledger`() throws {
    let ledger = try ShippedLedger.reading()
    var drawn = 0
    for query in try SavedQueries.all(in: ledger) where query.chart != nil {
      let picture = try Self.picture(query.name, in: ledger)
      #expect(picture.hasPrefix("<svg xmlns="), "\(query.name)")
      #expect(picture.contains("<metadata>"), "\(query.name)")
      #expect(!picture.contains("NaN"), "\(query.name)")
      drawn += 1
    }
    #expect(drawn > 15)
  }

  /// Two bars of one name cannot be told apart.
  @Test func `the bars of a picture have names of their own`() throws {
    let ledger = try ShippedLedger.reading()
    for query in try SavedQueries.all(in: ledger) {
      let words = (query.chart ?? "").split(separator: " ").map(String.init)
      guard ["bar", "column"].contains(words.first) else { continue }
      let known = query.parameters.contains { $0.name == "as_of" }
      let result = try QueryRunner.run(
        query, values: known ? ["as_of": "2026-06-30"] : [:], in: ledger)
      func values(_ row: [Value], _ names: [String]) -> [Value] {
        names.compactMap { name in
          result.columns.firstIndex { $0.name == name }.map { row[$0] }
        }
      }
      let drawn = result.rows.filter { row in
        values(row, Array(words.dropFirst(2))).contains { $0 != .null }
      }
      let names = drawn.map { values($0, words[1].split(separator: "+").map(String.init)) }
      let isTwice = names.enumerated().contains { names.prefix($0).contains($1) }
      #expect(!isTwice, "\(query.name): \(words[1])")
    }
  }

  @Test func `a picture says how it was asked and what it rests on`() throws {
    let picture = try Self.picture("junk-bond-share", in: try ShippedLedger.reading())
    #expect(picture.contains("stage binding"))
    #expect(picture.contains("rests on"))
    #expect(picture.contains("investment grade"))
  }

  @Test(arguments: ["contradictions", "deal-sheet"])
  func `a query without a picture is refused with what to do`(name: String) throws {
    let ledger = try ShippedLedger.reading()
    let problem = #expect(throws: PictureProblem.self) {
      _ = try Self.picture(name, in: ledger)
    }
    #expect(problem?.description.contains("such as junk-bond-share") == true)
  }

  @Test func `an empty answer is no picture`() throws {
    let ledger = try ShippedLedger.open(.none)
    #expect(throws: PictureProblem.self) { _ = try Self.picture("issuance-by-issuer", in: ledger) }
  }
}
