import Finance
import Ledger
import SQLite

/// Finds the tranche on record that a holding is of: by ISIN, then by CUSIP, then by issuer, coupon
/// and maturity where these leave one.
struct TrancheMatcher {
  /// By what it was found, as stored.
  enum Way: String, CaseIterable {
    case isin, cusip, terms

    /// As a reader knows it.
    var words: String {
      self == .terms ? "issuer, coupon and maturity" : rawValue.uppercased()
    }
  }

  /// What was found.
  enum Match {
    case none
    case one(String, Way)
    /// It cannot be said which.
    case several([String])
  }

  func match(
    _ holding: Holding, isin: String?, cusip: String?, in transaction: borrowing Transaction
  ) throws -> Match {
    let byISIN = try isin.flatMap { try tranche("isin", $0, in: transaction) }
    let byCUSIP = try cusip.flatMap { try tranche("cusip", $0, in: transaction) }
    if let byISIN, let byCUSIP, byISIN != byCUSIP { return .several([byISIN, byCUSIP]) }
    if let byISIN { return .one(byISIN, .isin) }
    if let byCUSIP { return .one(byCUSIP, .cusip) }
    guard let issuer = holding.issuer, let coupon = holding.couponPercent,
      let matures = holding.matures.on, holding.kind == "debt"
    else { return .none }
    let found = try tranches(of: issuer, coupon: coupon, matures: matures, in: transaction)
    if let only = found.first, found.count == 1 { return .one(only, .terms) }
    return found.isEmpty ? .none : .several(found)
  }

  private func tranche(
    _ scheme: String, _ value: String, in transaction: borrowing Transaction
  ) throws -> String? {
    try transaction.value(
      """
      SELECT t.key FROM instrument_identifier i JOIN tranche t ON t.id = i.tranche_id
      WHERE i.scheme = ? AND i.value = ?
      """, [scheme, value], as: String.self)
  }

  /// Tranches of an issuer, or of one that is the same, of this coupon and day. Those that join an
  /// earlier one are that one.
  private func tranches(
    of issuer: String, coupon: Double, matures: Day, in transaction: borrowing Transaction
  ) throws -> [String] {
    try transaction.query(
      """
      SELECT DISTINCT coalesce(j.key, t.key) FROM party p
      JOIN party_figure f ON f.party_id = p.id
      JOIN party_figure m ON m.identity_id = f.identity_id
      JOIN deal d ON d.issuer_id = m.party_id
      JOIN tranche t ON t.deal_id = d.id
      LEFT JOIN tranche j ON j.id = t.joins_tranche_id
      WHERE p.key = ?1 AND abs(t.coupon_pct - ?2) < 0.00001 AND t.matures_on = ?3
        AND t.matures_until = ?3
      ORDER BY 1
      """, [issuer, coupon, matures]
    ) { try $0(0) }
  }
}
