extension FigureTable {
  /// What lenders, anchor investors, holders and investors put into counted tranches that stand as
  /// their deal does and have reached a stage.
  static let lending = FigureTable(
    name: "lending_figure",
    columns: [
      "participation_id", "lender_id", "issuer_id", "deal_id", "stage_rank", "low_usd_minor",
      "high_usd_minor", "is_undisclosed", "is_investor", "is_partly_drawn",
    ],
    touched: participations.touched,
    query: { scope in
      """
      WITH part AS (
        SELECT q.id, q.role, q.qualifier, q.amount_minor, q.amount_low_minor, q.amount_high_minor,
          coalesce(i.identity_id, q.party_id) AS lender_id, f.issuer_id, f.deal_id, f.stage_rank,
          f.is_partly_drawn, CASE WHEN g.participation_id IS NULL THEN f.cents_per_minor
            ELSE g.cents_per_minor END AS rate
        FROM tranche t
        JOIN tranche_figure f ON f.tranche_id = t.id
        JOIN participation q ON q.tranche_id = t.id
        LEFT JOIN participation_figure g ON g.participation_id = q.id
        LEFT JOIN party_figure i ON i.party_id = q.party_id
        WHERE \(stands("f")) AND \(scope.deal("t.deal_id"))
          AND q.role IN ('lender', 'anchor_investor', 'holder', 'investor')
      )
      SELECT p.id AS participation_id, p.lender_id, p.issuer_id, p.deal_id, p.stage_rank,
        \(Conversion.cents(Conversion.low(of: "p"), rate: "p.rate")) AS low_usd_minor,
        \(Conversion.cents(Conversion.high(of: "p"), rate: "p.rate")) AS high_usd_minor,
        CASE p.qualifier WHEN 'undisclosed' THEN 1 ELSE 0 END AS is_undisclosed,
        CASE p.role WHEN 'investor' THEN 1 ELSE 0 END AS is_investor, p.is_partly_drawn
      FROM part p
      """
    })

  /// The debt of a deal in those tranches, and what lenders are named for with an amount.
  static let deals = FigureTable(
    name: "deal_figure",
    columns: ["deal_id", "stage_rank", "from_on", "debt_usd_minor", "named_usd_minor"],
    touched: "deal_id IN (SELECT id FROM touched_deal)",
    query: { scope in
      """
      SELECT x.deal_id, MAX(x.stage_rank) AS stage_rank, MAX(x.from_on) AS from_on,
        coalesce(SUM(x.debt_minor), 0) AS debt_usd_minor,
        coalesce(SUM(x.named_minor), 0) AS named_usd_minor
      FROM (
        SELECT f.deal_id, f.stage_rank, f.from_on,
          CASE f.is_debt WHEN 1 THEN f.low_usd_minor END AS debt_minor,
          (SELECT SUM(l.low_usd_minor)
            FROM participation q JOIN lending_figure l ON l.participation_id = q.id
            WHERE q.tranche_id = t.id AND l.is_investor = 0) AS named_minor
        FROM tranche t
        JOIN tranche_figure f ON f.tranche_id = t.id
        WHERE \(stands("f")) AND \(scope.deal("t.deal_id"))
      ) x
      GROUP BY x.deal_id
      """
    })

  /// Whether the tranche of the figures counts, stands as its deal does, and has reached a stage.
  private static func stands(_ figure: String) -> String {
    "\(figure).counted = 1 AND \(figure).has_own_states = 0 AND \(figure).stage_rank > 0"
  }
}
