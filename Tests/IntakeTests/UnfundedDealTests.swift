import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Closed deals of which nobody says whether the money has flowed are counted, and named.
@Suite(.temporaryDirectory) struct UnfundedDealTests {
  private static let header =
    "deal_id,issuer,instrument,currency,amount,signed_on,closed_on,status,funding\n"

  /// A line of a deal sheet, and whether it is told.
  @Test(arguments: [
    ("a,Alder,loan,USD,5,2026-01-05,2026-02-01,,", true),
    ("a,Alder,asset_backed,USD,5,,2026-02-01,closed,", true),
    ("a,Alder,equity,USD,5,2026-01-05,,closed,", true),
    ("a,Alder,loan,USD,5,2026-01-05,2026-02-01,closed,drawn", false),
    // Who says that it is unknown has said something.
    ("a,Alder,loan,USD,5,2026-01-05,2026-02-01,closed,unknown", false),
    // Of a bond that has closed the rule says that it is paid.
    ("a,Alder,bond,USD,5,2026-01-05,2026-02-01,closed,", false),
    ("a,Alder,loan,USD,5,2026-01-05,,signed,", false),
    ("a,Alder,loan,USD,5,2026-01-05,2026-02-01,withdrawn,", false),
  ])
  func `of a sheet`(line: String, isTold: Bool) throws {
    var connection = try Workbench.make()
    let summary = try SheetBench.load(Self.header + line + "\n", &connection)
    #expect(summary.unfunded.first == (isTold ? ["a"] : []))
  }

  @Test func `a deal is told once, and three are named`() throws {
    var connection = try Workbench.make()
    let lines = ["a", "a", "b", "c", "d"].enumerated().map { number, key in
      "\(key),Alder \(key),loan,USD,\(number + 1),,2026-02-01,,\n"
    }
    let sheet = Self.header.replacing("deal_id", with: "tranche,deal_id")
    let named = lines.enumerated().map { "t\($0),\($1)" }.joined()
    let summary = try SheetBench.load(sheet + named, &connection)
    #expect(summary.unfunded.count == 4)
    #expect(summary.unfunded.first == ["a", "b", "c"])
    let again = try SheetBench.load(sheet + named, &connection)
    #expect(again.unfunded.count == 0)
  }

  @Test(arguments: [
    (#""kind": "loan", "closed_on": "2026-02-01""#, 1),
    (#""kind": "loan", "closed_on": "2026-02-01", "funding": "drawn""#, 0),
    (#""kind": "bond", "closed_on": "2026-02-01""#, 0), (#""kind": "loan""#, 0),
  ])
  func `of documents`(members: String, count: Int) throws {
    var connection = try Workbench.make()
    let document =
      #"{"key": "a", "name": "A", "issuer": "Alder", "currency": "USD", "amount": 5, "#
      + #""evidence": "reported", "binding": "definitive", \#(members), "#
      + #""sources": [{"title": "t", "publisher": "p"}]}"#
    let summary = try Importer().run(
      [SourceText(document, name: "d")], command: "test", into: &connection)
    #expect(summary.unfunded.count == count)
  }
}
