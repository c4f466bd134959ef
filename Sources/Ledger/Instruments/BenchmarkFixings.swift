public import Finance
public import SQLite

extension Fixings {
  /// The published rates of a benchmark on file.
  ///
  /// - Parameters:
  ///   - benchmark: A code of the list `benchmark`.
  ///   - lastDay: The last day whose rate counts; nil for all.
  ///   - assumedPercent: What to assume on days without a rate, in percent a year.
  public init(
    of benchmark: String?, until lastDay: Day?, assumingElsewhere assumedPercent: Double?,
    in connection: borrowing Connection
  ) throws {
    let rows = try connection.query(
      """
      SELECT fixed_on, rate_pct FROM benchmark_rate
      WHERE benchmark = ?1 AND (?2 IS NULL OR fixed_on <= ?2)
      """, [benchmark, lastDay]
    ) { (try $0(0, as: Day.self), try $0(1, as: Double.self)) }
    self.init(
      Dictionary(rows) { _, later in later }, assumingElsewhere: assumedPercent)
  }
}
