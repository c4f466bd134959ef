internal import Finance
public import SQLite

/// Finds what a run added and the ledger may have had already: a deal of the same issuer with
/// nearly the same amount at nearly the same time, a tranche as large and as long as another of its
/// deal.
///
/// Nothing is left out for it: a link `same_as` or `distinct_from` says what they are.
public enum SimilarRecords {
  /// Amounts differ by a tenth at most, days by four months, as in the check `look-alikes`.
  private static let share = 0.1
  private static let days = 120
  /// How many of the nearest amounts are looked at on each side: of an issuer with thousands of
  /// deals some will always be alike.
  private static let reach = 100

  /// The records, in the order of their rows; of each the one on file that is nearest in amount.
  public static func added(
    by run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    let hasOthers = try database.value(
      "SELECT EXISTS (SELECT 1 FROM deal WHERE run_id IS NOT ?)", [run], as: Bool.self)
    guard hasOthers == true else { return [] }
    return try deals(run, in: database) + tranches(run, in: database)
  }

  private struct Deal {
    let row: Int64
    let key: String
    let issuer: Int64
    let isDebt: Bool
    let first: Day
    let last: Day
    let minor: Int64
    let isNew: Bool

    func isNear(_ other: Deal) -> Bool {
      let most = Double(max(minor, other.minor))
      return Double(abs(minor - other.minor)) <= SimilarRecords.share * most
        && other.first.days(since: last) <= SimilarRecords.days
        && first.days(since: other.last) <= SimilarRecords.days
    }
  }

  private static func deals(
    _ run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    let deals = try read(run, in: database)
    let linked = try links(run, in: database)
    var found: [(row: Int64, record: SimilarRecord)] = []
    for (index, deal) in deals.enumerated() where deal.isNew {
      let near = nearest(to: index, among: deals) { other in
        !linked.contains([min(deal.row, other.row), max(deal.row, other.row)])
      }
      guard let near else { continue }
      let figures = [deal.minor, near.minor].map { millions($0) }
      let because = "same issuer, \(figures[0]) and \(figures[1]) million US dollars, near in time"
      let record = SimilarRecord(kind: "deal", key: deal.key, other: near.key, because: because)
      found.append((deal.row, record))
    }
    return found.sorted { $0.row < $1.row }.map(\.record)
  }

  /// The deal on file next in amount to a new one, looking up and down the sorted list.
  private static func nearest(
    to index: Int, among deals: [Deal], where isMeant: (Deal) -> Bool
  ) -> Deal? {
    let deal = deals[index]
    var best: Deal?
    for step in [-1, 1] {
      var at = index + step
      var looked = 0
      while deals.indices.contains(at), looked < reach {
        let other = deals[at]
        guard other.issuer == deal.issuer, other.isDebt == deal.isDebt else { break }
        if !other.isNew, deal.isNear(other), isMeant(other) {
          if best.map({ abs($0.minor - deal.minor) > abs(other.minor - deal.minor) }) ?? true {
            best = other
          }
          break
        }
        at += step
        looked += 1
      }
    }
    return best
  }

  /// Counted deals of the issuers that have new ones, by issuer and amount.
  private static func read(
    _ run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [Deal] {
    try database.query(
      """
      WITH asked AS (
        SELECT DISTINCT i.identity_id FROM deal d
        JOIN party_figure i ON i.party_id = d.issuer_id WHERE d.run_id = ?1
      )
      SELECT d.id, d.key, i.identity_id, f.is_debt, MIN(f.dated_on), MAX(f.dated_until),
        SUM(f.high_usd_minor), coalesce(d.run_id = ?1, 0)
      FROM asked a JOIN party_figure i ON i.identity_id = a.identity_id
      JOIN deal d ON d.issuer_id = i.party_id AND d.counted = 1
      JOIN tranche t ON t.deal_id = d.id
      JOIN tranche_figure f ON f.tranche_id = t.id AND f.counted = 1
      GROUP BY d.id, f.is_debt
      HAVING SUM(f.high_usd_minor) > 0 AND MIN(f.dated_on) IS NOT NULL
      ORDER BY i.identity_id, f.is_debt, SUM(f.high_usd_minor), d.id
      """, [run]
    ) { row in
      Deal(
        row: try row(0), key: try row(1), issuer: try row(2), isDebt: try row(3),
        first: try row(4), last: try row(5), minor: try row(6), isNew: try row(7))
    }
  }

  /// Pairs of deals with a link between them, the smaller row first.
  private static func links(
    _ run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> Set<[Int64]> {
    Set(
      try database.query(
        """
        SELECT l.from_deal_id, l.to_deal_id FROM deal_link l
        WHERE l.from_deal_id IS NOT NULL AND l.to_deal_id IS NOT NULL
        """
      ) { row in
        let ends = [try row(0, as: Int64.self), try row(1, as: Int64.self)]
        return ends.sorted()
      })
  }

  private static func tranches(
    _ run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    try database.query(
      """
      SELECT t.key, MIN(o.key) FROM tranche t
      JOIN tranche o ON o.deal_id = t.deal_id AND o.run_id IS NOT ?1 AND o.is_remainder = 0
        AND o.instrument = t.instrument AND o.currency = t.currency
        AND o.amount_minor = t.amount_minor AND o.matures_on IS t.matures_on
        AND o.coupon_pct IS t.coupon_pct
      WHERE t.run_id = ?1 AND t.is_remainder = 0 AND t.joins_tranche_id IS NULL
      GROUP BY t.id ORDER BY t.id
      """, [run]
    ) { row in
      SimilarRecord(
        kind: "tranche", key: try row(0), other: try row(1),
        because: "same deal, instrument, amount, coupon and maturity")
    }
  }

  private static func millions(_ minor: Int64) -> String {
    ExactDecimal(minorUnits: minor / 1_000_000, exponent: 2).description
  }
}
