import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// Queries an analyst keeps in the ledger.
@Suite(.temporaryDirectory) struct OwnQueryTests {
  private static let text = """
    -- title: Parties of a kind
    -- definition: Every party of one kind, by name.
    -- parameter: kind text; a code of the list party_kind; default bank
    -- column: party text; its name
    WITH parameter AS (SELECT coalesce(:kind, 'bank') AS kind)
    SELECT i.name AS party FROM party i JOIN parameter p ON p.kind = i.kind ORDER BY party
    """

  @Test func `a query of one's own is listed, asked, replaced and removed`() throws {
    var ledger = try ShippedLedger.open(.none)
    let shipped = try SavedQueries.titles(in: ledger).count
    #expect(try SavedQueries.save("parties", sql: Self.text, in: &ledger).isReplaced == false)
    #expect(try SavedQueries.titles(in: ledger).count == shipped + 1)
    #expect(try SavedQueries.titles(in: ledger).first { $0.name == "parties" }?.origin == "yours")
    let query = try SavedQueries.find("parties", in: ledger)
    #expect(!query.isShipped)
    #expect(try !QueryRunner.run(query, values: [:], in: ledger).rows.isEmpty)
    let other = Self.text.replacing("Parties of a kind", with: "Another title") + " ; \n"
    #expect(try SavedQueries.save("parties", sql: "\u{FEFF}" + other, in: &ledger).isReplaced)
    #expect(try SavedQueries.find("parties", in: ledger).title == "Another title")
    // A newer program brings its own queries and leaves these.
    try ledger.transaction { try SavedQueries.writeShipped(in: $0) }
    #expect(try SavedQueries.titles(in: ledger).count == shipped + 1)
    try SavedQueries.remove("parties", in: &ledger)
    #expect(try SavedQueries.titles(in: ledger).count == shipped)
  }

  /// A name, what is replaced by what in the text, and what is said of it.
  @Test(arguments: [
    ("Parties", "", "", "a name has small letters, digits and hyphens, as junk-by-quarter"),
    ("-x", "", "", "a name has small letters, digits and hyphens, as junk-by-quarter"),
    ("junk-bond-share", "", "", "a query of that name ships with the program; take another"),
    ("x", "-- title: Parties of a kind\n", "", "its header lacks '-- title: …'"),
    (
      "x", "-- parameter: kind text", "-- remark: kind",
      "its header lacks '-- parameter: kind TYPE; WORDS'"
    ),
    ("x", ":kind", "NULL", "its SQL has no parameter :kind"),
    (
      "x", "kind text; a code", "kind colour; a code",
      "kind: no type 'colour'; one of date, fx, currency, stage, rule, rollup, yes_no, number, "
        + "text, choice, code, party, parties, deal, record"
    ),
    (
      "x", "column: party", "column: name",
      "its header tells the columns name, its SQL has party"
    ),
    (
      "x", "SELECT i.name AS party FROM party i JOIN parameter p ON p.kind = i.kind ORDER BY party",
      "DELETE FROM party WHERE name = (SELECT kind FROM parameter)",
      "this would write; only questions are run here"
    ),
  ])
  func `a query that cannot be kept is refused with the reason`(
    name: String, old: String, new: String, problem: String
  ) throws {
    var ledger = try ShippedLedger.open(.none)
    let before = try SavedQueries.titles(in: ledger).count
    #expect(throws: LedgerError.query(name: name, problem: problem)) {
      let text = old.isEmpty ? Self.text : Self.text.replacing(old, with: new)
      _ = try SavedQueries.save(name, sql: text, in: &ledger)
    }
    #expect(try SavedQueries.titles(in: ledger).count == before)
  }

  @Test func `everything that is wrong is told at once`() throws {
    var ledger = try ShippedLedger.open(.none)
    let text = Self.text.replacing(":kind", with: ":sort").replacing(
      "column: party", with: "column: a")
    #expect(
      throws: LedgerError.query(
        name: "A B",
        problem: "a name has small letters, digits and hyphens, as junk-by-quarter; "
          + "its header lacks '-- parameter: sort TYPE; WORDS'; its SQL has no parameter :kind; "
          + "its header tells the columns a, its SQL has party")
    ) { _ = try SavedQueries.save("A B", sql: text, in: &ledger) }
  }

  @Test func `what ships is not removed, nor what there is not`() throws {
    var ledger = try ShippedLedger.open(.none)
    #expect(
      throws: LedgerError.query(
        name: "junk-bond-share", problem: "ships with the program, and stays")
    ) { try SavedQueries.remove("junk-bond-share", in: &ledger) }
    #expect(throws: LedgerError.unknownQuery(name: "nothing", similar: [])) {
      try SavedQueries.remove("nothing", in: &ledger)
    }
  }

  @Test(
    arguments: [
      ("number(1..5)", "3", nil), ("number(1..5)", "0.5", "'0.5' is no number from 1 to 5"),
      ("number(1..5)", "x", "'x' is no number from 1 to 5"), ("number(0..1)", "0.5", nil),
      ("number", "12", nil), ("number", "a dozen", "'a dozen' is no number; write 12 or 0.5"),
      ("choice(a|b)", "b", nil), ("choice(a|b)", "c", "no 'c'; one of a, b"),
      ("code(stage)", "binding", nil),
      (
        "code(stage)", "x",
        "no 'x' in the list stage; one of announced, binding, funded, outstanding"
      ),
      ("yes_no", "maybe", "no 'maybe'; one of yes, no"), ("text", "anything", nil),
    ] as [(String, String, String?)])
  func `a wrong value is told with those there are`(
    type: String, value: String, problem: String?
  ) throws {
    var ledger = try ShippedLedger.open(.none)
    let sql = "-- title: T\n-- definition: D.\n-- parameter: p \(type); words\nSELECT :p AS p"
    let query = try SavedQueries.save("x", sql: sql, in: &ledger).query
    if let problem {
      #expect(throws: LedgerError.query(name: "x", problem: "p: \(problem)")) {
        _ = try QueryRunner.run(query, values: ["p": value], in: ledger)
      }
    } else {
      #expect(try QueryRunner.run(query, values: ["p": value], in: ledger).rows == [[.text(value)]])
    }
  }
}
