import Foundation
import Intake
import TestSupport
import Testing

/// Files that authorities, central banks and funds publish, read by the command.
@Suite(.temporaryDirectory) struct PublishedImportTests {
  init() throws { try ShippedLedger.copy(.none) }

  private static let entities = """
    LEI,Entity.LegalName,Entity.LegalAddress.Country,Entity.LegalJurisdiction
    5493006TF05454RBY690,Kentucky Tax-Free Short-to-Medium Series,US,US-KY
    549300S8YVGTJ1NMTW57,Dupree Mutual Funds,US,US-KY

    """

  private static let relationships = """
    Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType
    5493006TF05454RBY690,549300S8YVGTJ1NMTW57,IS_SUBFUND_OF

    """

  private static func copy(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    try FileManager.default.copyItem(
      at: folder.appending(path: "../PublicDataTests/Fixtures/\(name)"),
      to: TemporaryDirectory.file(name))
  }

  @Test func `each format is told by its content, read once and logged`() throws {
    for name in ["eurofxref.csv", "nport-dupree.xml", "companyfacts.json"] { try Self.copy(name) }
    try TemporaryDirectory.write(Self.entities, to: "lei.csv")
    try TemporaryDirectory.write(Self.relationships, to: "rr.csv")
    try TemporaryDirectory.write("Date,SOFR\n2026-01-05,4.31\n", to: "sofr.csv")
    var session = Session()
    try session.run("import", "eurofxref.csv", "--dry-run")
    let names = ["eurofxref.csv", "sofr.csv", "nport-dupree.xml", "companyfacts.json", "lei.csv"]
    for name in names { try session.run("import", name) }
    try session.run("import", "lei.csv", "--create-parties")
    try session.run("import", "rr.csv")
    try session.run(["import"] + names)
    try session.run("log", "--format", "csv")
    try session.run(
      "sql",
      "SELECT party_key, country, jurisdiction, parent_key, lei FROM parties "
        + "WHERE lei IS NOT NULL", "--format", "csv")
    try session.run(
      "sql",
      "SELECT metric, period_end_on, value, locator FROM company_figures "
        + "ORDER BY period_end_on DESC, metric LIMIT 3", "--format", "csv")
    try session.run("check")
    try session.run("undo", "9")
    try session.run("undo", "6")
    try session.run("import", "companyfacts.json", "--dry-run")
    try session.expectGolden("import-published")
  }

  @Test func `a deal on a Sunday shows the day whose rate it is converted at`() throws {
    let deal = #"""
      {"key": "elm-2026", "name": "Elm notes", "kind": "bond", "issuer": "Elm", "currency": "SEK",
       "amount": 1000000, "priced_on": "2026-11-01", "evidence": "filed", "binding": "definitive",
       "sources": [{"title": "T", "publisher": "P"}]}
      """#
    try Self.copy("eurofxref.csv")
    try TemporaryDirectory.write(deal, to: "elm.json")
    var session = Session()
    try session.run("import", "elm.json")
    try session.run("import", "eurofxref.csv")
    try session.run(
      "sql", "SELECT tranche_key, priced_on, fx_on, amount_usd FROM tranches", "--format", "csv")
    let shown = try session.run("show", "elm-2026")
    #expect(shown.stdout.contains("2026-10-30"))
    try session.run("check")
    try session.expectGolden("import-weekend-rate")
  }

  @Test func `what is damaged is refused with its place, and nothing is written`() throws {
    let ledger = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: ledger)
    let report = "<edgarSubmission xmlns=\"http://www.sec.gov/edgar/nport\"><formData>"
    try TemporaryDirectory.write(
      "<!DOCTYPE edgarSubmission [<!ENTITY a \"b\">]>\n\(report)", to: "typed.xml")
    try TemporaryDirectory.write(
      "\(report)<genInfo><seriesName>A</seriesName></genInfo>", to: "cut.xml")
    try TemporaryDirectory.write(
      "\(report)<genInfo>" + String(repeating: "<a>", count: 5000), to: "deep.xml")
    try TemporaryDirectory.write(
      "Date,USD,SEK,\n2026-01-05,1.17,x,\n2026-01-05,1,2,\n", to: "rates.csv")
    try TemporaryDirectory.write(
      #"{"cik": 320193, "entityName": "Birch", "facts": {"us-gaap": {"A": {"units": {"USD": "#
        + #"[{"end": "2026-02-30", "val": 1, "accn": "x", "form": "10-K", "filed": "2026-01-01"}]"#
        + "}}}}}\n", to: "facts.json")
    try TemporaryDirectory.write(
      "LEI,Entity.LegalName\n123,Birch\n5493006TF05454RBY691,Elm\n", to: "lei.csv")
    var session = Session()
    for name in ["typed.xml", "cut.xml", "deep.xml", "rates.csv", "facts.json", "lei.csv"] {
      #expect(try session.run("import", name).status == 65)
      #expect(try Data(contentsOf: ledger) == before)
    }
    try session.expectGolden("import-published-refused")
  }
}
