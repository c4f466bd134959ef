import TestSupport
import Testing

/// One number for two things, two numbers for one: figures that must not be added or averaged.
@Suite struct FigureTrapTests {
  private func answer(_ sql: String) throws -> String {
    try Answer.sql(sql, in: try ShippedLedger.reading())
  }

  // Two claims of the article on one deal, the sold notes on another. A range stays a range: 28 is
  // nowhere.
  @Test func `3: was Meta's private money 27, 27 to 29, or 27.3 billion?`() throws {
    #expect(
      try answer(
        """
        SELECT record_key, stance, amount / 1000000000.0, amount_low / 1000000000.0,
          amount_high / 1000000000.0, qualifier
        FROM claims WHERE attribute = 'amount' AND (record_key = 'article/meta-private-2025'
          OR record_key = 'beignet-2025-10/t1') ORDER BY claim_key
        """) == """
          article/meta-private-2025 | preferred | 27 | – | – | exact
          article/meta-private-2025 | alternative | – | 27 | 29 | range
          beignet-2025-10/t1 | rejected | 26 | – | – | about
          beignet-2025-10/t1 | preferred | 27.3 | – | – | exact
          """)
    #expect(
      try answer(
        """
        SELECT COUNT(*) FROM claims WHERE amount = 28000000000 OR value IN ('28', '28.0')
        """) == """
          0
          """)
  }

  // Two statistics by two speakers, in contradiction and not resolved; neither is a sum of deals.
  @Test func `4: is OpenAI's plan 1.4 or 1.5 trillion?`() throws {
    #expect(
      try answer(
        """
        SELECT record_key, dispute_kind, followed_value, other_value, is_resolved FROM
          contradictions
        WHERE record_key = 'article/openai-plan-1400bn'
        """) == """
          article/openai-plan-1400bn | value | 1400 | 1500 | 0
          """)
    #expect(
      try answer(
        """
        SELECT observation_key, value, stated_by FROM observations
        WHERE observation_key IN ('article/openai-plan-1400bn', 'article/openai-plan-1500bn',
          'article/ft-openai-commitments') ORDER BY value
        """) == """
          article/ft-openai-commitments | 1000 | Financial Times
          article/openai-plan-1400bn | 1400 | OpenAI
          article/openai-plan-1500bn | 1500 | JonesTrading
          """)
  }

  // Each superlative has its own universe, and none is compared with another.
  @Test func `9: which financing was the largest ever?`() throws {
    #expect(
      try answer(
        """
        SELECT record_key, value FROM claims WHERE attribute = 'superlative' ORDER BY record_key
        """) == """
          article/alphabet-india-project | the company's largest outside the United States
          article/meta-bonds-2025 | largest of the company's own bond issues
          article/nvidia-share-price-2025 | on the way to the strongest yearly rise since 1999
          beignet-2025-10 | largest US corporate bond in history
          oracle-vantage-2025 | largest financing ever raised for AI infrastructure
          """)
  }

  // The share hangs on the list: 75 companies in one vintage, another list or none named in
  // others.
  @Test func `10: is AI 14 percent of the index, and of which list?`() throws {
    #expect(
      try answer(
        """
        SELECT observation_key, value, universe, coalesce(period_end_until, '–') FROM
          observations
        WHERE observation_key IN ('jpm-juli-14', 'jpm-juli-14.5', 'jpm-juli-15.4',
          'jpm-juli-banks')
        ORDER BY observation_key
        """) == """
          jpm-juli-14 | 14 | 75 companies: tech, utilities, capital goods (Oracle, Apple, Duke \
          Energy named) | 2025-10-06
          jpm-juli-14.5 | 14.5 | AI/data-centre sectors | 2026-01-31
          jpm-juli-15.4 | 15.4 | not given | –
          jpm-juli-banks | 11.7 | US banks | 2025-10-06
          """)
    #expect(
      try answer(
        """
        SELECT record_key, dispute_kind, followed_value, other_value, is_resolved FROM
          contradictions
        WHERE record_key = 'jpm-juli-14'
        """) == """
          jpm-juli-14 | vintage | 14 | 15.4 | 0
          """)
  }

  // The quotient is a claim on the statistic. Rates come from the European Central Bank alone.
  @Test func `16: is 1.075 the rate of the euro?`() throws {
    #expect(
      try answer(
        """
        SELECT record_key, attribute, value FROM claims WHERE attribute = 'implied_usd_per_eur'
        """) == """
          article/germany-gdp-usd | implied_usd_per_eur | 1.075
          """)
    #expect(
      try answer(
        """
        SELECT observation_key, value, currency FROM observations
        WHERE observation_key LIKE 'article/germany-gdp-%' ORDER BY observation_key
        """) == """
          article/germany-gdp-eur | 4000 | EUR
          article/germany-gdp-usd | 4300 | USD
          """)
    #expect(
      try answer(
        """
        SELECT COUNT(*) FROM fx_rate r JOIN source s ON s.id = r.source_id
        WHERE s.key <> 'ecb-reference-rates'
        """) == """
          0
          """)
  }

  // Mixed instruments over two years: a statistic. No tranche holds the amount.
  @Test func `17: are CoreWeave's 25 billion a deal?`() throws {
    #expect(
      try answer(
        """
        SELECT observation_key, kind, value, unit FROM observations
        WHERE observation_key = 'article/coreweave-raised'
        """) == """
          article/coreweave-raised | actual | 25 | bn
          """)
    #expect(
      try answer(
        """
        SELECT COUNT(*) FROM tranches WHERE issuer_key LIKE 'coreweave%' AND amount =
          25000000000
        """) == """
          0
          """)
  }
}
