import Foundation
import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct ImportCommandTests {
  init() throws { try ShippedLedger.copy(.none) }

  private static let deal = #"""
    {"key": "alder-2026", "name": "Alder notes", "kind": "bond", "issuer": "Alder Compute",
     "currency": "USD", "amount": 1500000000, "priced_on": "2026-01-02", "evidence": "filed",
     "binding": "definitive",
     "sources": [{"title": "Form 8-K", "publisher": "SEC", "published_on": "2026-01-03"}]}
    """#

  @Test func `a file is read, and the same file again changes nothing`() throws {
    try TemporaryDirectory.write(Self.deal, to: "alder.json")
    var session = Session()
    try session.run("import", "alder.json", "--dry-run")
    try session.run("import", "alder.json")
    try session.run("import", "alder.json")
    try session.run("import", "-", input: Self.deal.replacing("1500000000", with: "1600000000"))
    try session.run("sql", "SELECT deal_key, issuer, amount_usd FROM deals", "--format", "csv")
    try session.run("check")
    try session.expectGolden("import")
  }

  @Test func `a dry run writes nothing`() throws {
    try TemporaryDirectory.write(Self.deal, to: "alder.json")
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    _ = try DealsProcess.run("import", "alder.json", "--dry-run")
    #expect(try Data(contentsOf: file) == before)
  }

  private static let status = #""evidence": "filed", "binding": "definitive""#
  private static let cited = #""sources": [{"title": "T", "publisher": "P"}]"#

  /// Lines with, in this order, two problems, two, one, one and two.
  private static let problems = [
    #"{"key": "a", "name": "A", "kind": "bnd", "issuer": "Alder", "amont": 3, "#
      + #"\#(status), \#(cited)}"#,
    #"{"key": "b", "name": "B", "kind": "bond", "issuer": "Alder", "currency": "USD", "#
      + #""amount": -5, "priced_on": "2026-02-30", \#(status), \#(cited)}"#,
    #"{"key": "c", "name": "C""#,
    #"{"words": "of no kind"}"#,
    #"{"key": "d", "name": "D", "kind": "bond", "issuer": "Micrasoft", \#(status), "sources": []}"#,
  ]

  @Test func `every problem is told with its place, and nothing is written`() throws {
    try TemporaryDirectory.write(Self.problems.joined(separator: "\n"), to: "bad.jsonl")
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    var session = Session()
    let outcome = try session.run("import", "bad.jsonl")
    try session.expectGolden("import-refused")
    #expect(outcome.status == 65)
    let places = outcome.stderr.matches(of: /bad\.jsonl:\d+:\d+:\s/).count
    #expect(places == 8)
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `a near miss stops the import until it is said to be another party`() throws {
    let deal = Self.deal.replacing("Alder Compute", with: "Micrasoft")
    var session = Session()
    try session.run("import", "-", input: deal)
    try session.run("import", "-", "--create-parties", input: deal)
    try session.expectGolden("import-near-miss")
  }

  @Test func `a folder is read file by file`() throws {
    try TemporaryDirectory.write(Self.deal, to: "deals/1.json")
    try TemporaryDirectory.write(
      Self.deal.replacing("alder-2026", with: "birch-2026").replacing("\n", with: " ") + "\n",
      to: "deals/2.jsonl")
    try TemporaryDirectory.write("not read", to: "deals/notes.txt")
    try TemporaryDirectory.write("not read", to: "notes/notes.txt")
    var session = Session()
    try session.run("import", "deals")
    try session.run("import", "deals", "--quiet")
    try session.run("import", "notes")
    try session.run("import", "nowhere.json")
    try session.expectGolden("import-folder")
  }
}
