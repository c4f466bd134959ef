import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// What is said of documents that cannot be read: where, what, and what to do about it.
@Suite(.temporaryDirectory) struct ProblemTests {
  /// What a deal has besides; what is said of it, after the place.
  private static let rules: [(members: [String], problem: String)] = [
    (
      ["\"anounced_on\": \"2025\""],
      "/anounced_on: unknown name 'anounced_on' (did you mean 'announced_on'?)"
    ),
    (["\"colour\": \"red\""], "/colour: unknown name 'colour'"),
    (["\"kind\": \"bnd\""], "/kind: 'bnd' is no deal_kind (did you mean 'bond'?)"),
    (["\"kind\": \"handshake\""], "/kind: 'handshake' is no deal_kind (one of asset_backed, bond,"),
    (["\"evidence\": \"seen\""], "/evidence: 'seen' is no evidence (one of company_announced,"),
    (["\"name\": 7"], "/name: must be a text, not a number"),
    (["\"name\": \" \""], "lacks 'name'"),
    (["\"name\": null"], "lacks 'name'"),
    (["\"binding\": null"], "lacks 'binding'"),
    (["\"sources\": []"], "cites no source (every record needs \"sources\": [{…}])"),
    (
      ["\"sources\": [\"paper\", 7]"],
      "/sources/1: must be a source or the key of one, not a number"
    ),
    (
      ["\"sources\": [\"nowhere\"]"],
      "/sources/0: there is no source 'nowhere' (neither in this input nor in the ledger)"
    ),
    (["\"sources\": \"paper\""], "/sources: must be a list, not a string"),
    (["\"issuer_country\": \"usa\""], "/issuer_country: 'usa' is no country code"),
    (["\"counted\": \"no\""], "/counted: must be true or false, not a string"),
    (["\"counted\": false"], "is not counted, but 'not_counted_because' is missing"),
    (
      ["\"not_counted_because\": \"x\""], "/not_counted_because: needs \"counted\": false beside it"
    ),
    (["\"private_label\": \"maybe\""], "/private_label: must be yes or no"),
    (["\"tranches\": [7]"], "/tranches/0: must be an object, not a number"),
    (["\"tranches\": [{}]"], "/tranches/0: lacks 'name'"),
    (["\"tranches\": [{\"name\": \"A\", \"x\": 1}]"], "/tranches/0/x: unknown name 'x'"),
    (
      ["\"tranches\": [{\"name\": \"A\", \"matures_on\": \"soon\"}]"],
      "/tranches/0/matures_on: "
    ),
    (["\"participants\": [{\"role\": \"lender\"}]"], "/participants/0: lacks 'party'"),
    (
      ["\"participants\": [{\"party\": \"Meta\", \"role\": \"lendr\"}]"],
      "/participants/0/role: 'lendr' is no participation_role (did you mean 'lender'?)"
    ),
    (["\"events\": [{\"event\": \"wedding\"}]"], "/events/0/event: 'wedding' is no event_kind"),
    (
      ["\"events\": [{\"event\": \"drawn\", \"source\": 3}]"],
      "/events/0/source: there is no source 3 (sources are counted from 0)"
    ),
    (
      ["\"links\": [{\"link\": \"taps\", \"to\": \"nowhere\"}]"],
      "/links/0/to: there is no deal or contract 'nowhere'"
    ),
    (["\"claims\": [{\"attribute\": \"x\"}]"], "/claims/0: lacks 'stance'"),
  ]

  @Test(arguments: rules.indices) func `a problem has its place, its pointer and its words`(
    index: Int
  ) throws {
    let (members, expected) = Self.rules[index]
    let text = "\n" + Workbench.deal("d", members: members)
    let problems = try Workbench.problems(text)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    for problem in problems {
      #expect(problem.wholeMatch(of: /in\.jsonl:2:\d+: .+/) != nil, "\(problem)")
    }
  }

  @Test func `the column is that of the value, in letters rather than bytes`() throws {
    let text = #"{"key": "dåä", "kind": "bnd", "issuer": "Meta"}"#
    let problems = try Workbench.problems(text)
    #expect(problems.contains { $0.hasPrefix("in.jsonl:1:24: /kind: 'bnd'") }, "\(problems)")
  }

  /// Texts that are no documents; what is said.
  @Test(arguments: [
    ("{\"key\": 1", "in.jsonl:1:10: "), ("[1, 2", "in.jsonl:1:6: "),
    ("{\"key\": \"d\"}", "in.jsonl:1:1: is no known document (it must hold one of source_kind,"),
    ("7", "in.jsonl:1:1: "), ("{\"a\": 1, \"a\": 2}", "in.jsonl:1:10: "),
  ])
  func `what is no document`(text: String, expected: String) throws {
    let problems = try Workbench.problems(text)
    #expect(problems.contains { $0.hasPrefix(expected) }, "\(problems)")
  }

  /// Documents of the other kinds; what is said.
  @Test(arguments: [
    (
      #"{"legs": [], "key": "c", "name": "C", "kind": "lease", "evidence": "filed", "#
        + #""binding": "definitive", "sources": ["paper"]}"#, "/legs: a contract needs a leg"
    ),
    (
      #"{"event": "drawn", "sources": ["paper"]}"#,
      "must be about one deal, one tranche or one contract"
    ),
    (#"{"event": "drawn", "deal": "x", "sources": ["paper"]}"#, "/deal: there is no deal 'x'"),
    (
      #"{"link": "taps", "from": "x", "to": "y", "sources": ["paper"]}"#,
      "/from: there is no deal or contract 'x'"
    ),
    (
      #"{"treatment": "off", "deal": "x", "party": "Meta", "sources": ["paper"]}"#,
      "/deal: there is no deal 'x'"
    ),
    (
      #"{"rate": 1.1, "currency": "USD", "on": "2025-11", "sources": ["paper"]}"#,
      "/on: must be one day"
    ),
    (#"{"rate": 1.1, "on": "2025-11-03", "sources": ["paper"]}"#, "needs 'currency', 'on'"),
    (
      #"{"metric": "m", "kind": "actual", "key": "s", "sources": ["paper"], "value": "7"}"#,
      "/value: must be a number, not a string"
    ),
    (
      #"{"agency": "S&P", "grade": "Baa1", "party": "Meta", "scope": "issuer", "#
        + #""sources": ["paper"]}"#, "/grade: "
    ),
    (
      #"{"agency": "Moodys & co", "grade": "Baa1", "party": "Meta", "scope": "issuer", "#
        + #""sources": ["paper"]}"#, "/agency: 'Moodys & co' names no single rating agency"
    ),
    (
      #"{"party_kind": "bank", "key": "p", "name": "P", "parent": "P", "sources": ["paper"]}"#,
      "/parent: 'P' is the party itself"
    ),
    (
      #"{"party_kind": "bank", "key": "p", "name": "P", "identifiers": [{"scheme": "lei"}]}"#,
      "/identifiers/0: lacks 'value'"
    ),
    (
      #"{"attribute": "amount", "on": "x", "stance": "preferred", "sources": ["paper"]}"#,
      "there is no record 'x' to claim anything of"
    ),
  ])
  func `what is wrong with other documents`(text: String, expected: String) throws {
    let problems = try Workbench.problems(text)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test func `everything is told at once, in the order of the input`() throws {
    let text = """
      \(Workbench.deal("a", "\"kind\": \"bnd\"", "\"colour\": 1"))
      {"key": 1
      \(Workbench.deal("b", #""tranches": [{"name": "A", "amount": -1, "currency": "USD"}]"#))
      \(Workbench.deal("c", issuer: "Corweave"))
      """
    let problems = try Workbench.problems(text)
    #expect(problems.count == 5, "\(problems)")
    #expect(problems.map { $0.split(separator: ":")[1] } == ["1", "1", "2", "3", "4"])
  }

  @Test func `the refusal counts the problems and says that nothing was imported`() throws {
    var connection = try Workbench.make()
    let error = #expect(throws: ImportRefused.self) {
      try Workbench.load(Workbench.deal("a", "\"x\": 1", "\"y\": 1"), &connection)
    }
    #expect(error?.description.hasSuffix("\n2 problems; nothing was imported") == true)
    #expect(error?.problems.count == 2)
  }
}
