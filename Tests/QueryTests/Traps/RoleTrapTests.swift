import TestSupport
import Testing

/// Who pays, who gets, who borrows, whose share: the founding article swaps parties.
@Suite struct RoleTrapTests {
  private func answer(_ sql: String) throws -> String {
    try Answer.sql(sql, in: try ShippedLedger.reading())
  }

  // The article says both. The one it repeats, and all others have, is followed; the other stays,
  // rejected with its words.
  @Test func `1: who pays the 300 billion, Oracle or OpenAI?`() throws {
    #expect(
      try answer(
        """
        SELECT attribute, dispute_kind, followed_value, followed_original, other_value,
          other_original,
          is_resolved
        FROM contradictions WHERE record_key = 'article/openai-oracle-300bn/l1' ORDER BY
          attribute
        """) == """
          payee | direction | Oracle | OpenAI ska betala exakt samma belopp | OpenAI | åtar sig \
          företaget att betala OpenAI 300 miljarder dollar | 1
          payer | direction | OpenAI | OpenAI ska betala exakt samma belopp | Oracle | åtar sig \
          företaget att betala OpenAI 300 miljarder dollar | 1
          """)
    #expect(
      try answer(
        """
        SELECT record_key, from_party, to_party, counted FROM flows
        WHERE record_key IN ('article/openai-oracle-300bn', 'openai-orcl-2025') AND what =
          'cash'
        ORDER BY record_key
        """) == """
          article/openai-oracle-300bn | OpenAI | Oracle | 0
          openai-orcl-2025 | OpenAI | Oracle | 1
          """)
  }

  // The plan was Nvidia's money for OpenAI's shares. It lapsed, and 30 billion of equity took its
  // place.
  @Test func `2: who gets whose shares for the 100 billion, and did it come to that?`() throws {
    #expect(
      try answer(
        """
        SELECT attribute, dispute_kind, followed_value, other_value, is_resolved
        FROM contradictions WHERE record_key LIKE 'article/nvidia-openai-investment%' ORDER BY
          attribute
        """) == """
          payee | direction | Nvidia | OpenAI | 1
          payer | direction | OpenAI | Nvidia | 1
          """)
    #expect(
      try answer(
        """
        SELECT contract_key, binding, replaced_by_key, counted FROM contracts
        WHERE contract_key = 'openai-nvda-2025-09'
        """) == """
          openai-nvda-2025-09 | lapsed | nvda-openai-equity-2026-02 | 1
          """)
    #expect(
      try answer(
        """
        SELECT e.kind, e.occurred_on, c.contract_key, c.amount / 1000000000.0
        FROM events e JOIN contracts c ON c.contract_key = 'nvda-openai-equity-2026-02'
        WHERE e.record_key = 'openai-nvda-2025-09' AND e.kind = 'lapsed'
        """) == """
          lapsed | 2026-02-20 | nvda-openai-equity-2026-02 | 30
          """)
  }

  // The article gives to Nvidia what Reuters has of Oracle. Both stand, as a contradiction of
  // subject.
  @Test func `6: whose share rose 54 percent, the most since 1999?`() throws {
    #expect(
      try answer(
        """
        SELECT record_key, dispute_kind, followed_value, other_value, is_resolved FROM
          contradictions
        WHERE record_key = 'article/nvidia-share-price-2025'
        """) == """
          article/nvidia-share-price-2025 | subject | Nvidia | Oracle | 0
          """)
  }

  // Oracle is the tenant. That it "secured" the loans is a rejected claim on the issuer.
  @Test func `8: who borrows the 38 billion?`() throws {
    #expect(
      try answer(
        """
        SELECT attribute, followed_value, other_original, is_resolved, other_reason FROM
          contradictions
        WHERE record_key = 'oracle-vantage-2025' AND attribute = 'issuer' ORDER BY
          other_original
        """) == """
          issuer | Vantage Data Centers | Oracle säkrade | 1 | the borrowers are Vantage's \
          project companies; Oracle is the tenant
          issuer | Vantage Data Centers | låntagare och kund | 1 | the borrowers are Vantage's \
          project companies; Oracle is the tenant
          """)
    #expect(
      try answer(
        """
        SELECT issuer, obligor FROM deals WHERE deal_key = 'oracle-vantage-2025'
        """) == """
          Vantage Data Centers | Oracle
          """)
  }
}
