/// Which deals and contracts an exchange rate bears on: those with an amount in another currency
/// than dollars whose day is that of the rate or up to seven days after (`Conversion`). A rate of
/// the dollar bears on every other currency, since all go through the euro.
enum RateReach {
  /// Statements that list them, to come behind `INSERT INTO`.
  ///
  /// - Parameter isReached: A condition on the figures of a relation and the name of the column
  ///   that holds their currency.
  static func statements(_ isReached: (_ figure: String, _ currency: String) -> String) -> [String]
  {
    [
      """
      touched_deal SELECT f.deal_id FROM main.tranche_figure f
      WHERE f.currency <> 'USD' AND \(isReached("f", "f.currency"))
      """,
      """
      touched_deal SELECT coalesce(q.deal_id, t.deal_id)
      FROM main.participation_figure f JOIN participation q ON q.id = f.participation_id
      LEFT JOIN tranche t ON t.id = q.tranche_id
      WHERE q.currency <> 'USD' AND \(isReached("f", "q.currency"))
      """,
      """
      touched_contract SELECT l.contract_id
      FROM main.leg_figure f JOIN contract_leg l ON l.id = f.leg_id
      WHERE l.currency <> 'USD' AND \(isReached("f", "l.currency"))
      """,
    ]
  }
}
