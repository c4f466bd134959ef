extension FigureTable {
  /// What a party puts in, in US dollars on its tranche's or deal's day, where the rate of its
  /// tranche does not give it.
  static let participations = FigureTable(
    name: "participation_figure",
    columns: [
      "participation_id", "dated_on", "dated_until", "fx_on", "cents_per_minor",
      "amount_usd_minor", "low_usd_minor", "high_usd_minor", "is_unconverted",
    ],
    touched: """
      participation_id IN (SELECT q.id FROM touched_deal d JOIN participation q ON q.deal_id = d.id)
      OR participation_id IN (SELECT q.id FROM touched_deal d JOIN tranche t ON t.deal_id = d.id
        JOIN participation q ON q.tranche_id = t.id)
      """,
    query: { scope in
      """
      WITH dated AS (
        SELECT q.id, q.currency, q.qualifier, q.amount_minor, q.amount_low_minor,
          q.amount_high_minor, f.dated_on, f.dated_until
        FROM participation q
        LEFT JOIN tranche_figure f ON f.tranche_id = (
          SELECT MIN(t.id) FROM tranche t WHERE t.deal_id = q.deal_id)
        WHERE q.deal_id IS NOT NULL AND \(scope.deal("q.deal_id"))
        UNION ALL
        SELECT q.id, q.currency, q.qualifier, q.amount_minor, q.amount_low_minor,
          q.amount_high_minor, f.dated_on, f.dated_until
        FROM tranche_figure f
        JOIN participation q ON q.tranche_id = f.tranche_id AND q.currency IS NOT NULL
          AND q.currency <> coalesce(f.currency, '')
        WHERE \(scope.deal("f.deal_id"))
      ),
      rate_day AS (SELECT a.*, \(Conversion.rateDay(of: "a")) AS fx_on FROM dated a),
      priced AS (SELECT b.*, \(Conversion.centsPerMinorUnit(of: "b")) AS rate FROM rate_day b)
      SELECT c.id AS participation_id, c.dated_on, c.dated_until, c.fx_on,
        c.rate AS cents_per_minor,
        \(Conversion.cents("c.amount_minor", rate: "c.rate")) AS amount_usd_minor,
        \(Conversion.cents(Conversion.low(of: "c"), rate: "c.rate")) AS low_usd_minor,
        \(Conversion.cents(Conversion.high(of: "c"), rate: "c.rate")) AS high_usd_minor,
        \(Conversion.isUnconverted("c")) AS is_unconverted
      FROM priced c
      """
    })

  /// A contract's leg in US dollars on the day it was signed, in all and for one year.
  static let legs = FigureTable(
    name: "leg_figure",
    columns: [
      "leg_id", "dated_on", "dated_until", "fx_on", "amount_usd_minor", "low_usd_minor",
      "high_usd_minor", "usd_per_year_minor", "is_unconverted",
    ],
    touched: """
      leg_id IN (SELECT l.id FROM touched_contract k JOIN contract_leg l ON l.contract_id = k.id)
      """,
    query: { scope in
      """
      WITH dated AS (
        SELECT l.id, l.currency, l.qualifier, l.amount_minor, l.amount_low_minor,
          l.amount_high_minor, l.amount_period, l.purpose, k.years,
          CASE l.amount_period WHEN 'year' THEN k.years WHEN 'month' THEN 12 * k.years ELSE 1 END
            AS payments,
          coalesce(signed.occurred_on, announced.occurred_on, s.published_on) AS dated_on,
          coalesce(signed.occurred_until, announced.occurred_until, s.published_until)
            AS dated_until
        FROM contract_leg l
        JOIN contract k ON k.id = l.contract_id
        JOIN source s ON s.id = k.source_id
        LEFT JOIN event signed ON signed.id = (SELECT MIN(e.id) FROM event e
          WHERE e.contract_id = k.id AND e.kind = 'signed' AND e.occurred_on IS NOT NULL)
        LEFT JOIN event announced ON announced.id = (SELECT MIN(e.id) FROM event e
          WHERE e.contract_id = k.id AND e.kind = 'announced' AND e.occurred_on IS NOT NULL)
        WHERE \(scope.contract("l.contract_id"))
      ),
      rate_day AS (SELECT a.*, \(Conversion.rateDay(of: "a")) AS fx_on FROM dated a),
      priced AS (SELECT b.*, \(Conversion.centsPerMinorUnit(of: "b")) AS rate FROM rate_day b)
      SELECT c.id AS leg_id, c.dated_on, c.dated_until, c.fx_on,
        \(Conversion.cents("c.amount_minor * c.payments", rate: "c.rate")) AS amount_usd_minor,
        \(Conversion.cents("(\(Conversion.low(of: "c"))) * c.payments", rate: "c.rate"))
          AS low_usd_minor,
        \(Conversion.cents("(\(Conversion.high(of: "c"))) * c.payments", rate: "c.rate"))
          AS high_usd_minor,
        CASE WHEN c.purpose <> 'purchase' THEN NULL ELSE CASE c.amount_period
          WHEN 'year' THEN \(Conversion.cents("c.amount_minor", rate: "c.rate"))
          WHEN 'month' THEN \(Conversion.cents("c.amount_minor * 12", rate: "c.rate"))
          ELSE \(Conversion.cents("c.amount_minor / c.years", rate: "c.rate")) END END
          AS usd_per_year_minor,
        \(Conversion.isUnconverted("c")) AS is_unconverted
      FROM priced c
      """
    })
}
