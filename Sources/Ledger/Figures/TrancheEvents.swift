/// Which events bear on a tranche, and what their amounts mean, as SQL.
///
/// An event of a deal bears on the amounts of its tranche where the deal has no other counted one.
enum TrancheEvents {
  /// Kinds whose amount is the tranche's size from that day on.
  private static let sizing = "('announced', 'launched', 'upsized', 'priced', 'signed', 'amended')"

  /// Whether an event sets an axis of status.
  static func setsAxes(_ event: String) -> String {
    "coalesce(\(event).evidence, \(event).binding, \(event).funding) IS NOT NULL"
  }

  /// Whether an event says how much: a size, a draw, a repayment, a balance.
  static func setsAmount(_ event: String) -> String {
    """
    (\(event).qualifier <> 'undisclosed'
      AND (\(event).kind IN \(sizing) OR \(event).kind IN ('drawn', 'repaid', 'balance')))
    """
  }

  /// Whether an event says how large a tranche is from then on.
  static func setsSize(_ event: String) -> String {
    "\(event).qualifier <> 'undisclosed' AND \(event).kind IN \(sizing)"
  }

  /// Whether a tranche `t` is all its deal has.
  static let isAlone = """
    NOT EXISTS (SELECT 1 FROM tranche o
      WHERE o.deal_id = t.deal_id AND o.id <> t.id AND o.counted = 1)
    """

  /// Whether a tranche `t` has an event of its own that sets an axis or an amount.
  static let hasOwnStates = """
    (EXISTS (SELECT 1 FROM event own
      WHERE own.tranche_id = t.id AND (\(setsAxes("own")) OR \(setsAmount("own"))))
    OR EXISTS (SELECT 1 FROM event of_deal
      WHERE of_deal.deal_id = t.deal_id AND \(setsAmount("of_deal"))) AND \(isAlone))
    """

  /// The amounts that events give of tranches: `tranche_id`, `id`, `occurred_on`, `kind`, whether
  /// it is a size, and the least and the most in minor units.
  static func amounts(_ scope: FigureScope) -> String {
    func of(_ record: String, _ condition: String) -> String {
      """
      SELECT t.id AS tranche_id, e.id, e.occurred_on, e.kind,
        CASE WHEN e.kind IN \(sizing) THEN 1 ELSE 0 END AS is_size, e.amount_minor,
        \(Conversion.low(of: "e")) AS low_minor, \(Conversion.high(of: "e")) AS high_minor
      FROM tranche t JOIN event e ON e.\(record) AND \(setsAmount("e")) AND e.currency = t.currency
      WHERE \(scope.deal("t.deal_id")) AND \(condition)
      """
    }
    return """
      \(of("tranche_id = t.id", "1"))
      UNION ALL
      \(of("deal_id = t.deal_id", isAlone))
      """
  }

  /// What a span `s` of a tranche amounts to, by the amounts `change` up to its beginning:
  /// `is_resized`, the size then, what is drawn by then (the draws on record, or the balance
  /// reported where that is more), repaid by then, and the balance brought forward.
  ///
  /// A size given once holds until the next. Before the first one the tranche has the size on
  /// record, unless it was upsized then: nobody says from what.
  static let balance = """
    CASE WHEN \(sizeEvent) IS NOT NULL OR \(firstSizeKind) = 'upsized' THEN 1 ELSE 0 END
      AS is_resized,
    (SELECT x.low_minor FROM change x WHERE x.id = \(sizeEvent)
      AND x.tranche_id = s.tranche_id) AS size_low_minor,
    (SELECT x.high_minor FROM change x WHERE x.id = \(sizeEvent)
      AND x.tranche_id = s.tranche_id) AS size_high_minor,
    CASE WHEN s.funding = 'partly_drawn' THEN nullif(max(coalesce(\(sum("drawn")), -1),
      coalesce(\(brought(less: "0")), -1)), -1) END AS drawn_minor,
    CASE WHEN s.funding IN ('partly_drawn', 'drawn') THEN \(sum("repaid")) END AS repaid_minor,
    CASE WHEN s.funding IN ('partly_drawn', 'drawn')
      THEN \(brought(less: "x.amount_minor")) END AS balance_minor
    """

  private static let sizeEvent = last("x.is_size = 1")

  private static let firstSizeKind = """
    (SELECT x.kind FROM change x WHERE x.tranche_id = s.tranche_id AND x.is_size = 1
      ORDER BY x.occurred_on NULLS FIRST, x.id LIMIT 1)
    """

  /// The reported balance, more what was drawn since and less a term for each repayment.
  private static func brought(less repaid: String) -> String {
    """
    (SELECT b.amount_minor
        + coalesce((SELECT SUM(CASE x.kind WHEN 'drawn' THEN x.amount_minor
            WHEN 'repaid' THEN -\(repaid) END) FROM change x
          WHERE x.tranche_id = s.tranche_id AND x.occurred_on > b.occurred_on
            AND x.occurred_on <= s.occurred_on), 0)
      FROM change b WHERE b.id = \(last("x.kind = 'balance'")) AND b.tranche_id = s.tranche_id)
    """
  }

  private static func last(_ condition: String) -> String {
    """
    (SELECT x.id FROM change x
      WHERE x.tranche_id = s.tranche_id AND \(condition) AND \(hasHappened)
      ORDER BY x.occurred_on DESC NULLS LAST, x.id DESC LIMIT 1)
    """
  }

  /// What amounts of a kind come to; nothing where one of them is no single figure.
  private static func sum(_ kind: String) -> String {
    """
    (SELECT CASE WHEN COUNT(*) = COUNT(x.amount_minor) THEN SUM(x.amount_minor) END
      FROM change x WHERE x.tranche_id = s.tranche_id AND x.kind = '\(kind)' AND \(hasHappened))
    """
  }

  private static let hasHappened = "(x.occurred_on IS NULL OR x.occurred_on <= s.occurred_on)"
}
