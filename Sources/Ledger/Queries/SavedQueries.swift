internal import Finance
public import SQLite
internal import Seeds

/// The named questions of a ledger.
public enum SavedQueries {
  /// Brings the shipped queries up to this program's; those of your own stay.
  public static func writeShipped(in transaction: borrowing Transaction) throws {
    try transaction.run("DELETE FROM saved_query WHERE origin = 'shipped'")
    for query in try shipped() {
      try transaction.run(
        """
        INSERT INTO saved_query (name, title, sql, origin) VALUES (?, ?, ?, 'shipped')
        ON CONFLICT (name) DO NOTHING
        """, [query.name, query.title, query.sql])
    }
  }

  /// Every query that ships with this program.
  static func shipped() throws -> [SavedQuery] {
    try Seeds.folder("queries").filter { $0.path.hasSuffix(".sql") }
      .map { try SavedQuery(fileName: $0.path, sql: $0.text) }
  }

  /// The query of a name as this program ships it; nil where it ships none.
  public static func shipped(_ name: String) throws -> SavedQuery? {
    try Seeds.text("queries/\(name).sql").map { try SavedQuery(name: name, sql: $0) }
  }

  /// The query of a name for a screen or page of this program: its own text where it ships one,
  /// since the ledger's may be another's, or an older one's with other columns.
  ///
  /// - Throws: as `find`.
  public static func trusted(
    _ name: String, in database: borrowing some Database & ~Copyable
  ) throws -> SavedQuery {
    try shipped(name) ?? find(name, in: database)
  }

  /// The name and title of every query, by name, and whether it ships or is one of your own. One
  /// whose header cannot be read is listed too.
  public static func titles(in database: borrowing some Database & ~Copyable) throws
    -> [(name: String, title: String, origin: String)]
  {
    try database.query("SELECT name, title, origin FROM saved_query ORDER BY name") { row in
      (name: try row(0), title: try row(1), origin: try row(2))
    }
  }

  /// Every query with its header read, by name.
  public static func all(in database: borrowing some Database & ~Copyable) throws -> [SavedQuery] {
    try database.query("SELECT name, sql, origin FROM saved_query ORDER BY name") { row in
      try SavedQuery(name: try row(0), sql: try row(1), isShipped: try row(2) == "shipped")
    }
  }

  /// The query of a name.
  ///
  /// - Throws: `LedgerError.unknownQuery` with the names that come near.
  public static func find(_ name: String, in database: borrowing some Database & ~Copyable) throws
    -> SavedQuery
  {
    let found = try database.first(
      "SELECT name, sql, origin FROM saved_query WHERE name = ?", [name]
    ) { row in try SavedQuery(name: try row(0), sql: try row(1), isShipped: try row(2) == "shipped")
    }
    if let found { return found }
    let words = Set(name.split(separator: "-"))
    let names = try database.query("SELECT name FROM saved_query ORDER BY name") {
      try $0(0, as: String.self)
    }
    let alike = names.filter { !words.isDisjoint(with: $0.split(separator: "-")) }
    throw LedgerError.unknownQuery(
      name: name, similar: alike.isEmpty ? NearNames.of(name, among: names) : alike)
  }
}
