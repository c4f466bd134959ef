public import Finance
public import SQLite

/// What the ledger holds of how a tranche pays, as far as sources say it.
public struct StoredTerms: Sendable, Equatable {
  /// The tranche's key.
  public let key: String
  /// The name it is shown by.
  public let name: String
  /// A code of the list `instrument`.
  public let instrument: String
  /// ISO 4217; nil where no amount is known.
  public let currency: String?
  /// The amount in minor units, where it is one number.
  public let principalMinor: Int64?
  /// `exact`, `about`, `up_to`, …
  public let qualifier: String
  /// `fixed`, `floating`, `zero` or `unknown`.
  public let rateType: String?
  /// Coupon, in percent a year.
  public let couponPercent: Double?
  /// A code of the list `benchmark`.
  public let benchmark: String?
  /// Spread over the benchmark, in basis points.
  public let spreadBasisPoints: Double?
  /// The upper end of a spread that is a range, in basis points.
  public let spreadHighBasisPoints: Double?
  /// The least the benchmark counts as, in percent a year.
  public let floorPercent: Double?
  /// Price at issue, in percent of face.
  public let issuePricePercent: Double?
  /// Yield at issue as published, in percent a year.
  public let yieldPercent: Double?
  /// The days on which money is known to have moved, terms were set, or the deal was told, in this
  /// order of preference; each the first and last possible day.
  public let settled: DayPair
  /// When it was priced.
  public let priced: DayPair
  /// When it falls due.
  public let matures: DayPair
  /// The tenor in years as stated.
  public let tenorYears: Double?
  /// A code of the list `amortisation`.
  public let amortisation: String?
  /// What was drawn, by day.
  public let draws: [Draw]
  /// What falls due before or at maturity, by day.
  public let repayments: [StoredRepayment]
  /// What was drawn or extended with a maturity of its own, by that day.
  public let portions: [Portion]
  /// Fee on what is not drawn, in basis points a year.
  public let commitmentFeeBasisPoints: Double?
  /// Fee paid once at closing, in percent.
  public let upfrontFeePercent: Double?
  /// How long interest alone is paid, in years from the start.
  public let interestOnlyYears: Double?

  /// Principal that is due on a day by the agreement.
  public struct StoredRepayment: Sendable, Equatable {
    /// The last possible day.
    public let day: Day
    /// How much in minor units.
    public let minorUnits: Int64?
    /// How much as a share of the tranche, in percent.
    public let sharePercent: Double?
  }
}

extension StoredTerms {
  /// Reads the terms of a tranche, or of the only tranche of a deal.
  ///
  /// - Throws: `LedgerError.unknownRecord`, and `LedgerError.terms` for a deal of several tranches.
  public init(of key: String, in connection: borrowing Connection) throws {
    let tranche = try Self.tranche(named: key, in: connection)
    let found = try connection.first(
      """
      SELECT v.tranche, v.instrument, v.currency, v.amount_minor, v.qualifier, v.rate_type,
        v.coupon_pct, v.benchmark, v.spread_bps, v.spread_bps_high, v.floor_pct,
        v.issue_price_pct, v.yield_pct, v.settled_on, v.settled_until, v.priced_on,
        v.priced_until, v.matures_on, v.matures_until, t.stated_tenor_years, v.amortisation
      FROM tranches v JOIN tranche t ON t.key = v.tranche_key WHERE v.tranche_key = ?
      """, [tranche]
    ) { row in
      StoredTerms(
        key: tranche, name: try row(0), instrument: try row(1), currency: try row(2),
        principalMinor: try row(3), qualifier: try row(4), rateType: try row(5),
        couponPercent: try row(6), benchmark: try row(7), spreadBasisPoints: try row(8),
        spreadHighBasisPoints: try row(9), floorPercent: try row(10),
        issuePricePercent: try row(11), yieldPercent: try row(12),
        settled: try Self.days(row, 13), priced: try Self.days(row, 15),
        matures: try Self.days(row, 17), tenorYears: try row(19), amortisation: try row(20),
        draws: try Self.draws(of: tranche, in: connection),
        repayments: try Self.repayments(of: tranche, in: connection),
        portions: try Self.portions(of: tranche, in: connection),
        commitmentFeeBasisPoints: try Self.term(
          "commitment_fee", "bps", of: tranche, in: connection),
        upfrontFeePercent: try Self.term("upfront_fee", "percent", of: tranche, in: connection),
        interestOnlyYears: try Self.term(
          "interest_only_period", "years", of: tranche, in: connection))
    }
    guard let found else { throw LedgerError.unknownRecord(key: key, similar: []) }
    self = found
  }

  private static func days(_ row: borrowing Row, _ index: Int) throws -> DayPair {
    var days = DayPair()
    days.on = try row(index)
    days.until = try row(index + 1)
    return days
  }

  private static func tranche(
    named text: String, in connection: borrowing Connection
  ) throws -> String {
    let key = try RecordLookup.key(of: text, in: connection)
    let kinds = try RecordLookup.kinds(of: key, in: connection)
    if kinds.contains(Tranche.table) { return key }
    guard kinds.contains(Deal.table) else {
      throw LedgerError.terms(
        record: key, problem: "is a \(kinds.joined(separator: ", ")); tranches pay interest")
    }
    let tranches = try connection.query(
      """
      SELECT t.key FROM tranche t JOIN deal d ON d.id = t.deal_id WHERE d.key = ? ORDER BY t.id
      """, [key]
    ) { try $0(0, as: String.self) }
    guard tranches.count < 2 else {
      throw LedgerError.terms(
        record: key,
        problem: "has \(tranches.count) tranches; name one: \(tranches.joined(separator: ", "))")
    }
    guard let only = tranches.first else {
      throw LedgerError.terms(record: key, problem: "has no tranche, so no terms of payment")
    }
    return only
  }

  /// Draws of the tranche, and of its deal where it is the deal's only one.
  private static func draws(
    of tranche: String, in connection: borrowing Connection
  ) throws -> [Draw] {
    try connection.query(
      """
      SELECT e.occurred_until, e.amount_minor FROM event e
      JOIN tranche t ON t.key = ?
      WHERE e.kind = 'drawn' AND e.occurred_until IS NOT NULL AND (e.tranche_id = t.id
        OR e.deal_id = t.deal_id
          AND (SELECT COUNT(*) FROM tranche o WHERE o.deal_id = t.deal_id) = 1)
      ORDER BY e.occurred_until, e.id
      """, [tranche]
    ) { Draw(on: try $0(0), minorUnits: try $0(1)) }
  }

  private static func repayments(
    of tranche: String, in connection: borrowing Connection
  ) throws -> [StoredRepayment] {
    try connection.query(
      """
      SELECT r.due_until, r.amount_minor, r.share_pct FROM repayment r
      JOIN tranche t ON t.id = r.tranche_id
      WHERE t.key = ? AND r.basis = 'contractual' ORDER BY r.due_until, r.id
      """, [tranche]
    ) {
      StoredRepayment(day: try $0(0), minorUnits: try $0(1), sharePercent: try $0(2))
    }
  }

  /// A figure that is a term of the tranche or of its deal; the tranche's own first.
  private static func term(
    _ kind: String, _ unit: String, of tranche: String, in connection: borrowing Connection
  ) throws -> Double? {
    try connection.first(
      """
      SELECT r.number FROM term r JOIN tranche t ON t.key = ?
      WHERE r.kind = ? AND r.unit = ? AND r.number IS NOT NULL AND r.number_high IS NULL
        AND (r.tranche_id = t.id OR r.deal_id = t.deal_id)
      ORDER BY r.tranche_id IS NULL, r.id
      """, [tranche, kind, unit]
    ) { try $0(0) }
  }
}
