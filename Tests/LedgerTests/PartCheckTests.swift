import Ledger
import SQLite
import TestSupport
import Testing

/// What `deals check` finds in terms, repayments, pledges, milestones, holdings and themes.
@Suite(.temporaryDirectory) struct PartCheckTests {
  /// A deal signed on 3 November 2025 with a tranche of 100 dollars, an asset, a theme.
  private static let ground = """
    INSERT INTO deal (key, name, kind, issuer_id, source_id) SELECT 'd', 'D', 'loan', p.id, s.id
    FROM party p, source s WHERE p.key = 'meta' AND s.key = 'filing';
    INSERT INTO tranche (key, deal_id, name, instrument, amount_minor, qualifier, currency,
      source_id) SELECT 't', id, 'T', 'loan', 10000, 'exact', 'USD', source_id FROM deal;
    INSERT INTO event (key, deal_id, kind, occurred_on, occurred_until, source_id)
    SELECT 'd/signed', id, 'signed', '2025-11-03', '2025-11-03', source_id FROM deal;
    INSERT INTO asset (key, name, kind, source_id) SELECT 'a', 'A', 'site', source_id FROM deal;
    INSERT INTO theme (key, name, definition, source_id) SELECT 'h', 'H', 'x', source_id FROM deal;
    """

  private static func insert(_ table: String, _ values: String) -> String {
    let of = [
      "term": "key, deal_id", "milestone": "key, deal_id", "repayment": "tranche_id",
      "pledge": "key, deal_id, asset_id", "holding": "holder_id",
      "theme_member": "key, theme_id, deal_id",
    ]
    let ids = [
      "term": "'x', 1", "milestone": "'x', 1", "repayment": "1", "pledge": "'x', 1, 1",
      "holding": "1", "theme_member": "'x', 1, 1",
    ]
    let (names, rest) = (values.split(separator: " = ")[0], values.split(separator: " = ")[1])
    return """
      INSERT INTO \(table) (\(of[table] ?? ""), \(names), source_id)
      SELECT \(ids[table] ?? ""), \(rest), source_id FROM deal;
      """
  }

  /// What is on record; the check that speaks and what it says, nil where nothing is to be said.
  private static let rules: [(sql: String, finding: String?)] = [
    (insert("term", "kind, number, unit = 'advance_rate', 70, 'percent'"), nil),
    (
      insert("term", "kind, number, unit = 'advance_rate', 700, 'percent'"),
      "plausibility: term x: advance rate of 700.0 percent"
    ),
    (
      insert("term", "kind, number, number_high, unit = 'tenor', 7, 5, 'years'"),
      "plausibility: term x: number of 7.0 to 5.0"
    ),
    (
      insert(
        "term",
        "kind, starts_on, starts_until, ends_on, ends_until = 'call', '2030-01-01', '2030-01-01', "
          + "'2029-01-01', '2029-12-31'"),
      "plausibility: term x: ends on 2029-12-31, before it starts on 2030-01-01"
    ),
    (insert("term", "kind = 'promise'"), "codes: term x: kind 'promise' is not in the list"),
    (
      insert("term", "kind, number, unit = 'tenor', 7, 'moons'"),
      "codes: term x: unit 'moons' is not in the list term_unit"
    ),
    (insert("pledge", "kind = 'handshake'"), "codes: pledge x: kind 'handshake'"),
    (
      insert(
        "pledge",
        "kind, from_on, from_until, released_on, released_until = 'mortgage', '2026-01-01', "
          + "'2026-01-31', '2025-12-01', '2025-12-31'"),
      "plausibility: pledge x: released on 2025-12-31, before it began on 2026-01-01"
    ),
    (insert("milestone", "kind = 'wish'"), "codes: milestone x: kind 'wish'"),
    (
      insert("milestone", "kind, reached_on, reached_until = 'date', '2025-11-03', '2025-11-03'"),
      nil
    ),
    (
      insert("milestone", "kind, reached_on, reached_until = 'date', '2025-11-02', '2025-11-02'"),
      "plausibility: milestone x: reached on 2025-11-02, before it was signed on 2025-11-03"
    ),
    (
      insert(
        "theme_member",
        "from_on, from_until, before_on, before_until = '2026-01-01', '2026-01-01', '2025-01-01', "
          + "'2025-12-31'"),
      "plausibility: theme_member x: leaves on 2025-12-31, before it joins on 2026-01-01"
    ),
    (
      insert("holding", "kind, title, owned_pct = 'equity', 'Shares', 101"),
      "plausibility: holding/1: share of 101.0 percent"
    ),
    (
      insert("holding", "kind, title, coupon_pct = 'debt', 'Notes', 675"),
      "plausibility: holding/1: coupon of 675.0 percent"
    ),
    // More than the tranche may be held on paper: two funds report at different days.
    (
      insert(
        "holding",
        "kind, tranche_id, amount_minor, qualifier, currency = 'debt', 1, 99999, 'exact', 'USD'"),
      nil
    ),
    (repayments((10_000, nil)), nil),
    (
      repayments((6_000, nil), (4_001, nil)),
      "plausibility: tranche t: contractual repayments sum to 100.01 USD, the tranche is 100 USD"
    ),
    (repayments((nil, 33.33), (nil, 33.33), (nil, 33.34)), nil),
    (
      repayments((5_000, nil), (nil, 51)),
      "plausibility: tranche t: contractual repayments sum to 101 USD"
    ),
    (
      repayments((nil, 150)), "plausibility: repayment/1: share of 150.0 percent"
    ),
    (
      "INSERT INTO benchmark_rate (benchmark, fixed_on, rate_pct, source_id)"
        + " VALUES ('SOFR', '2026-03-02', 430, 1)",
      "plausibility: benchmark_rate SOFR of 2026-03-02: rate of 430.0 percent"
    ),
  ]

  private static func repayments(_ lines: (minor: Int?, share: Double?)...) -> String {
    lines.map { line in
      insert(
        "repayment",
        "basis, due_on, due_until, amount_minor, qualifier, currency, share_pct = "
          + "'contractual', '2030-01-01', '2030-01-01', \(line.minor.map(String.init) ?? "NULL"), "
          + (line.minor == nil ? "'undisclosed'" : "'exact'") + ", 'USD', "
          + (line.share.map { "\($0)" } ?? "NULL"))
    }.joined()
  }

  @Test(arguments: rules.indices) func `what no part has is found`(index: Int) throws {
    let (sql, expected) = Self.rules[index]
    let connection = try Workbench.make()
    try connection.executeScript(Self.ground)
    try connection.executeScript(sql)
    let found = try Checks.all.filter { ["codes", "plausibility"].contains($0.name) }
      .flatMap { try $0.run(in: connection) }.map(\.description)
    if let expected {
      #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    } else {
      #expect(found == [])
    }
  }
}
