internal import Finance
internal import SQLite

/// What may tell the same money twice, for imports and for the check `look-alikes` alike.
///
/// Deals: both debt or both not, announced at least, one party that borrows, sponsors, rents or
/// guarantees in both, amounts within a tenth, days within four months. Contracts: a leg for the
/// same purpose from the same payer to the same payee, within the same bounds. A link between two
/// records says what they are, and neither is told then.
enum LookAlikes {
  /// The check that tells them.
  static let check = "look-alikes"
  private static let share = 0.1
  private static let days = 120

  /// A part a party has in a deal, with how much the deal is and when.
  struct Deal {
    let party: Int64
    let isIssuer: Bool
    let row: Int64
    let key: String
    let isDebt: Bool
    let first: Day
    let last: Day
    let minor: Int64
    let isNew: Bool

    /// Whether nothing between two deals of one party but their days can tell them apart.
    func isInSize(_ other: Deal) -> Bool {
      party == other.party && isDebt == other.isDebt
        && Double(abs(minor - other.minor)) <= share * Double(max(minor, other.minor))
    }

    func isInTime(_ other: Deal) -> Bool {
      other.first.days(since: last) <= LookAlikes.days
        && first.days(since: other.last) <= LookAlikes.days
    }

    /// What two deals have in common, in words.
    func because(_ other: Deal) -> String {
      (isIssuer && other.isIssuer ? "same issuer" : "one party in both") + ", "
        + LookAlikes.words(minor, other.minor)
    }
  }

  private static func words(_ one: Int64, _ other: Int64) -> String {
    let figures = [one, other].map {
      ExactDecimal(minorUnits: $0 / 1_000_000, exponent: 2).description
    }
    return "\(figures[0]) and \(figures[1]) million US dollars, near in time"
  }

  /// Counted deals by party, debt or not, and amount.
  ///
  /// - Parameter run: Asks only for deals of parties that have one of this run.
  static func deals(
    ofPartiesIn run: Int64? = nil, in database: borrowing some Database & ~Copyable
  ) throws -> [Deal] {
    let roles = "('sponsor', 'tenant', 'offtaker', 'guarantor')"
    return try database.query(
      """
      WITH asked AS MATERIALIZED (
        SELECT i.identity_id FROM deal d JOIN party_figure i ON i.party_id = d.issuer_id
        WHERE ?1 IS NULL OR d.run_id = ?1
        UNION
        SELECT i.identity_id FROM deal d
        JOIN participation q ON q.deal_id = d.id AND q.role IN \(roles)
        JOIN party_figure i ON i.party_id = q.party_id WHERE ?1 IS NULL OR d.run_id = ?1
      ),
      member AS (
        SELECT a.identity_id AS party_id, 1 AS is_issuer, d.id AS deal_id
        FROM asked a JOIN party_figure i ON i.identity_id = a.identity_id
        JOIN deal d ON d.issuer_id = i.party_id
        UNION ALL
        SELECT DISTINCT a.identity_id, 0, q.deal_id
        FROM asked a JOIN party_figure i ON i.identity_id = a.identity_id
        JOIN participation q ON q.party_id = i.party_id AND q.role IN \(roles)
        JOIN deal d ON d.id = q.deal_id JOIN party_figure o ON o.party_id = d.issuer_id
        WHERE o.identity_id <> a.identity_id
      )
      SELECT m.party_id, m.is_issuer, d.id, d.key, f.is_debt, MIN(f.dated_on), MAX(f.dated_until),
        SUM(f.high_usd_minor), coalesce(d.run_id = ?1, 0)
      FROM member m JOIN deal d ON d.id = m.deal_id AND d.counted = 1
      JOIN tranche t ON t.deal_id = d.id
      JOIN tranche_figure f ON f.tranche_id = t.id AND f.counted = 1 AND f.stage_rank >= 1
      GROUP BY m.party_id, d.id, f.is_debt
      HAVING SUM(f.high_usd_minor) > 0 AND MIN(f.dated_on) IS NOT NULL
      ORDER BY m.party_id, f.is_debt, SUM(f.high_usd_minor), d.id
      """, [run]
    ) { row in
      Deal(
        party: try row(0), isIssuer: try row(1), row: try row(2), key: try row(3),
        isDebt: try row(4), first: try row(5), last: try row(6), minor: try row(7),
        isNew: try row(8))
    }
  }

  /// Pairs of deals with a link between them, the smaller row first.
  static func linkedDeals(
    in database: borrowing some Database & ~Copyable
  ) throws -> Set<[Int64]> {
    Set(
      try database.query(
        """
        SELECT from_deal_id, to_deal_id FROM deal_link
        WHERE from_deal_id IS NOT NULL AND to_deal_id IS NOT NULL
        """
      ) { row in [try row(0, as: Int64.self), try row(1, as: Int64.self)].sorted() })
  }

  /// All pairs of deals that look alike and are not linked, each once.
  static func pairsOfDeals(
    in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    let deals = try deals(in: database)
    var told = try linkedDeals(in: database)
    var found: [SimilarRecord] = []
    for (index, deal) in deals.enumerated() {
      for other in deals[(index + 1)...] {
        // They stand by amount, so what follows is only larger.
        guard deal.isInSize(other) else { break }
        guard deal.isInTime(other), told.insert([deal.row, other.row].sorted()).inserted else {
          continue
        }
        let (old, new) = deal.row < other.row ? (deal, other) : (other, deal)
        found.append(
          SimilarRecord(kind: "deal", key: new.key, other: old.key, because: new.because(old)))
      }
    }
    return found
  }

  /// All pairs of contracts that look alike and are not linked.
  static func pairsOfContracts(
    in database: borrowing some Database & ~Copyable
  ) throws -> [SimilarRecord] {
    try database.query(
      """
      WITH leg AS (
        SELECT l.contract_id, x.identity_id AS payer_id, y.identity_id AS payee_id, l.purpose,
          f.dated_on AS first_on, f.dated_until AS last_on, f.high_usd_minor AS minor
        FROM contract_leg l
        JOIN contract c ON c.id = l.contract_id AND c.counted = 1
        JOIN leg_figure f ON f.leg_id = l.id AND f.high_usd_minor > 0
        JOIN party_figure x ON x.party_id = l.payer_id
        JOIN party_figure y ON y.party_id = l.payee_id
        WHERE l.purpose <> 'thing'
      )
      SELECT a.key, b.key, MIN(x.minor), MIN(y.minor)
      FROM leg x JOIN leg y ON y.payer_id = x.payer_id AND y.payee_id = x.payee_id
        AND y.purpose = x.purpose AND y.contract_id < x.contract_id
        AND abs(x.minor - y.minor) <= \(share) * max(x.minor, y.minor)
        AND y.first_on <= date(x.last_on, '+\(days) days')
        AND x.first_on <= date(y.last_on, '+\(days) days')
      JOIN contract a ON a.id = x.contract_id JOIN contract b ON b.id = y.contract_id
      WHERE NOT EXISTS (SELECT 1 FROM deal_link l
        WHERE l.from_contract_id IN (a.id, b.id) AND l.to_contract_id IN (a.id, b.id))
      GROUP BY a.id, b.id
      """
    ) { row in
      SimilarRecord(
        kind: "contract", key: try row(0), other: try row(1),
        because: "same payer, payee and purpose, " + words(try row(2), try row(3)))
    }
  }
}
