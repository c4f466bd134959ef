import Finance
import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct EarlierTests {
  /// A moment as it may be asked for, and what is wrong with it.
  @Test(arguments: [
    ("7", true), ("0", true), ("2026-01-31", true), ("2026-01-31T12:00:00Z", true), ("-1", false),
    ("2026-02-30", false), ("2026-01-31T25:00:00Z", false), ("2026-01-31T12:00", false),
    ("yesterday", false), ("", false), ("2026-01", false),
  ])
  func `a moment is a run, a day or a time`(text: String, isRight: Bool) {
    #expect((LedgerMoment.problem(with: text) == nil) == isRight)
  }

  @Test(arguments: ["0", "2001-01-01", "2001-01-01T00:00:00Z"])
  func `before the first run nothing was known`(moment: String) throws {
    var connection = try Workbench.make()
    try Workbench.save([Workbench.deal("d")], &connection)
    do {
      try EarlierLedger.enter(EarlierQuestion(knownAt: moment), in: connection)
      Issue.record("something was known")
    } catch LedgerError.nothingKnown(let at, let first) {
      #expect(at == moment)
      #expect(first?.utf8.count == 20)
    }
  }

  @Test func `an earlier state keeps the kinds of its values`() throws {
    var connection = try Workbench.make()
    var tranche = try Workbench.tranche("d/a", of: "d", "5 USD")
    tranche.couponPercent = 6
    tranche.matures = try Workbench.days("2031-03")
    try Workbench.save([Workbench.deal("d"), tranche], &connection)
    let question = """
      SELECT typeof(amount_minor), typeof(coupon_pct), typeof(matures_on), typeof(notes),
        amount_minor, coupon_pct, matures_until FROM tranche WHERE key = 'd/a'
      """
    let before = try rows(question, in: connection)
    let run = try #require(try connection.value("SELECT MAX(id) FROM import_run", as: Int64.self))
    tranche.couponPercent = 7.5
    tranche.amount = try Workbench.amountColumns("9 USD")
    try Workbench.save([tranche], &connection)
    #expect(try rows(question, in: connection) != before)
    try EarlierLedger.enter(EarlierQuestion(knownAt: "\(run)"), in: connection)
    #expect(try rows(question, in: connection) == before)
    #expect(throws: SQLiteError.self) { try connection.execute("DELETE FROM main.tranche") }
  }

  @Test func `a view of one's own looks back too`() throws {
    var connection = try Workbench.make()
    try connection.execute("CREATE VIEW mine AS SELECT COUNT(*) AS deals FROM deals")
    try Workbench.save([Workbench.deal("d")], &connection)
    let run = try #require(try connection.value("SELECT MAX(id) FROM import_run", as: Int64.self))
    try Workbench.save([Workbench.deal("e")], &connection)
    #expect(try rows("SELECT deals FROM mine", in: connection) == ["2"])
    try EarlierLedger.enter(EarlierQuestion(knownAt: "\(run)"), in: connection)
    #expect(try rows("SELECT deals FROM mine", in: connection) == ["1"])
  }

  /// The day asked about, and the deals and tranches that count then. `filing` is of 3 November
  /// 2025, `paper` of 10 November; `undated` has no day.
  @Test(arguments: [
    ("2025-11-02", ""),
    ("2025-11-03", "early early/a late late/undivided"),
    ("2025-11-09", "early early/a late late/undivided"),
    ("2025-11-10", "early early/a early/b late late/undivided news news/a"),
  ])
  func `what a later source says does not count, nor what belongs to it`(
    day: String, keys: String
  ) throws {
    let connection = try publishedLedger()
    try EarlierLedger.enter(EarlierQuestion(publishedBy: day), in: connection)
    let found = try rows(
      "SELECT key FROM deal UNION ALL SELECT key FROM tranche ORDER BY 1",
      in: connection)
    #expect(found.joined(separator: " ") == keys)
    let figures = try rows(
      "SELECT t.key FROM tranche_figure f LEFT JOIN tranche t ON t.id = f.tranche_id ORDER BY 1",
      in: connection)
    #expect(figures == found.filter { $0.contains("/") })
  }

  /// What is to be asked, a derived table, and whether it can be read then. A statement that will
  /// be refused tells nothing.
  @Test(arguments: [
    (["SELECT key FROM deal"], "tranche_figure", false),
    (["SELECT key FROM deal"], "party_figure", false),
    (["SELECT tranche FROM tranches"], "tranche_figure", true),
    (["SELECT tranche FROM tranches"], "leg_figure", false),
    // Tranches are derived of parties and statuses.
    (["SELECT low_minor FROM tranche_figure"], "party_figure", true),
    (["SELECT low_minor FROM tranche_figure"], "state_span", true),
    (["SELECT low_minor FROM tranche_figure"], "participation_figure", false),
    (["SELECT key FROM deal", "SELECT leg_id FROM leg_figure"], "leg_figure", true),
    ([], "contested_figure", false), (["SELECT nothing FROM deal"], "leg_figure", true),
    (["DELETE FROM deal"], "leg_figure", true), (nil, "leg_figure", true),
  ])
  func `only what is asked for is derived`(
    statements: [String]?, table: String, isReadable: Bool
  ) throws {
    let connection = try publishedLedger()
    try EarlierLedger.enter(
      EarlierQuestion(publishedBy: "2025-11-03"), toAsk: statements, in: connection)
    #expect(try rows("SELECT key FROM deal ORDER BY 1", in: connection) == ["early", "late"])
    let answer = try? rows("SELECT * FROM \(table)", in: connection)
    #expect((answer != nil) == isReadable)
  }

  @Test func `both ways of looking back go together`() throws {
    var connection = try publishedLedger()
    let run = try #require(try connection.value("SELECT MAX(id) FROM import_run", as: Int64.self))
    try Workbench.save([Workbench.deal("newest")], &connection)
    try EarlierLedger.enter(
      EarlierQuestion(knownAt: "\(run)", publishedBy: "2025-11-03"), in: connection)
    #expect(try rows("SELECT key FROM deal ORDER BY 1", in: connection) == ["early", "late"])
  }

  /// `late` cites the paper, and a filing of a week before supports it; `news` cites the paper
  /// alone.
  private func publishedLedger() throws -> Connection {
    var connection = try Workbench.make()
    var (late, news, none) = (
      Workbench.deal("late"), Workbench.deal("news"), Workbench.deal("none")
    )
    (late.origin, news.origin) = (Origin(source: "paper"), Origin(source: "paper"))
    none.origin = Origin(source: "undated")
    var support = Claim(key: "late/record/supports")
    support.recordKind = "deal"
    support.record = "late"
    support.attribute = "record"
    support.stance = "supports"
    support.origin = Workbench.source()
    var second = try Workbench.tranche("early/b", of: "early", "7 USD")
    second.origin = Origin(source: "paper")
    var remainder = try Workbench.tranche("late/undivided", of: "late")
    remainder.origin = Workbench.source()
    try Workbench.save(
      [
        Workbench.deal("early"), try Workbench.tranche("early/a", of: "early", "5 USD"), second,
        late, support, news, try Workbench.tranche("news/a", of: "news", "1 USD"), none,
      ], &connection)
    try connection.execute(
      "UPDATE tranche SET source_id = (SELECT id FROM source WHERE key = 'filing') WHERE key = ?",
      ["late/undivided"])
    _ = try Workbench.save([], &connection)
    return connection
  }
}
