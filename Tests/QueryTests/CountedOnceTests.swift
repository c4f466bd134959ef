import TestSupport
import Testing

/// Records of the shipped data that tell the same money: which of them count, and why the others
/// do not. Each row is one of the list that came with the data.
@Suite struct CountedOnceTests {
  private struct Money {
    /// The records that tell it.
    let keys: [String]
    /// Those of them that totals count, with what they count in billions.
    let counted: [String]
  }

  private static let sameMoney: [Money] = [
    Money(
      keys: ["firmus", "firmus-blackstone-2026-02"],
      counted: ["firmus-blackstone-2026-02/undivided 10"]),
    // Sixteen in its parts; the sixteen point three of one page is a rejected claim.
    Money(
      keys: ["saline", "saline-2026-04-closing"],
      counted: ["saline-2026-04-closing/t1 14", "saline-2026-04-closing/t2 2"]),
    // The programme of 20 counts by what its two funds leave of it.
    Money(
      keys: ["xai-20bn", "xai-5.4bn", "vci-xai-2026-01", "vci2-xai-2026-02"],
      counted: [
        "vci-xai-2026-01/t1 3.5", "vci-xai-2026-01/t2 1.9", "vci2-xai-2026-02/t1 3.4",
        "vci2-xai-2026-02/t2 1.9", "xai-20bn/undivided 9.3",
      ]),
    // The redemption is an event of the notes.
    Money(
      keys: ["xai-5bn", "xai-hy-redemption-2026-03"],
      counted: ["xai-5bn/t1 3", "xai-5bn/t2 1", "xai-5bn/t3 1"]),
    Money(keys: ["sbg-40bn", "sbg-bridge-2026-first-draw"], counted: ["sbg-40bn/t1 40"]),
    Money(
      keys: ["sbg-15bn", "sbg-openai-bridge-2025", "sbg-ampere-bridge-2025"],
      counted: ["sbg-ampere-bridge-2025/undivided 6.5", "sbg-openai-bridge-2025/undivided 8.5"]),
    Money(
      keys: ["oracle-vantage-2025", "vantage-frontier-2025-08"],
      counted: ["oracle-vantage-2025/texas 23.25", "oracle-vantage-2025/wisconsin 14.75"]),
    // A tap adds to what it taps.
    Money(
      keys: ["crwv-2026-04", "crwv-addon-2026-04"],
      counted: ["crwv-2026-04/t1 1.25", "crwv-2026-04/t2 3", "crwv-addon-2026-04/undivided 1"]),
    Money(
      keys: ["lambda-2025-08-rcf", "lambda-2026-05"], counted: ["lambda-2026-05/undivided 1"]),
    // Debt and equity of one deal are tranches of their own.
    Money(
      keys: ["cologix-2025", "aligned-2025-01"],
      counted: [
        "aligned-2025-01/t1 5", "aligned-2025-01/t2 7", "cologix-2025/t1 1", "cologix-2025/t2 0.5",
      ]),
    // The twenty of debt is an estimate of the press.
    Money(keys: ["bx-google-tpu-jv-2026-05"], counted: ["bx-google-tpu-jv-2026-05/t1 5"]),
    Money(
      keys: ["article/meta-private-2025", "beignet-2025-10"],
      counted: ["beignet-2025-10/t1 27.3", "beignet-2025-10/t2 2.5"]),
  ]

  @Test(arguments: sameMoney.indices) func `money that several deals tell counts once`(
    index: Int
  ) throws {
    let money = Self.sameMoney[index]
    let keys = money.keys.map { "'\($0)'" }.joined(separator: ", ")
    let ledger = try ShippedLedger.reading()
    let counted = try Answer.sql(
      """
      SELECT tranche_key || ' ' || CASE WHEN amount = round(amount / 1000000000.0) * 1000000000.0
        THEN CAST(amount / 1000000000.0 AS INTEGER) ELSE amount / 1000000000.0 END
      FROM tranches WHERE deal_key IN (\(keys)) AND counted = 1 AND amount IS NOT NULL
      ORDER BY tranche_key
      """, in: ledger)
    #expect(counted.split(separator: "\n").map(String.init) == money.counted)
    let reasons = try Answer.sql(
      """
      SELECT COUNT(*) FROM tranches
      WHERE deal_key IN (\(keys)) AND counted = 0 AND not_counted_because IS NULL
      """, in: ledger)
    #expect(reasons == "0")
  }

  // What was refinanced leaves what is outstanding; what is to be refinanced stays.
  @Test(arguments: [
    ("spacex-bridge-2026", "spacex-2026-06", "funded"),
    ("corz-ms-364d-2026-03", "corz-2026-04-notes", "outstanding"),
  ]) func `a refinanced deal is out once it is repaid`(
    old: String, new: String, stage: String
  ) throws {
    let ledger = try ShippedLedger.reading()
    #expect(
      try Answer.sql("SELECT stage FROM deals WHERE deal_key = '\(old)'", in: ledger) == stage)
    #expect(
      try Answer.sql(
        """
        SELECT l.kind FROM deal_link l JOIN deal f ON f.id = l.from_deal_id
        JOIN deal t ON t.id = l.to_deal_id WHERE f.key = '\(new)' AND t.key = '\(old)'
        """, in: ledger) == "refinances")
  }

  @Test(arguments: [
    (["crwv-meta-2", "meta-coreweave-2026-04"], "meta-coreweave-2026-04"),
    (["macq-apld", "apld-macquarie-warrant-2025"], "apld-macquarie-warrant-2025"),
    (["nscale-msft-2025-09", "msft-nscale-2025-10"], "msft-nscale-2025-10"),
    (["brookfield-bloom-2025-10", "brookfield-bloom-2026-06"], "brookfield-bloom-2026-06"),
    (["article/openai-oracle-300bn", "openai-orcl-2025"], "openai-orcl-2025"),
  ]) func `money that several contracts tell counts once`(
    keys: [String], counted: String
  ) throws {
    let list = keys.map { "'\($0)'" }.joined(separator: ", ")
    #expect(
      try Answer.sql(
        "SELECT contract_key FROM contracts WHERE contract_key IN (\(list)) AND counted = 1",
        in: try ShippedLedger.reading()) == counted)
  }

  // A statistic is never a tranche, so those that overlap are never summed with deals; where two
  // count the same money in another universe or period, they are in contradiction.
  @Test func `statistics that overlap are marked as such`() throws {
    #expect(
      try Answer.sql(
        """
        SELECT record_key, dispute_kind, coalesce(followed_value, '–'), other_value
        FROM contradictions WHERE record_key IN ('bofa-ig-sepoct-2025', 'bofa-hs5-2025')
        ORDER BY record_key, dispute_kind
        """, in: try ShippedLedger.reading()) == """
          bofa-hs5-2025 | period | to 17 November 2025 | the whole of 2025
          bofa-hs5-2025 | universe | 121 | 100
          bofa-ig-sepoct-2025 | universe | 75 | 126
          """)
  }

  // Planned closings of presale reports are no closings.
  @Test func `a planned closing funds nothing`() throws {
    #expect(
      try Answer.sql(
        """
        SELECT d.deal_key, d.binding, coalesce(d.closed_on, 'none'), d.stage, c.value
        FROM deals d JOIN claims c ON c.record_key = d.deal_key
          AND c.attribute = 'planned_closing_on'
        ORDER BY d.deal_key
        """, in: try ShippedLedger.reading()) == """
          aligned-abs-2026-07 | conditional | none | announced | 2026-07-27
          databank-hyper-2025-1 | conditional | none | announced | 2025-09-23
          vantage-abs-2025-1 | conditional | none | announced | 2025-09-08
          """)
  }

  @Test func `every source has a grade`() throws {
    #expect(
      try Answer.sql(
        "SELECT COUNT(*) FROM sources WHERE grade IS NULL", in: try ShippedLedger.reading())
        == "0")
  }
}
