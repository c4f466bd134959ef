import Foundation
import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// What is derived of a sheet is what the records give, and the file stays sound.
@Suite(.temporaryDirectory) struct SheetFigureTests {
  /// A size at which the indexes are taken away, and one at which they stay.
  private static let (bulk, inline) = (10_000_000, 3_000)
  /// Random deals look alike now and then.
  private static let sound = Checks.all.filter { $0.name != "look-alikes" }

  @Test(arguments: UInt64(0)..<6)
  func `after a random sheet every check is silent`(seed: UInt64) throws {
    var connection = try ShippedLedger.open(seed < 4 ? .all : .none)
    let sample = SheetSample(seed: seed, lines: 200, isShuffled: seed.isMultiple(of: 2))
    let summary = try SheetBench.load(sample.text, &connection) {
      $0.byteCount = seed.isMultiple(of: 3) ? Self.bulk : Self.inline
    }
    #expect(summary.lines >= 200)
    try expectSound(connection)
    #expect(try SheetBench.load(sample.text, &connection).counts.changesNothing)
  }

  @Test func `after a sheet of two thousand lines every check is silent`() throws {
    var connection = try ShippedLedger.open(.all)
    try SheetBench.load(SheetSample(seed: 99, lines: 2_000).text, &connection)
    try expectSound(connection)
  }

  @Test func `two sheets one after the other are checked as well as one`() throws {
    var connection = try ShippedLedger.open(.all)
    try SheetBench.load(SheetSample(seed: 20, lines: 100).text, &connection)
    try SheetBench.load(SheetSample(seed: 21, lines: 100).text, &connection, name: "t.csv")
    try expectSound(connection)
  }

  /// Lines whose figures once needed more than the line itself.
  @Test(arguments: [
    """
    deal_id;issuer;instrument;tranche;closed_on;status
    d;Alder;bond;A;2025-01-02;closed
    e;Alder;bond;A;2025-01-02;closed
    d;Alder;term loan;B;2025-01-02;closed
    """,
    """
    deal_id;issuer;instrument;currency;amount;source_url;source_date
    d;Alder;bond;EUR;1000;https://example.com/a;2025-03-03
    e;Alder;bond;EUR;1000;https://example.com/a;2024-03-04
    """,
    """
    deal_id;issuer;instrument;market
    d;Alder;bond;rule_144a
    e;Alder;bond;rule_144a
    f;Alder;loan;private_credit
    g;Alder;loan;private_credit
    """,
    """
    deal_id;issuer;instrument;currency;amount;lender;commitment;announced
    d;Meta;loan;EUR;1000;Citibank;1000;2025-03-03
    """,
    """
    deal_id;issuer;instrument;announced;binding;funding
    d;Alder;term loan;2025-03-03;definitive;partly drawn
    """,
    """
    deal_id;issuer;instrument;priced;sp;currency;amount
    d;Meta;bond;2025-11;BB;USD;5
    e;Meta;bond;2025-11-03;;USD;5
    """,
  ])
  func `figures rest on the deal and its source, whichever line named them`(sheet: String) throws {
    let connection = try SheetBench.ledger(with: sheet)
    try expectSound(connection)
  }

  @Test func `a market is kept of each line, and is no label`() throws {
    let connection = try SheetBench.ledger(
      with: """
        deal_id;issuer;instrument;market
        d;Alder;bond;rule_144a
        e;Alder;bond;rule_144a
        f;Alder;loan;private
        g;Alder;loan;private credit
        h;Alder;loan;private credit
        """)
    #expect(
      try rows(
        """
        SELECT t.market, t.private_label, f.private_by_market, f.private_as_labelled
        FROM tranche t JOIN tranche_figure f ON f.tranche_id = t.id ORDER BY t.id
        """, in: connection)
        == [
          "rule_144a | NULL | no | unknown", "rule_144a | NULL | no | unknown",
          "NULL | yes | unknown | yes", "private_credit | NULL | yes | yes",
          "private_credit | NULL | yes | yes",
        ])
  }

  @Test func `a share that cannot be is told by the check of plausibility`() throws {
    let connection = try SheetBench.ledger(
      with: "deal_id;issuer;instrument;lender;share_pct\nd;Alder;bond;Citibank;150\n")
    let findings = try Self.sound.flatMap { try $0.run(in: connection) }
    #expect(findings.map(\.check) == ["plausibility"])
    #expect(findings.first?.problem == "share of 150.0 percent")
  }

  @Test(arguments: UInt64(30)..<32)
  func `with and without indexes on the way the ledger is the same`(seed: UInt64) throws {
    let sample = SheetSample(seed: seed, lines: 300, isShuffled: seed.isMultiple(of: 2)).text
    var ledgers: [[String]] = []
    for size in [Self.bulk, Self.inline] {
      var connection = try Workbench.make()
      let schema = try rows("SELECT name, sql FROM sqlite_schema ORDER BY name", in: connection)
      try SheetBench.load(sample, &connection) { $0.byteCount = size }
      ledgers.append(try timeless(connection))
      #expect(
        try rows("SELECT name, sql FROM sqlite_schema ORDER BY name", in: connection) == schema)
      try expectSound(connection)
    }
    #expect(ledgers[0] == ledgers[1])
  }

  @Test func `a sheet of more than five thousand lines is the same line by line`() throws {
    let sample = SheetSample(seed: 40, lines: 5_500).text
    var ledgers: [[String]] = []
    for size in [sample.utf8.count * 2, Self.inline] {
      var connection = try Workbench.make()
      try SheetBench.load(sample, &connection) { $0.byteCount = size }
      ledgers.append(try timeless(connection))
    }
    #expect(ledgers[0] == ledgers[1])
  }

  @Test func `a large ledger is asked for each line, and gives the same`() throws {
    let lines = SheetSample(seed: 50, lines: 100).text.split(separator: "\n").map(String.init)
    let first = lines.prefix(41).joined(separator: "\n")
    let all = lines.joined(separator: "\n")
    var small = try Workbench.make()
    try SheetBench.load(first, &small)
    var large = try Workbench.make()
    try SheetBench.load(first, &large)
    // From twenty thousand rows on nothing is read into memory; numbers stand for rows.
    _ = try large.transaction { transaction in
      try transaction.run(
        """
        INSERT INTO participation (id, tranche_id, party_id, role, qualifier, source_id)
        SELECT 40000, tranche_id, party_id, role, 'undisclosed', source_id FROM participation
        LIMIT 1
        """)
    }
    let query = """
      SELECT t.key, t.amount_minor, p.key, q.role, q.amount_minor, q.line_hash
      FROM tranche t LEFT JOIN participation q ON q.tranche_id = t.id AND q.id <> 40000
      LEFT JOIN party p ON p.id = q.party_id ORDER BY t.key, q.line_hash
      """
    let one = try SheetBench.load(all, &small) { $0.byteCount = Self.inline }
    let other = try SheetBench.load(all, &large) { $0.byteCount = Self.inline }
    // Three lines name no lender of a tranche that another line had named, and so leave no trace.
    #expect(one.unchangedLines == 37)
    #expect(other.unchangedLines == 37)
    #expect(try rows(query, in: small) == rows(query, in: large))
  }

  @Test func `a dry run and an interruption leave everything as it was`() throws {
    let sample = SheetSample(seed: 60, lines: 5_000).text
    var connection = try Workbench.make()
    let before = try contents(of: connection)
    for size in [Self.bulk, Self.inline] {
      let summary = try SheetBench.load(sample, &connection) {
        $0.isDryRun = true
        $0.byteCount = size
      }
      #expect(summary.counts.added > 5_000)
      #expect(try contents(of: connection) == before)
      let isStopped = #expect(throws: ImportInterrupted.self) {
        try SheetBench.load(sample, &connection) {
          $0.shallStop = { true }
          $0.byteCount = size
        }
      }
      #expect(isStopped?.description == "interrupted; the ledger is as it was")
      #expect(try contents(of: connection) == before)
      #expect(try connection.integrityCheck() == [])
    }
  }

  private func expectSound(
    _ connection: borrowing Connection, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let stale = try Figures.stale(in: connection).map { "\($0.table): \($0.rows)" }
    #expect(stale == [], sourceLocation: sourceLocation)
    let damage = try connection.integrityCheck()
    #expect(damage == [], sourceLocation: sourceLocation)
    let lost = try connection.foreignKeyViolations().map(\.parent)
    #expect(lost == [], sourceLocation: sourceLocation)
    let findings = try Self.sound.flatMap { try $0.run(in: connection) }.map(\.description)
    #expect(findings == [], sourceLocation: sourceLocation)
  }
}
