public import SQLite

/// What is on record below a deal that a sheet names again.
extension KnownRows {
  /// The key of a row.
  public static func key(
    of row: Int64, in table: String, _ transaction: borrowing Transaction
  ) throws -> String? {
    try transaction.value("SELECT key FROM \(table) WHERE id = ?", [row], as: String.self)
  }

  /// The row number of the record of a table with a key.
  public static func row(
    of key: String, in table: String, _ transaction: borrowing Transaction
  ) throws -> Int64? {
    try RecordTables.row(of: key, in: table, transaction)
  }

  /// The key of the first event of a kind that a deal has.
  public static func event(
    _ kind: String, ofDeal deal: Int64, _ transaction: borrowing Transaction
  ) throws -> String? {
    try transaction.value(
      """
      SELECT \(Event.keyExpression) FROM event t WHERE t.deal_id = ? AND t.kind = ?
      ORDER BY t.id LIMIT 1
      """, [deal, kind], as: String.self)
  }

  /// The key of how a party carries a deal.
  public static func treatment(
    ofDeal deal: Int64, party: Int64, _ transaction: borrowing Transaction
  ) throws -> String? {
    try transaction.value(
      """
      SELECT \(AccountingTreatment.keyExpression) FROM accounting_treatment t
      WHERE t.deal_id = ? AND t.party_id = ?
      """, [deal, party], as: String.self)
  }

  /// The keys and row numbers of the parts that a party takes in a tranche in one role.
  public static func participations(
    of party: Int64, role: String, inTranche tranche: Int64, _ transaction: borrowing Transaction
  ) throws -> [(key: String, row: Int64)] {
    try transaction.query(
      """
      SELECT \(Participation.keyExpression), t.id FROM participation t
      WHERE t.tranche_id = ? AND t.party_id = ? AND t.role = ? ORDER BY t.id
      """, [tranche, party, role]
    ) { (key: try $0(0), row: try $0(1)) }
  }

  /// The key and grade of the newest actual rating of a tranche by an agency.
  public static func rating(
    ofTranche tranche: Int64, agency: String, _ transaction: borrowing Transaction
  ) throws -> (key: String, grade: String, actedOn: String?)? {
    try transaction.first(
      """
      SELECT \(RatingAction.keyExpression), t.grade, t.acted_on FROM rating_action t
      WHERE t.tranche_id = ? AND t.agency = ? AND t.kind = 'actual'
      ORDER BY t.acted_until DESC, t.id DESC LIMIT 1
      """, [tranche, agency]
    ) { (key: try $0(0), grade: try $0(1), actedOn: try $0(2)) }
  }

  /// Remembers by which line a row is known from now on.
  public static func setLine(
    _ line: BulkLine, of row: Int64, in table: String, _ transaction: borrowing Transaction
  ) throws {
    try transaction.run(
      "UPDATE \(table) SET line_hash = ?, line_occurrence = ? WHERE id = ?",
      [line.hash, line.occurrence, row])
  }
}
