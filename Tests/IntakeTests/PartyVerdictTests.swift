import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Verdicts on which parties are one.
@Suite(.temporaryDirectory) struct PartyVerdictTests {
  /// Five parties, recorded in this order; the kind of two is known.
  private static let parties = """
    {"party_kind": "unknown", "key": "a", "name": "Alder", "sources": ["paper"]}
    {"party_kind": "unknown", "key": "b", "name": "Birch", "sources": ["paper"]}
    {"party_kind": "bank", "key": "c", "name": "Cedar", "sources": ["paper"]}
    {"party_kind": "developer", "key": "d", "name": "Dogwood", "sources": ["paper"]}
    {"party_kind": "unknown", "key": "e", "name": "Elm", "sources": ["paper"]}
    """

  /// Verdicts, one after the other; the classes that come of them, each with its identity first.
  @Test(arguments: [
    ("", ""),
    ("same a b", "a:ab"), ("same b a", "a:ab"), ("same a b, same a b", "a:ab"),
    ("same a b, same b e", "a:abe"), ("same b e, same a b, same a e", "a:abe"),
    // The identity is the first recorded whose kind is known.
    ("same a c", "c:ac"), ("same d c", "c:cd"), ("same a b, same b d", "d:abd"),
    ("same a b, same c d", "a:ab c:cd"), ("same a b, same c d, same d a", "c:abcd"),
    ("different a b", ""), ("different a b, same b c", "c:bc"), ("unsure a b", ""),
    ("unsure a b, same a b", "a:ab"), ("unsure a b, different a b, same b c", "c:bc"),
    ("same a b, forget a b", ""), ("same a b, forget b a, different a b", ""),
    ("same a b, same b e, same a e, forget a b", "a:abe"),
    ("same a b, same b e, forget a b", "b:be"),
    ("different a b, forget a b, same a b", "a:ab"), ("unsure a b, forget a b", ""),
  ])
  func `verdicts make classes`(verdicts: String, classes: String) throws {
    var connection = try Workbench.ledger(with: Self.parties)
    for verdict in verdicts.split(separator: ", ") { try Self.give(verdict, &connection) }
    #expect(try Self.classes(in: connection) == classes)
    #expect(try Checks.all.flatMap { try $0.run(in: connection) } == [])
  }

  /// Verdicts of which the last is refused; what is said.
  @Test(arguments: [
    ("same a b, different a b", "a is the same as b; to take one back, `deals parties forget a b`"),
    ("same a b, different b a", "contradicts what is held: a is the same as b"),
    (
      "same a b, same b c, different a c",
      "a is the same as b, b is the same as c; to take one back, `deals parties forget b c`"
    ),
    ("different a b, same a b", "a is different from b; to take one back,"),
    (
      "same a b, different b c, same c d, same a d",
      "a is the same as b, b is different from c, c is the same as d; to take one back"
    ),
    ("same a b, unsure a b", "a is the same as b"),
    ("different a b, same b c, unsure a c", "a is different from b, b is the same as c"),
    ("forget a b", "a and b: no verdict was given on the two"),
    (
      "same a b, same b c, forget a c",
      "a and c: no verdict was given on the two themselves; a is the same as b, b is the same as c"
    ),
    ("same a a", "a: is one party on record; name two"),
    ("same a zzz", "there is no record with the key or name 'zzz'; `deals find` looks for words"),
    ("same a Cedar, different a C.E.D.A.R.", "a is the same as c"),
  ])
  func `a verdict that contradicts others is refused with the chain`(
    verdicts: String, says: String
  ) throws {
    var connection = try Workbench.ledger(with: Self.parties)
    let steps = verdicts.split(separator: ", ")
    for verdict in steps.dropLast() { try Self.give(verdict, &connection) }
    let before = try contents(of: connection)
    let error = #expect(throws: LedgerError.self) {
      try Self.give(steps[steps.count - 1], &connection)
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains(says), "\(String(describing: error))")
    #expect(try contents(of: connection) == before)
  }

  @Test func `a verdict is a run with its reason, and the same again leaves none`() throws {
    var connection = try Workbench.ledger(with: Self.parties)
    let judgement = try PartyJudgement("b", "Alder", command: "parties same b a", in: connection)
    let outcome = try judgement.give(.same, because: "one owner", source: "paper", in: &connection)
    #expect(outcome.parties == ["a", "b"])
    #expect(outcome.identities == ["Alder", "Alder"])
    let question = """
      SELECT l.key, l.kind, l.reason, s.key, r.kind, r.command, r.records_added
      FROM party_link l JOIN source s ON s.id = l.source_id JOIN import_run r ON r.id = l.run_id
      """
    let row = "a/same/b | same | one owner | paper | verdict | parties same b a | 1"
    #expect(try rows(question, in: connection) == [row])
    let before = try contents(of: connection)
    let again = try judgement.give(.same, because: nil, source: nil, in: &connection)
    #expect(again.isNew == false)
    #expect(try contents(of: connection) == before)
    #expect(try PartyJudgement.all(in: connection).rows.count == 1)
  }

  /// A verdict, as `same a b`.
  static func give(_ verdict: Substring, _ connection: inout Connection) throws {
    let words = verdict.split(separator: " ").map(String.init)
    let judgement = try PartyJudgement(words[1], words[2], command: "test", in: connection)
    if words[0] == "forget" {
      _ = try judgement.forget(in: &connection)
    } else if let verdict = PartyVerdict(rawValue: words[0]) {
      _ = try judgement.give(verdict, because: nil, source: nil, in: &connection)
    }
  }

  /// The classes of more than one, as `a:abe`.
  private static func classes(in connection: borrowing Connection) throws -> String {
    try rows(
      """
      SELECT identity_key || ':' || group_concat(party_key, '') FROM (
        SELECT identity_key, party_key FROM parties ORDER BY party_key)
      GROUP BY identity_key HAVING COUNT(*) > 1 ORDER BY 1
      """, in: connection
    ).joined(separator: " ")
  }
}
