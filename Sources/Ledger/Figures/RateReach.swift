/// Which deals and contracts an exchange rate bears on: those with an amount in another currency
/// than dollars whose day is that of the rate or up to seven days after (`Conversion`). A rate of
/// the dollar bears on every other currency, since all go through the euro.
enum RateReach {
  /// A list of records, and a SELECT of those it takes, as `id`.
  typealias Statement = (list: String, select: String)

  /// What lists them.
  ///
  /// - Parameter isReached: A condition on the figures of a relation and the name of the column
  ///   that holds their currency.
  static func statements(
    _ isReached: (_ figure: String, _ currency: String) -> String
  ) -> [Statement] {
    [
      (
        "touched_deal",
        """
        SELECT f.deal_id AS id FROM main.tranche_figure f
        WHERE f.currency <> 'USD' AND \(isReached("f", "f.currency"))
        """
      ),
      (
        "touched_deal",
        """
        SELECT coalesce(q.deal_id,
          (SELECT t.deal_id FROM tranche t WHERE t.id = q.tranche_id)) AS id
        FROM main.participation_figure f CROSS JOIN participation q ON q.id = f.participation_id
        WHERE q.currency <> 'USD' AND \(isReached("f", "q.currency"))
        """
      ),
      (
        "touched_contract",
        """
        SELECT l.contract_id AS id
        FROM main.leg_figure f CROSS JOIN contract_leg l ON l.id = f.leg_id
        WHERE l.currency <> 'USD' AND \(isReached("f", "l.currency"))
        """
      ),
    ]
  }
}
