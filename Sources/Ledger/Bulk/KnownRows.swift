public import SQLite

/// What the ledger knew before a sheet was read, to be asked by key and by line.
public final class KnownRows {
  /// How many lines and deals there are; small numbers are read into memory at once.
  public let lineCount: Int
  /// How many deals.
  public let dealCount: Int
  private let partyIDs: [String: Int64]
  /// The parties that are held to be the same as another, which they are counted with.
  private let identities: [Int64: Int64]

  /// Counts, and reads the parties.
  public init(_ database: borrowing some Database & ~Copyable) throws {
    func count(_ table: String) throws -> Int {
      try database.value("SELECT coalesce(MAX(id), 0) FROM \(table)", as: Int.self) ?? 0
    }
    lineCount = try count("participation")
    dealCount = try count("deal")
    var parties: [String: Int64] = [:]
    try database.forEachRow("SELECT key, id FROM party") { row in
      parties[try row(0, as: String.self)] = try row(1, as: Int64.self)
    }
    partyIDs = parties
    var identities: [Int64: Int64] = [:]
    try database.forEachRow(
      "SELECT party_id, identity_id FROM party_figure WHERE identity_id <> party_id"
    ) { row in
      identities[try row(0, as: Int64.self)] = try row(1, as: Int64.self)
    }
    self.identities = identities
  }

  /// The row number of a party.
  public func party(_ key: String) -> Int64? { partyIDs[key] }

  /// The row number of the party that a party is counted with.
  public func identity(of party: Int64) -> Int64 { identities[party] ?? party }

  /// The row number of the deal with a key.
  public func deal(
    _ key: TextBytes, in database: borrowing some Database & ~Copyable
  ) throws -> Int64? {
    try find("SELECT id FROM deal WHERE key = ?", key, in: database)
  }

  /// The row number of the source with a key.
  public func source(
    _ key: TextBytes, in database: borrowing some Database & ~Copyable
  ) throws -> Int64? {
    try find("SELECT id FROM source WHERE key = ?", key, in: database)
  }

  private func find(
    _ sql: String, _ key: TextBytes, in database: borrowing some Database & ~Copyable
  ) throws -> Int64? {
    try database.value(sql, [String(decoding: key, as: UTF8.self)], as: Int64.self)
  }

  /// Whether a line was imported already.
  public func hasLine(
    _ line: BulkLine, in database: borrowing some Database & ~Copyable
  ) throws -> Bool {
    for table in ["participation", "tranche"] {
      let found = try database.value(
        "SELECT 1 FROM \(table) WHERE line_hash = ? AND line_occurrence = ?",
        [line.hash, line.occurrence], as: Int.self)
      if found != nil { return true }
    }
    return false
  }

  /// Lends each imported line of the ledger to `body`.
  public static func forEachLine(
    in database: borrowing some Database & ~Copyable, _ body: (BulkLine) -> Void
  ) throws {
    for table in ["participation", "tranche"] {
      try database.forEachRow(
        "SELECT line_hash, line_occurrence FROM \(table) WHERE line_hash IS NOT NULL"
      ) { row in
        body(BulkLine(hash: try row(0), occurrence: try row(1)))
      }
    }
  }

  /// Lends the key of each deal or source of the ledger to `body`, with its row number.
  public static func forEachKey(
    of table: String, in database: borrowing some Database & ~Copyable,
    _ body: (String, Int64) -> Void
  ) throws {
    try database.forEachRow("SELECT key, id FROM \(table)") { row in
      body(try row(0), try row(1))
    }
  }

  /// The deals of an issuer that were announced, priced, signed or closed on a day.
  public static func deals(
    ofIssuer issuer: Int64, on day: String, in database: borrowing some Database & ~Copyable
  ) throws -> [Int64] {
    try database.query(
      """
      SELECT DISTINCT d.id FROM deal d JOIN event e ON e.deal_id = d.id
      WHERE d.issuer_id = ? AND e.occurred_on = ? AND e.occurred_until = e.occurred_on
      """, [issuer, day]
    ) { try $0(0) }
  }

  /// The values of all identifiers of tranches.
  public static func identifiers(
    in database: borrowing some Database & ~Copyable
  ) throws -> Set<String> {
    Set(
      try database.query("SELECT value FROM instrument_identifier") { try $0(0, as: String.self) })
  }

  /// Parties that have ratings of their own, or are the same as one that has, on which those of
  /// their tranches may rest.
  public static func ratedParties(
    in database: borrowing some Database & ~Copyable
  ) throws -> Set<Int64> {
    Set(
      try database.query(
        """
        SELECT m.party_id FROM (SELECT DISTINCT party_id FROM rating_action
          WHERE tranche_id IS NULL AND deal_id IS NULL) r
        JOIN party_figure i ON i.party_id = r.party_id
        JOIN party_figure m ON m.identity_id = i.identity_id
        """
      ) { try $0(0, as: Int64.self) })
  }

  /// Parties of which the kind is known, or of what they are the same as, on which it rests whether
  /// a loan is private credit.
  public static func partiesOfKnownKind(
    in database: borrowing some Database & ~Copyable
  ) throws -> Set<Int64> {
    Set(
      try database.query(
        """
        SELECT m.party_id FROM party p JOIN party_figure m ON m.identity_id = p.id
        WHERE p.kind <> 'unknown'
        """
      ) { try $0(0, as: Int64.self) })
  }
}
