import Ledger
import SQLite
import TestSupport
import Testing

/// What a tranche amounts to by interval: its size, what is drawn of it, what is owed.
@Suite(.temporaryDirectory) struct BalanceTests {
  /// Size on record; events as `day kind amount axes`; then `from before stage size funded owed`.
  private static let histories: [(amount: String, events: String, spans: String)] = [
    // A bond is owed in full from its closing until it is repaid.
    (
      "100",
      """
      2025-01-01 priced - definitive
      2025-01-05 closed - drawn
      2026-01-05 repaid - repaid
      """,
      """
      2025-01-01 2025-01-05 binding 100 - -
      2025-01-05 2026-01-05 outstanding 100 100 100
      2026-01-05 - funded 100 100 0
      """
    ),
    // Upsized: before, it has the size it was launched with.
    (
      "23",
      """
      2025-08-01 launched 22 conditional
      2025-10-01 upsized 23 -
      2025-11-01 signed - definitive
      """,
      """
      2025-08-01 2025-10-01 announced 22 - -
      2025-10-01 2025-11-01 announced 23 - -
      2025-11-01 - binding 23 - -
      """
    ),
    // Upsized from nobody says what: unknown before, never the later size.
    (
      "150",
      """
      2025-08-01 signed - definitive
      2026-05-01 upsized 150 -
      """,
      """
      2025-08-01 2026-05-01 binding - - -
      2026-05-01 - binding 150 - -
      """
    ),
    // Draws add up; the rest is not owed.
    (
      "40",
      """
      2026-01-01 signed - definitive
      2026-04-01 drawn 10 partly_drawn
      2026-06-01 drawn 5 -
      2026-09-01 drawn 25 drawn
      """,
      """
      2026-01-01 2026-04-01 binding 40 - -
      2026-04-01 2026-06-01 outstanding 40 10 10
      2026-06-01 2026-09-01 outstanding 40 15 15
      2026-09-01 - outstanding 40 40 40
      """
    ),
    // Drawn in part, and nobody says how much.
    (
      "40", "2026-01-01 signed - definitive,partly_drawn",
      "2026-01-01 - outstanding 40 - -"
    ),
    // Partial repayment.
    (
      "100",
      """
      2025-01-01 closed - definitive,drawn
      2026-01-01 repaid 30 -
      2027-01-01 repaid 30 -
      """,
      """
      2025-01-01 2026-01-01 outstanding 100 100 100
      2026-01-01 2027-01-01 outstanding 100 100 70
      2027-01-01 - outstanding 100 100 40
      """
    ),
    // A balance a source reports stands, and is brought forward.
    (
      "100",
      """
      2025-01-01 closed - definitive,partly_drawn
      2025-06-30 balance 62 -
      2025-09-01 drawn 8 -
      2025-12-01 repaid 20 -
      """,
      """
      2025-01-01 2025-06-30 outstanding 100 - -
      2025-06-30 2025-09-01 outstanding 100 62 62
      2025-09-01 2025-12-01 outstanding 100 70 70
      2025-12-01 - outstanding 100 70 50
      """
    ),
    // Lapsed: nothing is announced any more, and its size stays what it was.
    (
      "100",
      """
      2025-09-22 announced - non_binding
      2026-02-27 lapsed - lapsed
      """,
      """
      2025-09-22 2026-02-27 announced 100 - -
      2026-02-27 - - 100 - -
      """
    ),
  ]

  @Test(arguments: histories.indices) func `balances follow from the events`(index: Int) throws {
    let (amount, events, spans) = Self.histories[index]
    for ofTranche in [true, false] {
      var connection = try Workbench.make()
      var records: [any Record] = [Workbench.deal("d")]
      records.append(try Workbench.tranche("t", of: "d", "\(amount) USD"))
      for (number, line) in events.split(separator: "\n").enumerated() {
        var event = try Self.event("e\(number)", String(line))
        if ofTranche { event.tranche = "t" } else { event.deal = "d" }
        records.append(event)
      }
      try Workbench.save(records, &connection)
      let found = try connection.query(
        """
        SELECT from_on, before_on, stage, size_low_minor / 100,
          CASE WHEN stage IN ('funded', 'outstanding') THEN CAST(funded_low AS INTEGER) END,
          outstanding_low_minor / 100
        FROM balance_spans ORDER BY from_on
        """
      ) { row in
        try row.values().map { value in
          switch value {
          case .null: "-"
          case .integer(let number): String(number)
          case .text(let text): text
          default: "?"
          }
        }.joined(separator: " ")
      }
      #expect(found == spans.split(separator: "\n").map(String.init), "\(ofTranche)")
      #expect(try Figures.stale(in: connection).isEmpty)
    }
  }

  @Test func `amounts of a deal with several tranches are nobody's`() throws {
    var connection = try Workbench.make()
    var drawn = try Self.event("e", "2026-04-01 drawn 10 partly_drawn")
    drawn.deal = "d"
    try Workbench.save(
      [
        Workbench.deal("d"), try Workbench.tranche("a", of: "d", "20 USD"),
        try Workbench.tranche("b", of: "d", "20 USD"), drawn,
      ], &connection)
    #expect(
      try rows("SELECT tranche_key, outstanding_low FROM balance_spans ORDER BY 1", in: connection)
        == ["a | NULL", "b | NULL"])
  }

  @Test func `as of a day before the upsizing the smaller size stands`() throws {
    var connection = try Workbench.make()
    var launched = try Self.event("e1", "2025-08-01 launched 22 definitive")
    var upsized = try Self.event("e2", "2025-10-01 upsized 23 -")
    (launched.tranche, upsized.tranche) = ("t", "t")
    try Workbench.save(
      [Workbench.deal("d"), try Workbench.tranche("t", of: "d", "23 USD"), launched, upsized],
      &connection)
    let issued = """
      SELECT low_usd_minor / 100 FROM positions
      WHERE from_on <= ?1 AND (before_on IS NULL OR ?1 < before_on)
      """
    for (day, size) in [("2025-09-30", 22), ("2025-10-01", 23)] {
      #expect(try connection.value(issued, [day], as: Int.self) == size)
    }
  }

  @Test func `a tap joins its series, and both count`() throws {
    var connection = try Workbench.make()
    var tap = try Workbench.tranche("tap", of: "tapping", "25 USD")
    tap.joins = "first"
    try Workbench.save(
      [
        Workbench.deal("d"), try Workbench.tranche("first", of: "d", "100 USD"),
        Workbench.deal("tapping"), tap, Workbench.link("taps", from: "tapping", to: "d"),
      ], &connection)
    #expect(
      try rows("SELECT series_key, taps, amount_low, amount_high FROM series", in: connection)
        == ["first | 1 | 125.0 | 125.0"])
    #expect(try rows("SELECT SUM(low_minor) / 100 FROM positions", in: connection) == ["125"])
  }

  /// Size on record; events as above with the day what they draw or extend falls due behind a
  /// slash; then what falls due when, of a tranche that falls due in 2030.
  @Test(
    arguments: [
      ("100", "", "maturity 2030-01-01 100"),
      // Each draw has its own five years; nothing else is drawn.
      (
        "40",
        """
        2026-04-01 drawn 10 definitive,partly_drawn/2031-04-01
        2026-06-01 drawn 5 partly_drawn/2031-06-01
        """,
        """
        draw 2031-04-01 10
        draw 2031-06-01 5
        """
      ),
      // A draw without its own maturity falls due with the tranche.
      (
        "40",
        """
        2026-04-01 drawn 10 definitive,partly_drawn/2031-04-01
        2026-06-01 drawn 5 partly_drawn
        """,
        """
        maturity 2030-01-01 5
        draw 2031-04-01 10
        """
      ),
      // Lenders of 70 of 100 extend by two years: one tranche, two dates, one sum.
      (
        "100",
        """
        2025-01-01 closed - definitive,drawn
        2027-01-01 extended 70 -/2032-01-01
        """,
        """
        maturity 2030-01-01 30
        extension 2032-01-01 70
        """
      ),
      // Repaid in part, and in full.
      (
        "100",
        """
        2025-01-01 closed - definitive,drawn
        2027-01-01 repaid 30 -
        """, "maturity 2030-01-01 70"
      ),
      (
        "100",
        """
        2025-01-01 closed - definitive,drawn
        2027-01-01 repaid - repaid
        """, ""
      ),
    ])
  func `principal falls due as events say`(amount: String, events: String, due: String) throws {
    var connection = try Workbench.make()
    var tranche = try Workbench.tranche("t", of: "d", "\(amount) USD")
    tranche.matures = try Workbench.days("2030-01-01")
    var records: [any Record] = [Workbench.deal("d"), tranche]
    for (number, line) in events.split(separator: "\n").enumerated() {
      let parts = line.split(separator: "/").map(String.init)
      var event = try Self.event("e\(number)", parts[0])
      event.tranche = "t"
      if parts.count > 1 { event.matures = try Workbench.days(parts[1]) }
      records.append(event)
    }
    try Workbench.save(records, &connection)
    let found = try connection.query(
      "SELECT basis, due_on, amount_minor / 100 FROM repayments ORDER BY due_on"
    ) { "\(try $0(0, as: String.self)) \(try $0(1, as: String.self)) \(try $0(2, as: Int.self))" }
    #expect(found == due.split(separator: "\n").map(String.init))
  }

  private static func event(_ key: String, _ line: String) throws -> Event {
    let words = line.split(separator: " ").map(String.init)
    var event = try Workbench.event(key, words[1], on: words[0])
    if words[2] != "-" { event.amount = try Workbench.amountColumns("\(words[2]) USD") }
    event.amount.measureIsDerived = nil
    if key == "e0" || key == "e1" { event.evidence = "filed" }
    for axis in words[3].split(separator: ",").map(String.init) {
      switch axis {
      case "definitive", "conditional", "non_binding", "lapsed": event.binding = axis
      case "partly_drawn", "drawn", "repaid": event.funding = axis
      default: break
      }
    }
    return event
  }
}
