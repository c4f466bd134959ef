import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// What someone says a written name means, for one import.
@Suite(.temporaryDirectory) struct PartyChoiceTests {
  /// What is typed; the name and the key in it.
  @Test(arguments: [
    ("Core Weave=coreweave", ["Core Weave", "coreweave"]), ("a=b=c", ["a=b", "c"]),
    ("coreweave", []), ("=coreweave", []), ("Core Weave=", []), ("", []),
  ])
  func `a match is a name and a key`(text: String, expected: [String]) {
    let match = PartyMatch(text)
    #expect(match.map { [$0.name, $0.key] } ?? [] == expected)
  }

  /// A name as a document has it; the match; the issuer.
  @Test(arguments: [
    ("Corweave", "Corweave=coreweave", "coreweave"),
    // However it is written, as names are compared.
    ("Corweave, Inc.", "CORWEAVE=coreweave", "coreweave"),
    // Also against what the name means by itself.
    ("Meta", "Meta=openai", "openai"),
    ("undisclosed borrower", "undisclosed borrower=jpmorgan", "jpmorgan"),
    ("Meta", "CoreWeave=openai", "meta"),
  ])
  func `the name means that party`(name: String, match: String, party: String) throws {
    var ledger = try Workbench.make()
    let names = try rows("SELECT COUNT(*) FROM party_name", in: ledger)
    try Self.load(Workbench.deal("d", issuer: name), matching: [match], &ledger)
    #expect(
      try rows("SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", in: ledger)
        == [party])
    // It was for this import: nothing of it is kept.
    #expect(try rows("SELECT COUNT(*) FROM party_name", in: ledger) == names)
  }

  @Test func `the name in a sheet means that party`() throws {
    var ledger = try Workbench.make()
    var options = SheetImporter.Options(name: "sheet.csv")
    options.matches = [PartyMatch(name: "Corweave", key: "coreweave")]
    var bytes = Array("deal_id;issuer;instrument\nd;Corweave;bond\n".utf8)[...]
    _ = try SheetImporter(options).run(
      { output in
        while let byte = bytes.popFirst() { output.append(byte) }
      }, into: &ledger)
    #expect(
      try rows("SELECT p.key FROM deal d JOIN party p ON p.id = d.issuer_id", in: ledger)
        == ["coreweave"])
  }

  @Test func `a match with a party that is not on record is refused`() throws {
    var ledger = try Workbench.make()
    let error = #expect(throws: UnknownMatch.self) {
      try Self.load(Workbench.deal("d"), matching: ["Meta=nobody"], &ledger)
    }
    #expect("\(try #require(error))".hasPrefix("--match 'Meta=nobody': there is no party 'nobody'"))
  }

  @Test func `a near miss and a shared name tell what to type`() throws {
    let near = try Workbench.problems(Workbench.deal("d", issuer: "Cor'weave"))
    #expect(near.count == 1)
    #expect(near.first?.contains(#"say --match 'Cor'\''weave=coreweave'"#) == true, "\(near)")
    let shared = try Workbench.problems(
      """
      {"party_kind": "bank", "key": "b", "name": "B", "names": ["Meta"], "sources": ["paper"]}
      \(Workbench.deal("d", issuer: "Meta"))
      """)
    #expect(
      shared.first?.contains("or say --match 'Meta=b' or --match 'Meta=meta'") == true, "\(shared)")
  }

  private static func load(
    _ text: String, matching matches: [String], _ ledger: inout Connection
  ) throws {
    var options = Importer.Options()
    options.matches = matches.compactMap { PartyMatch($0) }
    _ = try Importer(options: options).run(
      [SourceText(text, name: "in.jsonl")], command: "test", into: &ledger)
  }
}
