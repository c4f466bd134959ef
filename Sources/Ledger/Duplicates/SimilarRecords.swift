public import SQLite

/// Finds what a run added and the ledger may have had already: deals and contracts by the rule of
/// `LookAlikes`, and a tranche as large and as long as another of its deal.
///
/// Nothing is left out for it: a link `same_as` or `distinct_from` says what they are.
public enum SimilarRecords {
  /// How many of the nearest amounts are looked at on each side: of an issuer with thousands of
  /// deals some will always be alike.
  private static let reach = 100

  /// The records, in the order of their rows; of each the one on file that is nearest in amount.
  public static func added(
    by run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    let hasOthers = try database.value(
      """
      SELECT EXISTS (SELECT 1 FROM deal WHERE run_id IS NOT ?1)
        OR EXISTS (SELECT 1 FROM contract WHERE run_id IS NOT ?1)
      """, [run], as: Bool.self)
    guard hasOthers == true else { return [] }
    return try deals(run, in: database) + contracts(run, in: database)
      + tranches(run, in: database)
  }

  private static func deals(
    _ run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    let deals = try LookAlikes.deals(ofPartiesIn: run, in: database)
    let linked = try LookAlikes.linkedDeals(in: database)
    var found: [Int64: (deal: LookAlikes.Deal, other: LookAlikes.Deal)] = [:]
    for (index, deal) in deals.enumerated() where deal.isNew {
      let near = nearest(to: index, among: deals) { other in
        !linked.contains([deal.row, other.row].sorted())
      }
      guard let near else { continue }
      // A deal stands there once for each of its parties.
      if let best = found[deal.row], distance(best.deal, best.other) <= distance(deal, near) {
        continue
      }
      found[deal.row] = (deal, near)
    }
    return found.sorted { $0.key < $1.key }.map { _, pair in
      SimilarRecord(
        kind: "deal", key: pair.deal.key, other: pair.other.key,
        because: pair.deal.because(pair.other))
    }
  }

  private static func distance(_ one: LookAlikes.Deal, _ other: LookAlikes.Deal) -> Int64 {
    abs(one.minor - other.minor)
  }

  /// The deal on file next in amount to a new one, looking up and down the sorted list.
  private static func nearest(
    to index: Int, among deals: [LookAlikes.Deal], where isMeant: (LookAlikes.Deal) -> Bool
  ) -> LookAlikes.Deal? {
    let deal = deals[index]
    var best: LookAlikes.Deal?
    for step in [-1, 1] {
      var at = index + step
      var looked = 0
      while deals.indices.contains(at), looked < reach, deal.isInSize(deals[at]) {
        let other = deals[at]
        if !other.isNew, deal.isInTime(other), isMeant(other) {
          if best.map({ distance($0, deal) > distance(other, deal) }) ?? true { best = other }
          break
        }
        at += step
        looked += 1
      }
    }
    return best
  }

  /// Contracts of the run that look like ones on file.
  private static func contracts(
    _ run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    let added = Set(
      try database.query("SELECT key FROM contract WHERE run_id = ?", [run]) {
        try $0(0, as: String.self)
      })
    guard !added.isEmpty else { return [] }
    return try LookAlikes.pairsOfContracts(in: database)
      .filter { added.contains($0.key) && !added.contains($0.other) }
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
}
