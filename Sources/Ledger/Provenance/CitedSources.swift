public import SQLite

/// The sources behind records, each once, in the order in which the records first need them. Its
/// place in the list, from 1, is the number it is cited by.
public struct CitedSources: Sendable, Equatable {
  /// The sources that are listed.
  public private(set) var listed: [CitedSource] = []
  /// How many more there are behind the records that were looked at.
  public private(set) var more = 0
  /// How many records were looked at.
  public private(set) var records = 0

  /// The most that are listed unless asked otherwise.
  public static let usualLimit = 200

  /// None.
  public init() {}

  /// The sources of the records that keys name: the record's own, those of the claims that are
  /// followed or support it, and those of a deal's tranches and a contract's legs. A party's count
  /// only where nothing but parties is named, since a party stands for no figure. A word that is
  /// no key is passed over.
  ///
  /// - Throws: `SQLiteError`.
  public init(
    of keys: some Sequence<String>, limit: Int = usualLimit,
    in database: borrowing some Database & ~Copyable
  ) throws {
    var rows: [(kind: String, number: Int64)] = []
    var parties: [(kind: String, number: Int64)] = []
    for key in keys {
      for row in try Self.rows(of: key, in: database) {
        if row.kind == "party" { parties.append(row) } else { rows.append(row) }
      }
    }
    if rows.isEmpty { rows = parties }
    records = rows.count
    var seen: Set<Int64> = []
    for (kind, number) in rows {
      for source in try Self.sources(of: kind, number, in: database)
      where seen.insert(source).inserted {
        guard listed.count < limit else {
          more += 1
          continue
        }
        if let cited = try CitedSource.find(source, in: database) { listed.append(cited) }
      }
    }
  }

  /// The rows a key names, those of claims too.
  private static func rows(
    of key: String, in database: borrowing some Database & ~Copyable
  ) throws -> [(kind: String, number: Int64)] {
    let found = try RecordLookup.rows(of: key, in: database)
    guard found.isEmpty else { return found }
    let claim = try database.value("SELECT id FROM claim WHERE key = ?", [key], as: Int64.self)
    return claim.map { [("claim", $0)] } ?? []
  }

  /// The rows of `source` behind one record.
  private static func sources(
    of kind: String, _ number: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> [Int64] {
    if kind == "source" { return [number] }
    let own = try database.value(
      "SELECT source_id FROM \(SQLIdentifier(kind)) WHERE id = ?", [number], as: Int64?.self)
    guard kind != "claim" else { return (own ?? nil).map { [$0] } ?? [] }
    var sources = (own ?? nil).map { [$0] } ?? []
    sources += try database.query(
      """
      SELECT source_id FROM claim
      WHERE record_table = ? AND record_id = ? AND stance IN ('preferred', 'supports') ORDER BY id
      """, [kind, number]
    ) { try $0(0) }
    let parts = ["deal": "tranche", "contract": "contract_leg"]
    guard let part = parts[kind] else { return sources }
    let numbers = try database.query(
      "SELECT id FROM \(part) WHERE \(kind)_id = ? ORDER BY id", [number]
    ) { try $0(0, as: Int64.self) }
    for number in numbers { sources += try Self.sources(of: part, number, in: database) }
    return sources
  }
}
