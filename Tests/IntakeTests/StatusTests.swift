import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Dates as pairs, the axes that ride on them, and what measures and purposes follow.
@Suite(.temporaryDirectory) struct StatusTests {
  /// A date as written; its first and last day.
  @Test(arguments: [
    ("2025", "2025-01-01 | 2025-12-31"), ("2025-11", "2025-11-01 | 2025-11-30"),
    ("2024-02", "2024-02-01 | 2024-02-29"), ("2025-11-03", "2025-11-03 | 2025-11-03"),
    ("2025-Q4", "2025-10-01 | 2025-12-31"), ("2025-H1", "2025-01-01 | 2025-06-30"),
    ("2025-autumn", "2025-09-01 | 2025-11-30"), ("2025-spring", "2025-03-01 | 2025-05-31"),
    ("2025-summer", "2025-06-01 | 2025-08-31"), ("2025-09/2025-10", "2025-09-01 | 2025-10-31"),
  ])
  func `a date is the first and the last day it can mean`(written: String, pair: String) throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal("d", "\"announced_on\": \"\(written)\""))
    #expect(
      try rows("SELECT occurred_on, occurred_until FROM event", in: connection) == [pair])
  }

  @Test(arguments: ["2025-02-30", "2025-13", "2025-Q5", "November 2025", "2025-11/2025-10", "25"])
  func `what is no date is refused`(written: String) throws {
    let problems = try Workbench.problems(
      Workbench.deal("d", "\"announced_on\": \"\(written)\""))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("/announced_on: ") == true)
  }

  /// The dates of a deal; its events with the axes on them.
  @Test(arguments: [
    (
      "announced 2025-01-01, priced 2025-02-01, signed 2025-03-01, closed 2025-04-01",
      "announced filed - -, priced - - -, signed - definitive -, closed - - drawn"
    ),
    (
      "announced 2025-01-01, priced 2025-02-01, closed 2025-04-01",
      "announced filed - -, priced - definitive -, closed - - drawn"
    ),
    ("announced 2025-01-01, closed 2025-04-01", "announced filed - -, closed - definitive drawn"),
    ("announced 2025-01-01, signed 2025-03-01", "announced filed - -, signed - definitive drawn"),
    ("priced 2025-02-01, closed 2025-04-01", "priced filed definitive -, closed - - drawn"),
    ("announced 2025-01-01", "announced filed definitive drawn"),
    ("closed 2025-04-01", "closed filed definitive drawn"),
  ])
  func `the axes ride on the dates`(dates: String, events: String) throws {
    let members = dates.split(separator: ", ").map { entry in
      let words = entry.split(separator: " ")
      return "\"\(words[0])_on\": \"\(words[1])\""
    }
    let connection = try Workbench.ledger(
      with: Workbench.deal("d", members: members + ["\"funding\": \"drawn\""]))
    #expect(try Self.events(in: connection) == events.split(separator: ", ").map(String.init))
  }

  @Test func `without a date the axes ride on the day of the first source`() throws {
    let connection = try Workbench.ledger(with: Workbench.deal("d"))
    #expect(try Self.events(in: connection) == ["announced filed definitive unknown"])
    #expect(try rows("SELECT occurred_on FROM event", in: connection) == ["2025-11-10"])
  }

  @Test func `without any day they ride on an event of no day`() throws {
    let source = #""sources": [{"title": "T", "publisher": "P", "grade": "S"}]"#
    let connection = try Workbench.ledger(with: Workbench.deal("d", source))
    #expect(try rows("SELECT kind, occurred_on FROM event", in: connection) == ["announced | NULL"])
    #expect(
      try rows("SELECT is_undated, stage FROM state_span WHERE deal_id > 0", in: connection)
        == ["1 | binding"])
  }

  @Test func `nested events set the axes they name, and cite the source they name`() throws {
    let connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"signed_on\": \"2025-01-01\"",
        #""events": [{"event": "drawn", "on": "2025-06", "funding": "partly_drawn", "amount": 5, "#
          + #""currency": "USD", "source": 1, "locator": "page 2"}]"#,
        #""sources": ["paper", {"key": "other", "title": "T", "publisher": "P", "grade": "S"}]"#))
    #expect(
      try rows(
        """
        SELECT e.key, e.funding, e.amount_minor, s.key, e.locator FROM event e
        JOIN source s ON s.id = e.source_id WHERE e.kind = 'drawn'
        """, in: connection) == [
          "d/event/drawn/2025-06-01 | partly_drawn | 500 | other | page 2"
        ])
  }

  /// Kind, binding, whether it closed, funding as stated; funding, and whether it is derived.
  @Test(arguments: [
    ("bond", "definitive", true, "-", "drawn | 1"),
    ("convertible", "definitive", true, "-", "drawn | 1"),
    ("securitisation", "definitive", true, "-", "drawn | 1"),
    ("bond", "definitive", false, "-", "unknown | 1"),
    ("bond", "conditional", true, "-", "unknown | 1"),
    ("term_loan", "definitive", true, "-", "unknown | 1"),
    ("asset_backed", "definitive", true, "-", "unknown | 1"),
    ("bond", "definitive", true, "committed", "committed | 0"),
    ("term_loan", "definitive", false, "drawn", "drawn | 0"),
  ])
  func `missing funding is drawn for closed securities alone`(
    kind: String, binding: String, isClosed: Bool, stated: String, expected: String
  ) throws {
    var members = ["\"kind\": \"\(kind)\"", "\"binding\": \"\(binding)\""]
    if isClosed { members.append("\"closed_on\": \"2025-01-01\"") }
    if stated != "-" { members.append("\"funding\": \"\(stated)\"") }
    let connection = try Workbench.ledger(with: Workbench.deal("d", members: members))
    #expect(
      try rows("SELECT funding, funding_is_derived FROM event", in: connection) == [expected])
  }

  /// What is said of the loan of 100, and its draws; funding by day, and whether it is derived.
  @Test(arguments: [
    ("", "60 on 2025-12-01", "2025-12-01 partly_drawn 1"),
    ("", "60 on 2025-12-01, 40 on 2026-01-05", "2025-12-01 partly_drawn 1, 2026-01-05 drawn 1"),
    ("", "100 on 2025-12-01", "2025-12-01 drawn 1"),
    // The article is of 10 November; that nobody says more there takes nothing from the draw.
    ("", "60 on 2025-03-01", "2025-03-01 partly_drawn 1"),
    (
      #""funding": "committed""#, "60 on 2025-12-01",
      "2025-11-10 committed 0, 2025-12-01 partly_drawn 1"
    ),
    (#""funding": "drawn""#, "60 on 2025-12-01", "2025-11-10 drawn 0"),
    ("", "60 on 2025-12-01 drawn", "2025-12-01 drawn 0"),
  ])
  func `a draw says that money has moved`(
    status: String, draws: String, expected: String
  ) throws {
    let events = draws.split(separator: ", ").map { draw in
      let words = draw.split(separator: " ")
      let funding = words.count > 3 ? #", "funding": "\#(words[3])""# : ""
      return #"{"event": "drawn", "amount": \#(words[0]), "currency": "USD", "#
        + #""on": "\#(words[2])"\#(funding)}"#
    }
    let members = [
      #""kind": "delayed_draw_term_loan""#, #""amount": 100"#, #""currency": "USD""#,
      "\"events\": [\(events.joined(separator: ", "))]", status,
    ].filter { !$0.isEmpty }
    let connection = try Workbench.ledger(with: Workbench.deal("d", members: members))
    #expect(
      try rows(
        """
        SELECT occurred_on || ' ' || funding || ' ' || funding_is_derived FROM event
        WHERE funding <> 'unknown' ORDER BY occurred_on, id
        """, in: connection
      ).joined(separator: ", ") == expected)
    let unknownAfter = try rows(
      """
      SELECT u.key FROM event u JOIN event e ON e.funding <> 'unknown'
        AND e.occurred_on < u.occurred_on WHERE u.funding = 'unknown'
      """, in: connection)
    #expect(unknownAfter == [])
  }

  /// An event of a tranche of 300; what is told.
  @Test(arguments: [
    (
      #"{"event": "upsized", "on": "2025-12-01", "amount": 500, "currency": "USD"}"#,
      "/tranches/0/events/0: d/a has USD 500 by its last event, and 300 on record"
    ),
    (#"{"event": "upsized", "on": "2025-12-01", "amount": 300, "currency": "USD"}"#, ""),
    (#"{"event": "repaid", "on": "2025-12-01", "amount": 100, "currency": "USD"}"#, ""),
  ])
  func `a size that the record does not have is told`(event: String, told: String) throws {
    var ledger = try Workbench.make()
    let tranche = #"{"key": "d/a", "name": "A", "amount": 300, "events": [\#(event)]}"#
    let summary = try Workbench.load(
      Workbench.deal("d", #""currency": "USD""#, "\"tranches\": [\(tranche)]"), &ledger)
    #expect(summary.warnings.map(\.message).joined() == told)
  }

  private static func events(in connection: borrowing Connection) throws -> [String] {
    try connection.query(
      """
      SELECT kind, coalesce(evidence, '-'), coalesce(binding, '-'), coalesce(funding, '-')
      FROM event ORDER BY id
      """
    ) { row in
      try (0..<4).map { try row($0, as: String.self) }.joined(separator: " ")
    }
  }
}
