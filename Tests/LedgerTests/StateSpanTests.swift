import Ledger
import SQLite
import TestSupport
import Testing

/// Events, one a line as `day kind axes`, and the spans that follow, one a line.
@Suite(.temporaryDirectory) struct StateSpanTests {
  private static let histories: [(events: String, spans: String)] = [
    // Each axis holds until an event sets it again.
    (
      """
      2025-10-01 announced company_announced - -
      2025-10-30 priced - definitive -
      2025-11-03 closed - - drawn
      """,
      """
      2025-10-01 2025-10-30 company_announced - - announced
      2025-10-30 2025-11-03 company_announced definitive - binding
      2025-11-03 - company_announced definitive drawn outstanding
      """
    ),
    // Events are taken by their day, not in the order they were told.
    (
      """
      2025-11-03 closed - - drawn
      2025-10-01 announced filed definitive committed
      """,
      """
      2025-10-01 2025-11-03 filed definitive committed binding
      2025-11-03 - filed definitive drawn outstanding
      """
    ),
    // Of a day the last word holds.
    (
      """
      2025-10-01 announced reported non_binding -
      2025-10-01 signed - definitive -
      """,
      """
      2025-10-01 - reported definitive - binding
      """
    ),
    // Without a day it holds from the beginning, until a day says otherwise.
    (
      """
      - announced reported definitive unknown
      """,
      """
      - - reported definitive unknown binding
      """
    ),
    (
      """
      2025-11-03 closed - - drawn
      - announced reported definitive none
      """,
      """
      - 2025-11-03 reported definitive none binding
      2025-11-03 - reported definitive drawn outstanding
      """
    ),
    // Repaid is funded and no longer outstanding; lapsed is nothing any more.
    (
      """
      2025-01-01 signed filed definitive drawn
      2026-01-01 repaid - - repaid
      """,
      """
      2025-01-01 2026-01-01 filed definitive drawn outstanding
      2026-01-01 - filed definitive repaid funded
      """
    ),
    (
      """
      2025-01-01 announced company_announced conditional -
      2025-06-01 lapsed - lapsed -
      """,
      """
      2025-01-01 2025-06-01 company_announced conditional - announced
      2025-06-01 - company_announced lapsed - -
      """
    ),
    // An event that sets no axis makes no span.
    (
      """
      2025-01-01 announced filed definitive committed
      2025-02-01 downgraded - - -
      """,
      """
      2025-01-01 - filed definitive committed binding
      """
    ),
  ]

  @Test(arguments: histories.indices) func `the axes by interval follow from the events`(
    index: Int
  ) throws {
    let (events, spans) = Self.histories[index]
    #expect(try Self.spans(after: events.lines) == spans.lines)
  }

  /// The three axes; the deepest stage that holds.
  @Test(arguments: [
    ("rumoured definitive drawn", "-"), ("- definitive drawn", "-"),
    ("reported - -", "announced"), ("reported non_binding -", "announced"),
    ("reported conditional committed", "announced"), ("reported conditional drawn", "announced"),
    ("company_announced definitive -", "binding"), ("filed definitive unknown", "binding"),
    ("filed definitive none", "binding"), ("filed definitive committed", "binding"),
    ("filed definitive partly_drawn", "outstanding"), ("filed definitive drawn", "outstanding"),
    ("filed definitive repaid", "funded"), ("filed lapsed drawn", "-"),
    ("filed terminated drawn", "-"),
  ])
  func `the stage follows from the axes`(axes: String, stage: String) throws {
    let spans = try Self.spans(after: ["2025-01-01 announced \(axes)"])
    #expect(spans == ["2025-01-01 - \(axes) \(stage)"])
  }

  @Test func `a span that rests on an event without a day is marked`() throws {
    var connection = try Workbench.make()
    let events = [
      "- announced filed definitive -", "2025-01-01 closed - - drawn",
      "2025-02-01 amended filed definitive -",
    ]
    try Self.save(events, &connection)
    #expect(
      try rows("SELECT from_on, is_undated FROM state_span ORDER BY from_on", in: connection) == [
        "NULL | 1", "2025-01-01 | 1", "2025-02-01 | 0",
      ])
  }

  @Test func `a tranche with events of its own has spans of its own, held with its deal's`() throws
  {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try DealRepository().insert(Workbench.deal("d"), in: transaction)
      for key in ["own", "plain"] {
        try TrancheRepository().insert(
          try Workbench.tranche(key, of: "d", "10 USD"), in: transaction)
      }
      var signed = try Workbench.event("e1", "signed", on: "2025-01-01")
      (signed.deal, signed.evidence, signed.binding) = ("d", "filed", "definitive")
      var drawn = try Workbench.event("e2", "drawn", on: "2025-03-01")
      (drawn.tranche, drawn.funding) = ("own", "drawn")
      for event in [signed, drawn] { try Repository<Event>().insert(event, in: transaction) }
      try Figures.rebuild(in: transaction)
    }
    #expect(
      try rows(
        """
        SELECT record_key, from_on, before_on, stage FROM state_spans
        WHERE record_kind = 'tranche' ORDER BY record_key, from_on
        """, in: connection) == [
          "own | 2025-01-01 | 2025-03-01 | binding", "own | 2025-03-01 | NULL | outstanding",
          "plain | 2025-01-01 | NULL | binding",
        ])
    #expect(
      try rows("SELECT from_on, stage FROM state_span WHERE deal_id > 0", in: connection) == [
        "2025-01-01 | binding"
      ])
  }

  @Test func `a tranche's event without axes leaves it to its deal`() throws {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try DealRepository().insert(Workbench.deal("d"), in: transaction)
      try TrancheRepository().insert(try Workbench.tranche("t", of: "d"), in: transaction)
      var event = try Workbench.event("e", "priced", on: "2025-01-01")
      event.tranche = "t"
      try Repository<Event>().insert(event, in: transaction)
      try Figures.rebuild(in: transaction)
    }
    #expect(try rows("SELECT * FROM state_span", in: connection) == [])
  }

  private static func save(_ events: [String], _ connection: inout Connection) throws {
    try connection.transaction { transaction in
      try DealRepository().insert(Workbench.deal("d"), in: transaction)
      for (number, line) in events.enumerated() {
        let words = line.split(separator: " ").map { $0 == "-" ? nil : String($0) }
        var event = try Workbench.event("e\(number)", words[1] ?? "", on: words[0])
        event.deal = "d"
        (event.evidence, event.binding, event.funding) = (words[2], words[3], words[4])
        try Repository<Event>().insert(event, in: transaction)
      }
      try Figures.rebuild(in: transaction)
    }
  }

  private static func spans(after events: [String]) throws -> [String] {
    var connection = try Workbench.make()
    try save(events, &connection)
    return try connection.query(
      """
      SELECT from_on, before_on, evidence, binding, funding, stage FROM state_span
      ORDER BY coalesce(from_on, ''), id
      """
    ) { row in
      try row.values().map { value in
        if case .text(let text) = value { return text }
        return "-"
      }.joined(separator: " ")
    }
  }
}

extension String {
  fileprivate var lines: [String] { split(separator: "\n").map(String.init) }
}
