-- title: The founding article's headline figures, each with the words it stands in
-- definition: What the article of 10 November 2025 that this ledger began with says about its
--   main subjects: the claim that is followed first, then what the same source says otherwise.
--   Figures are the ledger's, words the article's. A biljon in Swedish is a thousand milliards:
--   10^12, a trillion in English.
-- column: subject text; what it is about
-- column: stance text; preferred is followed, alternative is also said, rejected is not believed
-- column: statement text; the figure or value
-- column: original text; the article's own words for it
-- column: locator text; where in the article
-- column: because text; why it is followed or not
-- column: record text; the record it belongs to
-- column: is_contested count; 1 where sources differ on it and no reason settles that
WITH wanted (place, subject, record_key, attribute) AS (
  VALUES
    (1, 'Loans for Oracle''s data centres', 'oracle-vantage-2025', 'amount'),
    (2, '… of it Texas', 'oracle-vantage-2025/texas', 'amount'),
    (3, '… of it Wisconsin', 'oracle-vantage-2025/wisconsin', 'amount'),
    (4, 'Meta''s private financing', 'article/meta-private-2025', 'amount'),
    (5, 'New debt in two months, investment grade', 'article/ig-debt-sep-oct-2025', 'value'),
    (6, '… beside a yearly mean, 2015 to 2024', 'article/ig-debt-annual-mean-2015-2024', 'value'),
    (7, 'Funding gap of the next three years', 'article/morgan-stanley-gap', 'value'),
    (8, 'AI share of the investment-grade index', 'article/jpmorgan-ai-index-share', 'value'),
    (9, 'OpenAI''s part of Oracle''s future revenue', 'article/oracle-openai-revenue-share',
      'value'),
    (10, 'OpenAI and Oracle, over five years', 'article/openai-oracle-300bn/l1', 'amount'),
    (11, '… who pays it', 'article/openai-oracle-300bn/l1', 'payer'),
    (12, 'OpenAI''s investment plan', 'article/openai-plan-1400bn', 'value'),
    (13, '… by another voice', 'article/openai-plan-1500bn', 'value')
)
SELECT w.subject, c.stance,
  CASE
    WHEN c.amount IS NOT NULL
      THEN rtrim(rtrim(CAST(c.amount / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency
    WHEN c.amount_low IS NOT NULL
      THEN rtrim(rtrim(CAST(c.amount_low / 1e9 AS TEXT), '0'), '.') || ' to '
        || rtrim(rtrim(CAST(c.amount_high / 1e9 AS TEXT), '0'), '.') || ' bn ' || c.currency
    ELSE c.value || coalesce(' ' || o.unit, '') || coalesce(' ' || o.currency, '') END AS statement,
  c.original, c.locator, c.reason AS because, w.record_key AS record,
  CASE WHEN EXISTS (SELECT 1 FROM contradictions x
    WHERE x.record_key = w.record_key AND x.attribute = w.attribute AND x.is_resolved = 0)
    THEN 1 ELSE 0 END AS is_contested
FROM wanted w
JOIN claims c ON c.record_key = w.record_key AND c.attribute = w.attribute
  AND c.source_key = 'xpert-digital-2025-11-10'
LEFT JOIN observations o ON o.observation_key = w.record_key
ORDER BY w.place,
  CASE c.stance WHEN 'preferred' THEN 1 WHEN 'alternative' THEN 2 ELSE 3 END, c.claim_key;
