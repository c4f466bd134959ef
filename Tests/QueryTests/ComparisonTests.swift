import Ledger
import SQLite
import TestSupport
import Testing

/// What two claims on one attribute have to do with each other.
@Suite(.temporaryDirectory) struct ComparisonTests {
  private static func bond(_ claims: String...) -> String {
    Document.bond(
      "a", "3",
      more: #""claims": [\#(claims.map { "{\($0), \"source\": 0}" }.joined(separator: ", "))]"#)
  }

  private static func amount(_ words: String, _ stance: String) -> String {
    let parts = words.split(separator: " ").map(String.init)
    let figures = parts[0].split(separator: "-").map(String.init)
    let figure =
      figures.count == 2
      ? #""amount_low": \#(figures[0])e6, "amount_high": \#(figures[1])e6"#
      : #""amount": \#(figures[0])e6, "qualifier": "\#(parts[1])""#
    let measure = parts.count > 2 ? parts[2] : "priced"
    let currency = parts.count > 3 ? parts[3] : "USD"
    return #""attribute": "order_book", "stance": "\#(stance)", "currency": "\#(currency)", "#
      + #""measure": "\#(measure)", \#(figure)"#
  }

  /// The amount that is followed and another, in millions with qualifier, measure and currency:
  /// what keeps them apart, in what they differ, and whether that is resolved.
  @Test(arguments: [
    ("27000 exact", "27300 exact", "NULL | rounding | 1"),
    ("34900 exact", "35000 about", "NULL | rounding | 1"),
    ("23250 exact", "23000 about", "NULL | rounding | 1"),
    ("23250 exact", "23300 exact", "NULL | rounding | 1"),
    ("23250 exact", "23400 exact", "NULL | value | 0"),
    ("27000 exact", "28000 exact", "NULL | value | 0"),
    ("30000 exact", "27300 exact", "NULL | value | 0"),
    ("100000 exact", "96000 exact", "NULL | rounding | 1"),
    ("100000 exact", "94000 exact", "NULL | value | 0"),
    ("5000 exact", "5300 exact", "NULL | value | 0"),
    ("27000 exact", "27000 about", "NULL | NULL | 0"),
    ("27000 exact", "27000-29000", "NULL | value | 0"),
    ("27000-29000", "28500 exact", "NULL | value | 0"),
    ("27000-29000", "30000 exact", "NULL | value | 0"),
    ("27000-29000", "27500-28500", "NULL | value | 0"),
    ("27000-29000", "28000-30000", "NULL | value | 0"),
    ("13000 exact", "20000 up_to", "NULL | value | 0"),
    ("25000 exact", "20000 up_to", "NULL | value | 0"),
    ("13000 exact", "10000 at_least", "NULL | value | 0"),
    ("9000 exact", "10000 at_least", "NULL | value | 0"),
    ("13000 exact paid", "135000 exact marked", "measure | NULL | 0"),
    ("13000 exact paid", "13000 exact paid EUR", "currency | NULL | 0"),
    ("13000 exact paid", "135000 exact marked EUR", "measure, currency | NULL | 0"),
  ])
  func `two amounts agree, differ or cannot be compared`(
    followed: String, other: String, expected: String
  ) throws {
    let ledger = try SmallLedger.open(
      Self.bond(Self.amount(followed, "preferred"), Self.amount(other, "alternative")))
    let row = try ledger.query(
      """
      SELECT coalesce(incomparable_because, 'NULL') || ' | ' || coalesce(dispute_kind, 'NULL')
        || ' | ' || is_resolved FROM comparisons WHERE attribute = 'order_book'
      """
    ) { try $0(0, as: String.self) }
    #expect(row == [expected])
  }

  /// What is followed and another: whether one lies within what the other leaves open.
  @Test(arguments: [
    ("27000 exact", "27000-29000", 1), ("27000-29000", "30000 exact", 0),
    ("27000-29000", "27500-28500", 1), ("27000-29000", "28000-30000", 0),
    ("13000 exact", "20000 up_to", 1), ("25000 exact", "20000 up_to", 0),
    ("10000 at_least", "13000 exact", 1), ("10000 at_least", "9000 exact", 0),
    ("27000 exact", "27300 exact", 0),
  ])
  func `one amount lies within what the other leaves open`(
    followed: String, other: String, isWithin: Int
  ) throws {
    let ledger = try SmallLedger.open(
      Self.bond(Self.amount(followed, "preferred"), Self.amount(other, "alternative")))
    let flags = try ledger.query(
      "SELECT is_within FROM comparisons WHERE attribute = 'order_book'"
    ) { try $0(0, as: Int.self) }
    #expect(flags == [isWithin])
  }

  /// An attribute, what is followed and what else is said: in what they differ.
  @Test(arguments: [
    ("tranche_count", "6", "7", "value"), ("ratio", "2.34", "2.3", "rounding"),
    ("horizon", "2025", "2026", "value"), ("announced_on", "2025-11", "2025-11-03", "rounding"),
    ("announced_on", "2025-10", "2025-11-03", "value"), ("label", "Yes", "yes", "NULL"),
    ("payer", "A", "B", "direction"),
  ])
  func `two words agree or differ`(
    attribute: String, followed: String, other: String, kind: String
  ) throws {
    func claim(_ value: String, _ stance: String) -> String {
      #""attribute": "\#(attribute)", "value": "\#(value)", "stance": "\#(stance)""#
    }
    let ledger = try SmallLedger.open(
      Self.bond(claim(followed, "preferred"), claim(other, "alternative")))
    let kinds = try ledger.query(
      "SELECT coalesce(dispute_kind, 'NULL') FROM comparisons WHERE attribute = '\(attribute)'"
    ) { try $0(0, as: String.self) }
    #expect(kinds == [kind])
  }

  @Test func `copies of one report are one origin, filings are counted apart`() throws {
    func claim(_ source: String, _ more: String = "") -> String {
      #"{"on": "a", "attribute": "tranche_count", "value": "6", "stance": "alternative", "#
        + #""sources": [{"title": "\#(source)", "publisher": "\#(source)"\#(more)}]"#
    }
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "3",
        more: #""claims": [{"attribute": "tranche_count", "value": "6", "stance": "preferred", "#
          + #""source": 0}]"#),
      claim("Daily One") + #", "asserted_by": "Reuters", "reported_by": "Bloomberg"}"#,
      claim("Daily Two") + #", "asserted_by": "Reuters"}"#,
      claim("Reuters") + "}",
      claim("SEC", #", "grade": "P""#) + "}",
      #"{"on": "a", "attribute": "tranche_count", "stance": "supports", "#
        + #""sources": [{"title": "Other", "publisher": "Other"}]}"#)
    let counts = try ledger.query(
      """
      SELECT sources || ' ' || independent_origins || ' ' || official_sources || ' ' || is_followed
      FROM claim_origins WHERE attribute = 'tranche_count'
      """
    ) { try $0(0, as: String.self) }
    // The paper, Reuters three times, the SEC, and the other one that only supports.
    #expect(counts == ["6 4 1 1"])
  }

  @Test func `the sources of a record as a whole are counted with its own`() throws {
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "3",
        more: #""sources": ["paper", {"title": "T", "publisher": "The Paper"}, "#
          + #"{"title": "U", "publisher": "SEC", "grade": "P"}]"#))
    let counts = try ledger.query(
      """
      SELECT sources || ' ' || independent_origins || ' ' || official_sources FROM claim_origins
      WHERE attribute = 'record' AND record_key = 'a'
      """
    ) { try $0(0, as: String.self) }
    #expect(counts == ["3 2 1"])
  }

  /// What is contested, and which results say so.
  @Test(arguments: [
    (
      #"{"on": "a", "attribute": "amount", "measure": "priced", "amount": 4e9, "currency": "USD""#,
      "junk issuance private"
    ),
    (#"{"on": "a", "attribute": "issuer", "value": "Other Borrower""#, "junk issuance private"),
    (#"{"on": "a", "attribute": "priced_on", "value": "2025-07-02""#, "junk issuance private"),
    (
      #"{"on": "a/event/priced", "attribute": "binding", "value": "conditional""#,
      "junk issuance private"
    ),
    (#"{"on": "borrower/sp/2025-05-01", "attribute": "grade", "value": "BB""#, "junk issuance"),
    (#"{"on": "a/p1", "attribute": "party", "value": "Another Lender""#, "private"),
    (#"{"on": "lendco", "attribute": "kind", "value": "bank""#, "private"),
    (#"{"on": "a", "attribute": "market", "value": "private_credit""#, "private"),
  ])
  func `every result that rests on an unresolved contradiction says so`(
    claim: String, results: String
  ) throws {
    let ledger = try SmallLedger.open(
      #"{"party_kind": "private_credit_fund", "key": "lendco", "name": "Lendco", "#
        + #""sources": ["paper"]}"#,
      Document.bond(
        "a", "3",
        more: #""market": "rule_144a", "participants": [{"party": "Lendco", "role": "lender"}]"#),
      #"{"agency": "S&P", "grade": "BBB", "party": "Borrower", "scope": "issuer", "#
        + #""key": "borrower/sp/2025-05-01", "date": "2025-05-01"}"#,
      claim + #", "stance": "alternative", "sources": ["paper"]}"#)
    let queries = [
      ("junk", "junk-bond-share"), ("issuance", "issuance-by-issuer"),
      ("private", "private-credit-total"),
    ]
    var saying: [String] = []
    for (name, query) in queries {
      let rows = try Answer.rows(query, "rows_contradicted", in: ledger)
      if rows.contains("1") { saying.append(name) }
    }
    #expect(saying.joined(separator: " ") == results)
  }
}
