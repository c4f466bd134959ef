import TestSupport
import Testing

/// A quarter against a year, a year against a run rate, a forecast of the past.
@Suite struct PeriodTrapTests {
  private func answer(_ sql: String) throws -> String {
    try Answer.sql(sql, in: try ShippedLedger.reading())
  }

  // A flow is made yearly where the length of its period is known; the quarter of Meta has no
  // date, so the comparison is refused, NULL and not a number.
  @Test func `5: does Amazon spend many times what Microsoft and Meta spend?`() throws {
    #expect(
      try answer(
        """
        SELECT observation_key, value, value_low, value_high, period_months, yearly_value
        FROM observations WHERE observation_key IN ('article/amazon-capex-2025',
          'article/microsoft-capex-fy2026-q1', 'article/meta-capex-quarter') ORDER BY
          observation_key
        """) == """
          article/amazon-capex-2025 | 125 | – | – | 12 | 125
          article/meta-capex-quarter | – | 18 | 20 | – | –
          article/microsoft-capex-fy2026-q1 | 34.9 | – | – | 3 | 139.6
          """)
    #expect(
      try answer(
        """
        SELECT round(a.yearly_value / b.yearly_value, 2)
        FROM observations a JOIN observations b ON b.observation_key IN
          ('article/microsoft-capex-fy2026-q1', 'article/meta-capex-quarter')
        WHERE a.observation_key = 'article/amazon-capex-2025' ORDER BY b.observation_key
        """) == """
          –
          0.9
          """)
    #expect(
      try answer(
        """
        SELECT stance, value FROM claims
        WHERE record_key = 'article/amazon-capex-2025' AND attribute = 'comparison' ORDER BY
          stance
        """) == """
          preferred | 0.90 of Microsoft (34.9 a quarter is 139.6 a year); 1.56 to 1.74 of Meta \
          (18 to 20 a quarter is 72 to 80 a year)
          rejected | many times higher than most competitors
          """)
  }

  // The article has 13 billion once of 2024 and once of no year. Other sources tell years and run
  // rates apart.
  @Test func `7: of which year are OpenAI's 13 billion?`() throws {
    #expect(
      try answer(
        """
        SELECT attribute, dispute_kind, coalesce(followed_original, followed_value),
          other_value,
          is_resolved
        FROM contradictions WHERE record_key = 'article/openai-income-2024' ORDER BY attribute
        """) == """
          period | period | år 2024 | a year, not stated which | 0
          value | vintage | cirka 13 miljarder dollar | 3.7 | 0
          """)
    #expect(
      try answer(
        """
        SELECT observation_key, metric, value, period_end_until FROM observations
        WHERE observation_key IN ('article/openai-income-2024', 'article/openai-yearly-revenue',
          'rev-openai-2024', 'rev-openai-2025', 'arr-openai-2025-12') ORDER BY observation_key
        """) == """
          arr-openai-2025-12 | annualised revenue | 20 | 2025-12-31
          article/openai-income-2024 | Income of the year 2024 | 13 | 2024-12-31
          article/openai-yearly-revenue | Yearly revenue | 13 | –
          rev-openai-2024 | revenue (year) | 3.7 | 2024-12-31
          rev-openai-2025 | revenue (year) | 13.1 | 2025-12-31
          """)
  }

  // The forecast was printed in November 2025 for the time to the first quarter of that year.
  @Test func `11: which forecast is about a time already past?`() throws {
    #expect(
      try answer(
        """
        SELECT observation_key, horizon, horizon_end_text, first_published_on FROM observations
        WHERE horizon_is_past = 1
        """) == """
          article/ubs-ai-private-loans-growth | 2025-Q1 | 2025-03-31 | 2025-11-10
          """)
  }

  // The release has 16 percent of revenue and 33 of net income: the article took the second for
  // the first.
  @Test func `12: did Alphabet's revenue grow 33 percent?`() throws {
    #expect(
      try answer(
        """
        SELECT record_key, dispute_kind, followed_value, other_value, other_source FROM
          contradictions
        WHERE record_key = 'article/alphabet-revenue-growth-2025-q3'
        """) == """
          article/alphabet-revenue-growth-2025-q3 | value | 33 | 16 | Alphabet Announces Third \
          Quarter 2025 Results (Form 8-K, exhibit 99.1)
          """)
    #expect(
      try answer(
        """
        SELECT metric, value FROM observations WHERE subject_key = 'alphabet' AND unit =
          'percent'
          AND period_end_until = '2025-09-30' AND observation_key NOT LIKE 'article/%' ORDER BY
          metric
        """) == """
          growth of net income on the same quarter a year before | 33
          growth of revenue on the same quarter a year before | 16
          """)
  }

  // The figure is of the third quarter of 2024; the profit beside it is of 2025.
  @Test func `13: of which quarter are Amazon's 158.9 billion?`() throws {
    #expect(
      try answer(
        """
        SELECT record_key, dispute_kind, followed_value, other_value FROM contradictions
        WHERE record_key = 'article/amazon-net-revenue'
        """) == """
          article/amazon-net-revenue | vintage | 158.9 | 180.2
          """)
    #expect(
      try answer(
        """
        SELECT metric, value, period_end_until, source_grade FROM observations
        WHERE observation_key LIKE 'amazon-net-%' ORDER BY metric, period_end_until
        """) == """
          net income of a quarter | 15.3 | 2024-09-30 | S
          net income of a quarter | 21.2 | 2025-09-30 | P
          net sales of a quarter | 158.9 | 2024-09-30 | P
          net sales of a quarter | 180.2 | 2025-09-30 | P
          """)
  }
}
