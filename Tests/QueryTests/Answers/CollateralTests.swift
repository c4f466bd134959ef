import Ledger
import SQLite
import TestSupport
import Testing

/// What secures debt, and who bears the losses.
@Suite(.temporaryDirectory) struct CollateralTests {
  private static func loan(_ key: String, _ amount: String, pledge: String, more: String = "")
    -> String
  {
    Document.bond(
      key, amount,
      more:
        #""closed_on": "2025-06-05", "pledges": [{"kind": "security_interest", "#
        + #"\#(pledge)}]\#(more)"#
    )
  }
  private static func pool(_ more: String) -> String {
    #"{"asset_kind": "gpu_pool", "key": "pool", "name": "Pool", \#(more)}"#
  }
  private static let appraisal = #""amount": 12e9, "currency": "USD", "appraised": "2022-06-30""#

  @Test(arguments: [
    (
      #""asset": "pool", "rank": 1"#, #""asset": "pool", "rank": 2"#,
      "2 | 1, 2 | 9 | 10 | 75 | 83.3333"
    ),
    (#""asset": "pool""#, #""asset": "pool", "rank": 1"#, "2 | 1, ? | 9 | 10 | 75 | 83.3333"),
    // Released before the day, not begun by it, or on another asset: pledged once.
    (#""asset": "pool", "released": "2026-06-30""#, #""asset": "pool""#, ""),
    (#""asset": "pool", "from": "2026-07-01""#, #""asset": "pool""#, ""),
    (#""asset": "other""#, #""asset": "pool""#, ""),
  ])
  func `an asset pledged twice`(first: String, second: String, answer: String) throws {
    let ledger = try SmallLedger.open(
      Self.pool(Self.appraisal), #"{"asset_kind": "land", "key": "other", "name": "Other"}"#,
      Self.loan("a", "6", pledge: first), Self.loan("b", "3 to 4", pledge: second))
    let columns =
      "pledges ranks committed_low committed_high loan_to_value_low_pct loan_to_value_high_pct"
    #expect(try Answer.rows("double-pledged-assets", columns, in: ledger) == answer)
  }

  private static let advance =
    #", "terms": [{"kind": "advance_rate", "number": 60, "unit": "percent"}]"#

  @Test(arguments: [
    // Four years old: over eight years half is left, over six a third, over three and four nothing.
    (appraisal + #", "useful_life_years": 8"#, "3", advance, "8 | 6 | 50 | no"),
    (appraisal + #", "useful_life_years": 8"#, "3", "", "8 | 6 | 50 | unknown"),
    (appraisal + #", "useful_life_years": 8"#, "3 to 4", advance, "8 | 6 | 66.6667 | possible"),
    (appraisal + #", "useful_life_years": 8"#, "5", advance, "8 | 6 | 83.3333 | likely"),
    (appraisal, "3", advance, "3 | 0 | – | likely\n4 | 0 | – | likely\n6 | 4 | 75 | likely"),
    (#""quantity": 5"#, "3", advance, "– | – | – | unknown"),
    (
      appraisal.replacing("USD", with: "EUR"), "3", advance, "– | – | – | unknown"
    ),
  ])
  func `chips are worth less each year`(
    asset: String, debt: String, terms: String, answer: String
  ) throws {
    let ledger = try SmallLedger.open(
      Self.pool(asset), Self.loan("a", debt, pledge: #""asset": "pool""#, more: terms))
    let columns = "life_years value_low debt_to_value_high_pct breach"
    #expect(try Answer.rows("chip-collateral-coverage", columns, in: ledger) == answer)
  }

  @Test(arguments: [
    (#""evidence": "filed""#, "definitive", "binding"),
    (#""evidence": "rumoured""#, "definitive", "considered"),
    (#""evidence": "filed""#, "lapsed", "lapsed"),
  ])
  func `a risk transfer stands where its events put it`(
    evidence: String, binding: String, status: String
  ) throws {
    let terms =
      #""terms": [{"kind": "reference_pool", "amount": 20e9}, "#
      + #"{"kind": "attachment_point", "number": 2, "unit": "percent"}, "#
      + #"{"kind": "detachment_point", "number": 7, "unit": "percent"}]"#
    let ledger = try SmallLedger.open(
      #"{"key": "a", "name": "Transfer", "kind": "risk_transfer", "issuer": "Bank", "#
        + #""amount": 1e9, "#
        + #""currency": "USD", "signed_on": "2025-06-02", "binding": "\#(binding)", "#
        + "\(evidence), \(terms)}")
    let columns =
      "bank status protected_high pool_usd thickness_pct protected_of_pool_pct"
    #expect(
      try Answer.rows("risk-transfers", columns, in: ledger) == "Bank | \(status) | 1 | 20 | 5 | 5")
  }
}
