internal import SQLite

extension StoredTerms {
  /// A part of the principal that falls due on a day of its own.
  public struct Portion: Sendable, Equatable {
    /// When it falls due.
    public let matures: DayPair
    /// How much in minor units; nil when not known.
    public let minorUnits: Int64?
  }

  /// The portions of a tranche, as the view `repayments` has them: by events of its own, or of its
  /// deal where that has no other counted one.
  static func portions(
    of tranche: String, in connection: borrowing Connection
  ) throws -> [Portion] {
    try connection.query(
      """
      SELECT e.matures_on, e.matures_until, e.amount_minor FROM event e
      JOIN tranche t ON t.key = ?
      WHERE e.matures_on IS NOT NULL AND coalesce(e.currency, t.currency) = t.currency
        AND (e.tranche_id = t.id
          OR e.deal_id = t.deal_id AND t.counted = 1 AND NOT EXISTS (SELECT 1 FROM tranche o
            WHERE o.deal_id = t.deal_id AND o.id <> t.id AND o.counted = 1))
      ORDER BY e.matures_until, e.id
      """, [tranche]
    ) { row in
      var matures = DayPair()
      matures.on = try row(0)
      matures.until = try row(1)
      return Portion(matures: matures, minorUnits: try row(2))
    }
  }
}
