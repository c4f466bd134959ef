import Intake
import SQLite
import TestSupport
import Testing

/// What the words of status stand for, and on which days they ride.
@Suite(.temporaryDirectory) struct SheetStatusTests {
  /// A word; evidence, binding, funding and stage of a bond, and what measure its amount is.
  static let words = [
    ("rumoured", "rumoured | non_binding | unknown | NULL | ceiling"),
    ("Rumored", "rumoured | non_binding | unknown | NULL | ceiling"),
    ("ryktad", "rumoured | non_binding | unknown | NULL | ceiling"),
    ("announced", "reported | conditional | unknown | announced | ceiling"),
    ("annonserad", "reported | conditional | unknown | announced | ceiling"),
    ("launched", "reported | conditional | unknown | announced | ceiling"),
    ("mandated", "reported | conditional | unknown | announced | ceiling"),
    ("priced", "reported | definitive | unknown | binding | priced"),
    ("PRISSATT", "reported | definitive | unknown | binding | priced"),
    ("signed", "reported | definitive | unknown | binding | priced"),
    ("undertecknad", "reported | definitive | unknown | binding | priced"),
    ("closed", "reported | definitive | drawn | outstanding | priced"),
    ("slutförd", "reported | definitive | drawn | outstanding | priced"),
    ("completed", "reported | definitive | drawn | outstanding | priced"),
    ("withdrawn", "reported | terminated | unknown | NULL | ceiling"),
    ("cancelled", "reported | terminated | unknown | NULL | ceiling"),
    ("återkallad", "reported | terminated | unknown | NULL | ceiling"),
    ("inställd", "reported | terminated | unknown | NULL | ceiling"),
    ("lapsed", "reported | lapsed | unknown | NULL | ceiling"),
    ("", "reported | NULL | unknown | announced | ceiling"),
  ]

  @Test func `a word of status stands for three axes`() throws {
    let lines = Self.words.enumerated().map { number, word in
      "d\(number);Alder;bond;USD;5;2025-11-03;\(word.0)"
    }
    let connection = try SheetBench.ledger(
      with: "deal_id;issuer;instrument;currency;amount;announced;status\n"
        + lines.joined(separator: "\n"))
    let stored = try rows(
      """
      SELECT s.evidence, s.binding, s.funding, s.stage, t.measure
      FROM state_span s JOIN tranche t ON t.deal_id = s.deal_id ORDER BY t.id
      """, in: connection)
    #expect(
      zip(Self.words, stored).map { "\($0.0) → \($1)" }
        == Self.words.map { "\($0.0) → \($0.1)" })
    #expect(stored.count == Self.words.count)
  }

  /// Status, evidence, binding and funding as they stand; the axes they make.
  @Test(arguments: [
    ("announced;filed;;", "filed | conditional | unknown | 1"),
    ("closed;company announced;;", "company_announced | definitive | drawn | 1"),
    ("rumoured;;definitive;", "rumoured | definitive | unknown | 1"),
    (";filed;definitive;drawn", "filed | definitive | drawn | 0"),
    (";;;repaid", "reported | NULL | repaid | 0"),
    ("signed;;;partly drawn", "reported | definitive | partly_drawn | 0"),
  ])
  func `a column of its own says more than the word of status`(cells: String, axes: String) throws {
    let connection = try SheetBench.ledger(
      with: "issuer;instrument;announced;status;evidence;binding;funding\n"
        + "Alder;bond;2025-11-03;\(cells)\n")
    #expect(
      try rows(
        "SELECT evidence, binding, funding, funding_is_derived FROM event", in: connection)
        == [axes])
  }

  /// Instrument and days announced, priced, signed, closed; the events with their axes.
  @Test(arguments: [
    (
      "bond;2025-10-01;2025-10-02;;2025-10-09",
      [
        "announced | 2025-10-01 | filed | NULL | NULL",
        "priced | 2025-10-02 | NULL | definitive | NULL",
        "closed | 2025-10-09 | NULL | NULL | drawn",
      ]
    ),
    (
      "term loan;;;2025-10-02;2025-10-09",
      [
        "signed | 2025-10-02 | filed | definitive | NULL",
        "closed | 2025-10-09 | NULL | NULL | unknown",
      ]
    ),
    (
      "bond;2025-10-01;;2025-10-02;",
      [
        "announced | 2025-10-01 | filed | NULL | NULL",
        "signed | 2025-10-02 | NULL | definitive | unknown",
      ]
    ),
    ("bond;2025-10;;;", ["announced | 2025-10-01 | filed | definitive | unknown"]),
    ("bond;;;;", ["announced | NULL | filed | definitive | unknown"]),
  ])
  func `evidence rides on the first day, binding on pricing or signing, funding on closing`(
    days: String, events: [String]
  ) throws {
    let connection = try SheetBench.ledger(
      with: "issuer;evidence;binding;instrument;announced;priced;signed;closed\n"
        + "Alder;filed;definitive;\(days)\n")
    #expect(
      try rows(
        "SELECT kind, occurred_on, evidence, binding, funding FROM event ORDER BY id",
        in: connection) == events)
  }

  @Test func `without a date of its own a deal is of the day of its source`() throws {
    let connection = try SheetBench.ledger(
      with: """
        deal_id;issuer;instrument;source_title;source_date
        d;Alder;bond;News;2025-11-10
        e;Alder;bond;Other news;
        """)
    #expect(
      try rows("SELECT kind, occurred_on, evidence FROM event ORDER BY id", in: connection)
        == ["announced | 2025-11-10 | reported", "announced | NULL | reported"])
  }
}
