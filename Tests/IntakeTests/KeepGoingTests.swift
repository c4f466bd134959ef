import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Documents that are refused while the others are taken.
@Suite(.temporaryDirectory) struct KeepGoingTests {
  private static let sources = #""sources": ["paper"]"#
  private static let wrong = Workbench.deal("wrong", #""kind": "bnd""#)

  /// Documents, one a line; for each that is refused its line, the place and the reason.
  @Test(arguments: [
    ([Workbench.deal("a")], []),
    ([Workbench.deal("a"), wrong], ["2: /kind: 'bnd' is no deal_kind"]),
    // What rests on a refused document is refused with it, and what rests on that.
    (
      [
        #"{"event": "drawn", "deal": "wrong", "key": "draw", \#(sources)}"#, wrong,
        #"{"on": "draw", "attribute": "note", "value": "x", "stance": "preferred", \#(sources)}"#,
        Workbench.deal("b"),
      ],
      [
        "1: /deal: rests on the deal 'wrong' at in.jsonl:2:1, which is refused",
        "2: /kind: 'bnd' is no deal_kind",
        "3: rests on the record 'draw' at in.jsonl:1:1, which is refused",
      ]
    ),
    (
      [
        #"{"link": "taps", "from": "b", "to": "wrong", \#(sources)}"#, wrong, Workbench.deal("b"),
        #"{"term": "call", "on": "wrong", \#(sources)}"#,
      ],
      [
        "1: /to: rests on the deal or contract 'wrong' at in.jsonl:2:1, which is refused",
        "2: /kind: 'bnd' is no deal_kind",
        "4: /on: rests on the deal or tranche or contract 'wrong' at in.jsonl:2:1, which",
      ]
    ),
    // A party is not made of a name whose own document is refused.
    (
      [
        Workbench.deal("a", issuer: "Alder Compute"),
        #"{"party_kind": "wizard", "key": "alder", "name": "Alder Compute", \#(sources)}"#,
      ],
      [
        "1: /issuer: rests on the party 'Alder Compute' at in.jsonl:2:1, which is refused",
        "2: /party_kind: 'wizard' is no party_kind",
      ]
    ),
    // What another document tells as well is there.
    (
      [Workbench.deal("a"), Workbench.deal("a", #""name": "Other""#), Workbench.deal("b")],
      ["2: there is a deal 'a' above already"]
    ),
    ([Workbench.deal("a"), "{\"key\": "], ["2: expected a value"]),
    (
      [Workbench.deal("a"), "[1]", "{}"], ["2: expected an object", "3: is no known doc"]
    ),
    // What only the ledger finds: rules of the schema.
    (
      [Workbench.deal("a"), #"{"rating": 1}"#, Workbench.deal("b", #""locator": "p""#)],
      ["2: is no known document"]
    ),
  ])
  func `the others are taken`(lines: [String], refused: [String]) throws {
    var ledger = try Workbench.make()
    let summary = try Self.load(lines.joined(separator: "\n"), &ledger)
    let told = summary.rejected.map { document in
      "\(document.line(in: lines)): \(document.problems.first?.message ?? "")"
    }
    #expect(told.count == refused.count, "\(told)")
    for (told, expected) in zip(told, refused) {
      #expect(told.hasPrefix(expected))
    }
    #expect(summary.counts.refused == refused.count)
    #expect(summary.documents == lines.count)
  }

  @Test func `the same as the good ones alone`() throws {
    let good = [Workbench.deal("a"), Workbench.deal("b", issuer: "Björk & Co")]
    let all = [good[0], Self.wrong, good[1], "no document"]
    var ledger = try Workbench.make()
    var alone = try Workbench.make()
    _ = try Self.load(all.joined(separator: "\n"), &ledger)
    try Workbench.load(good.joined(separator: "\n"), &alone)
    let differences = try LedgerContents.differences(ledger, alone)
    #expect(differences == [])
  }

  /// A document as it stands; the line of the rejects, after the reasons.
  @Test(arguments: [
    (
      #"{"key":"x",  "kind": "bnd", "amount": 1.50}"#,
      #""key":"x",  "kind": "bnd", "amount": 1.50}"#
    ),
    ("{\n  \"key\": \"x\",\r\n  \"no\": \"a\\nb\"\n}", #""key": "x",   "no": "a\nb" }"#),
    (#"{"problem": ["old"], "no": "å"}"#, #""no": "å"}"#),
    (#"{"no": 1, "problem": "old"}"#, #""no": 1}"#),
  ])
  func `a refused document stays as it was written, on one line`(
    document: String, expected: String
  ) throws {
    var ledger = try Workbench.make()
    let summary = try Self.load(document, &ledger)
    let line = try #require(summary.rejected.first?.line)
    #expect(line.hasPrefix(#"{"problem": ["in.jsonl:1:1: "#))
    #expect(line.hasSuffix("], " + expected))
    #expect(!line.contains("\"old\""))
    #expect(throws: Never.self) { try JSONDocument(line) }
  }

  @Test func `mended, the rejects are taken and give what the whole would have given`() throws {
    let lines = [
      Workbench.deal("a"), Self.wrong, #"{"event": "drawn", "deal": "wrong", \#(Self.sources)}"#,
    ]
    var ledger = try Workbench.make()
    let rejected = try Self.load(lines.joined(separator: "\n"), &ledger).rejected.map(\.line)
    #expect(rejected.count == 2)
    let unmended = try Self.load(rejected.joined(separator: "\n"), &ledger)
    #expect(unmended.rejected.count == 2)
    #expect(unmended.counts.changesNothing)
    let mended = rejected.joined(separator: "\n").replacing("bnd", with: "bond")
    try Workbench.load(mended, &ledger)
    var whole = try Workbench.make()
    try Workbench.load(lines.joined(separator: "\n").replacing("bnd", with: "bond"), &whole)
    let differences = try LedgerContents.differences(ledger, whole)
    #expect(differences == [])
  }

  @Test func `a file that is one broken list is refused as a whole`() throws {
    var ledger = try Workbench.make()
    let before = try contents(of: ledger)
    #expect(throws: ImportRefused.self) {
      try Self.load("[\(Workbench.deal("a")), {]", &ledger)
    }
    #expect(try contents(of: ledger) == before)
  }

  private static func load(_ text: String, _ ledger: inout Connection) throws -> ImportSummary {
    var options = Importer.Options()
    options.keepsGoing = true
    return try Importer(options: options).run(
      [SourceText(text, name: "in.jsonl")], command: "test", into: &ledger)
  }
}

extension RejectedDocument {
  /// The number of the line it stands in.
  fileprivate func line(in lines: [String]) -> Int { (lines.firstIndex(of: text) ?? -1) + 1 }
}
