import Ledger
import SQLite
import TestSupport
import Testing

/// When money falls due, how long it is lent, and what it costs.
@Suite(.temporaryDirectory) struct MaturityTests {
  /// Notes that are outstanding, in one tranche.
  private static func notes(
    _ key: String, _ amount: String, matures: String?, kind: String = "bond",
    closed: String = #""closed_on": "2025-06-05", "#, issuer: String = "Borrower", more: String = ""
  ) -> String {
    let due = matures.map { #", "matures_on": "\#($0)""# } ?? ""
    return #"{"key": "\#(key)", "name": "Notes \#(key)", "kind": "\#(kind)", "#
      + #""issuer": "\#(issuer)", "#
      + #""currency": "USD", "signed_on": "2025-06-02", \#(closed)"evidence": "filed", "#
      + #""binding": "definitive", "tranches": [{"key": "\#(key)/t", "name": "Notes \#(key)", "#
      + #"\#(Document.amount(amount))\#(due)\#(more)}]}"#
  }

  private static let schedule =
    #", "repayments": [{"basis": "contractual", "due": "2027-01-15", "share_pct": 30}, "#
    + #"{"basis": "contractual", "due": "2028-01-15", "amount": 3e9}, "#
    + #"{"basis": "projected", "due": "2027-07-15", "amount": 9e9}]"#
  private static let option =
    #", "terms": [{"kind": "extension_option", "number": 2, "unit": "years", "#
    + #""ends": "2029-06-30"}]"#
  private static let wall = [
    notes("a", "6", matures: "2027-03-01"), notes("b", "2 to 3", matures: "2028-12"),
    notes("c", "4", matures: "2030-01-01", more: #", "amortisation": "amortising""#),
    notes("d", "10", matures: "2029-01-15", more: schedule), notes("e", "1", matures: nil),
    notes("g", "7", matures: "2026-01-01"), notes("i", "2", matures: "2027-06-30", more: option),
    notes("h", "8", matures: nil, kind: "revolving_credit", closed: ""),
    notes("j", "?", matures: "2027-02-02"),
  ]

  @Test func `principal falls due as it is scheduled, and the rest at maturity`() throws {
    let ledger = try SmallLedger.open(Self.wall)
    let rows = try Answer.rows(
      "maturity-wall",
      "falls_due tranches due_low due_high extended_low extended_high rows_without_amount",
      in: ledger)
    #expect(
      rows == """
        overdue | 1 | 7 | 7 | 7 | 7 | 0
        2027 | 4 | 11 | 11 | 9 | 9 | 1
        2028 | 2 | 5 | 6 | 5 | 6 | 0
        2029 | 1 | 4 | 4 | 6 | 6 | 0
        in instalments | 1 | 4 | 4 | 4 | 4 | 0
        no date | 1 | 1 | 1 | 1 | 1 | 0
        """)
  }

  @Test(arguments: [
    ("2027-03-01", "quarter", "2027-Q1"), ("2027-02", "quarter", "2027-Q1"),
    ("2027", "quarter", "several periods"), ("2027", "year", "2027"),
    ("2027/2028", "year", "several periods"), ("2026-06-30", "year", "overdue"),
    ("2026-07-01", "quarter", "2026-Q3"),
  ])
  func `a span of days falls into the period that holds all of it`(
    matures: String, by: String, place: String
  ) throws {
    let ledger = try SmallLedger.open(Self.notes("a", "6", matures: matures))
    #expect(
      try Answer.rows("maturity-wall", "falls_due due_low", ["by": by], in: ledger)
        == "\(place) | 6")
  }

  @Test(arguments: [
    ("12", "18 | 18 | 8 | 8 | 10 | 10 | 1 | 1 | 1"), ("6", "7 | 7 | 8 | 8 | 0 | 0 | 1 | 1 | 0"),
    ("48", "27 | 28 | 8 | 8 | 19 | 20 | 1 | 1 | 1"),
  ])
  func `need is what falls due less what may be drawn`(months: String, need: String) throws {
    let ledger = try SmallLedger.open(Self.wall)
    let columns =
      "due_low due_high undrawn_low undrawn_high need_low need_high instalments no_date "
      + "rows_without_amount"
    #expect(try Answer.rows("refinancing-need", columns, ["months": months], in: ledger) == need)
  }

  @Test func `a weighted life is that of the textbook`() throws {
    let yearly = (1...10).map {
      #"{"basis": "contractual", "due": "\#(2026 + $0)-06-30", "amount": 1e9}"#
    }
    let bullets = [(5, "4"), (7, "4"), (10, "6"), (20, "4"), (30, "6"), (40, "6")]
    let ledger = try SmallLedger.open(
      [
        Self.notes(
          "a", "10", matures: "2036-06-30", issuer: "Alder",
          more: #", "repayments": [\#(yearly.joined(separator: ", "))]"#)
      ]
        + bullets.map {
          Self.notes("b\($0)", $1, matures: "\(2026 + $0)-06-30", issuer: "Birch")
        })
    // Ten equal yearly payments: 5.5 years; the six bullets: 20.27; by days over 365.25.
    #expect(
      try Answer.rows(
        "tenor-and-life", "record principal_low life_low_years life_high_years maturity_years",
        in: ledger) == """
          Birch | 30 | 20.2672 | 20.2672 | 20.2672
          Alder | 10 | 5.5003 | 5.5003 | 10.0014
          """)
  }

  @Test(
    arguments: [
      // Due in 1826 days, 4.9993 years; chips last four years unless a source or the reader says.
      ("", nil, "4 | assumed | 0.9993"), ("", "2", "2 | assumed | 2.9993"),
      (#", "useful_life_years": 6"#, nil, "6 | stated | -1.0007"),
    ] as [(String, String?, String)])
  func `debt can outlive its chips`(life: String, years: String?, answer: String) throws {
    let ledger = try SmallLedger.open(
      #"{"asset_kind": "gpu_pool", "key": "pool", "name": "Chips", "in_service": "2026-06-30""#
        + life + "}",
      Self.notes(
        "a", "10", matures: "2031-06-30",
        more: #", "pledges": [{"kind": "security_interest", "asset": "pool", "rank": 1}]"#))
    let values = years.map { ["chip_life_years": $0] } ?? [:]
    #expect(
      try Answer.rows(
        "tenor-and-life", "asset_life_years asset_life_is mismatch_years", values, in: ledger)
        == answer)
  }

  @Test func `a rate is the coupon, or a fixing and the margin, or unknown`() throws {
    let floating = #", "rate_type": "floating", "benchmark": "#
    let ledger = try SmallLedger.open(
      #"{"fixing": 4.30, "benchmark": "SOFR", "on": "2026-06-26"}"#,
      #"{"fixing": 2.10, "benchmark": "EURIBOR", "on": "2026-06-01"}"#,
      Self.notes("a", "6", matures: nil, more: #", "coupon_pct": 5"#),
      Self.notes("b", "2", matures: nil, more: floating + #""SOFR", "spread_bps": 250"#),
      Self.notes("c", "1", matures: nil, more: floating + #""EURIBOR", "spread_bps": 250"#),
      Self.notes("d", "3", matures: nil))
    let columns =
      "group_of owed_low rated_low unknown_share_pct fixed_pct floating_low_pct cost_low_pct "
      + "rate_unknown fixing_missing rows_used"
    #expect(
      try Answer.rows("weighted-cost", columns, in: ledger) == """
        all | 12 | 8 | 33.3333 | 5 | 6.8 | 5.45 | 1 | 1 | 4
        bond | 12 | 8 | 33.3333 | 5 | 6.8 | 5.45 | 1 | 1 | 0
        """)
  }
}
