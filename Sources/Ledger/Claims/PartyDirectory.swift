internal import Finance
public import SQLite

/// Which party a word means, and what a party is called: for claims, which hold names.
public enum PartyDirectory {
  /// The name a party is shown by.
  public static func name(
    of key: String, in database: borrowing some Database & ~Copyable
  ) throws -> String? {
    try database.value("SELECT name FROM party WHERE key = ?", [key], as: String.self)
  }

  /// The party of a key or of a name on record, whatever case, accents and legal form it is
  /// written with.
  ///
  /// - Throws: `ClaimRefused` for a name of several parties.
  public static func key(
    of text: String, in database: borrowing some Database & ~Copyable
  ) throws -> String? {
    let exact = try database.value(
      "SELECT key FROM party WHERE key = ?1 OR name = ?1 ORDER BY key <> ?1 LIMIT 1", [text],
      as: String.self)
    if let exact { return exact }
    let folded = PartyName(text).key
    guard !folded.isEmpty else { return nil }
    let keys = try database.query(
      """
      SELECT DISTINCT p.key FROM party_name n JOIN party p ON p.id = n.party_id
      WHERE n.folded = ? ORDER BY p.key
      """, [folded]
    ) { try $0(0, as: String.self) }
    guard keys.count < 2 else {
      throw ClaimRefused(
        "'\(text)' is the name of \(keys.joined(separator: " and ")); write the key")
    }
    return keys.first
  }
}
