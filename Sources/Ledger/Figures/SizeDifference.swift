public import Finance
public import SQLite

/// A size that an event gives and the record does not.
public struct SizeDifference: Sendable {
  /// The tranche's key.
  public let tranche: String
  /// The size its last event gives.
  public let told: Money
  /// The size on record.
  public let onRecord: Money

  /// Where the last size that events give of a tranche is another than the record's, and this event
  /// gives one.
  public static func all(
    of event: String, in database: borrowing some Database & ~Copyable
  ) throws -> [SizeDifference] {
    let found = try database.query(
      """
      SELECT t.key, t.currency, s.size_low_minor, f.low_minor
      FROM event e
      JOIN tranche t ON t.id = e.tranche_id OR t.deal_id = e.deal_id
      JOIN state_span s ON s.tranche_id = t.id AND s.before_on IS NULL AND s.is_resized = 1
      JOIN tranche_figure f ON f.tranche_id = t.id
      WHERE e.key = ? AND \(TrancheEvents.setsSize("e")) AND s.size_low_minor <> f.low_minor
      ORDER BY t.id
      """, [event]
    ) { row in
      (
        tranche: try row(0, as: String.self), currency: try row(1, as: String.self),
        told: try row(2, as: Int64.self), onRecord: try row(3, as: Int64.self)
      )
    }
    return found.compactMap { found in
      Currency(code: found.currency).map { currency in
        SizeDifference(
          tranche: found.tranche, told: Money(minorUnits: found.told, currency: currency),
          onRecord: Money(minorUnits: found.onRecord, currency: currency))
      }
    }
  }
}
