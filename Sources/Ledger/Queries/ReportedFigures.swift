public import SQLite

/// What companies have reported, the latest by a day.
public enum ReportedFigures {
  /// The latest actual figure of a metric in US dollars for each party, in cents.
  ///
  /// - `metric`: A code of the list `metric`, such as `cash`.
  /// - `asOf`: The last day a figure may be of, `YYYY-MM-DD`; nil for today.
  ///
  /// - Returns: By the party's key, the least it is and the day it is of.
  public static func latest(
    _ metric: String, asOf: String?, in connection: borrowing Connection
  ) throws -> [String: (cents: Int64, day: String)] {
    let rows = try connection.query(
      """
      SELECT subject_key, low_minor, period_end_on FROM metric_figures
      WHERE metric = ?1 AND kind = 'actual' AND currency = 'USD' AND low_minor IS NOT NULL
        AND subject_key IS NOT NULL AND period_end_on <= coalesce(?2, CURRENT_DATE)
      ORDER BY period_end_on, told_on, observation_id
      """, [metric, asOf]
    ) { row in
      (
        key: try row(0, as: String.self),
        figure: (cents: try row(1, as: Int64.self), day: try row(2, as: String.self))
      )
    }
    return Dictionary(rows.map { ($0.key, $0.figure) }) { _, later in later }
  }
}
