internal import SQLite

extension Check {
  /// Tranches do not exceed what their deal is said to amount to.
  static let trancheSums = Check(
    name: TrancheSums.check, looksFor: "deals whose tranches exceed the stated amount"
  ) { connection in
    try TrancheSums.findings(in: connection).map { (subject: $0.subject, problem: $0.problem) }
  }

  /// What is left undivided is what the stated amount leaves.
  static let remainders = Check(
    name: "remainders",
    looksFor: "undivided rests that are not what amount, tranches and parts leave"
  ) { connection in
    try Remainders.stale(in: connection).map {
      (subject: "deal \($0)", problem: "its undivided rest is not what is left of its amount")
    }
  }

  /// Of the claims on one attribute one is preferred, and the record says what it says.
  static let claims = Check(
    name: "claims", looksFor: "values that are not what the preferred claim says"
  ) { connection in
    var found: [(subject: String, problem: String)] = try connection.query(
      """
      SELECT r.record_kind || ' ' || r.record_key || '.' || c.attribute,
        'has claims, none of them preferred'
      FROM claim c
      JOIN claim_subjects r ON r.claim_id = c.id AND r.record_key IS NOT NULL
      WHERE c.stance <> 'supports' GROUP BY c.record_table, c.record_id, c.attribute
      HAVING SUM(c.stance = 'preferred') = 0
      UNION ALL
      SELECT 'claim ' || c.key, 'is about a ' || c.record_table || ' that is not there'
      FROM claim c JOIN claim_subjects r ON r.claim_id = c.id AND r.record_key IS NULL
      ORDER BY 1
      """
    ) { (subject: try $0(0), problem: try $0(1)) }
    let preferred = try connection.query(
      """
      SELECT c.key FROM claim c
      JOIN claim_subjects r ON r.claim_id = c.id AND r.record_key IS NOT NULL
      WHERE c.stance = 'preferred' ORDER BY c.key
      """
    ) { try $0(0, as: String.self) }
    for key in preferred {
      guard let claim = try ClaimRepository().find(key, in: connection),
        let difference = try ClaimBook.disagreement(of: claim, in: connection)
      else { continue }
      found.append(
        (
          subject: "claim \(key)",
          problem: "says \(difference.claim), the record \(difference.record)"
        ))
    }
    return found
  }
}
