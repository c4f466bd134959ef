internal import Finance
internal import SQLite

/// Deals whose tranches are more than the deal is said to amount to. "About" leaves one percent.
enum TrancheSums {
  /// The check that tells them.
  static let check = "tranche-sums"

  /// The deals, in the order of their keys.
  static func findings(in database: borrowing some Database & ~Copyable) throws -> [Finding] {
    try database.query(
      """
      SELECT d.key, SUM(coalesce(t.amount_minor, t.amount_low_minor)) AS total,
        coalesce(c.amount_minor, c.amount_high_minor) AS stated, c.currency
      FROM claim c
      JOIN deal d ON d.id = c.record_id
      JOIN tranche t ON t.deal_id = d.id AND t.counted = 1 AND t.currency = c.currency
      WHERE c.record_table = 'deal' AND c.attribute = 'amount' AND c.stance = 'preferred'
        AND c.qualifier <> 'at_least'
      GROUP BY c.id
      HAVING total > stated * CASE c.qualifier WHEN 'about' THEN 1.01 ELSE 1 END
      ORDER BY d.key
      """
    ) { row in
      let code: String = try row(3)
      let amounts = [try row(1, as: Int64.self), try row(2, as: Int64.self)].map { minor in
        Currency(code: code).map { "\(code) \(Money(minorUnits: minor, currency: $0).grouped)" }
          ?? "\(minor) minor units of \(code)"
      }
      return Finding(
        check: check, subject: "deal \(try row(0, as: String.self))",
        problem: "tranches sum to \(amounts[0]), stated are \(amounts[1])")
    }
  }
}
