internal import Migrations
public import SQLite
internal import Tabular

/// The words inside the file that explain each of its tables, views and columns.
public enum DataDictionary {
  /// Writes the dictionary of this program's schema: a row an object, a row a column that exists.
  static func rewrite(in transaction: borrowing Transaction) throws {
    try transaction.run("DELETE FROM data_dictionary")
    for object in try objects(in: transaction) {
      if let entry = entries[Subject(object: object, column: nil)] {
        try insert(entry, object: object, column: nil, type: nil, in: transaction)
      }
      for (column, declared) in try columns(of: object, in: transaction) {
        let entry =
          entries[Subject(object: object, column: column)]
          ?? entries[Subject(object: "*", column: column)]
        if let entry {
          let type = ColumnType(declared: declared, unit: entry.unit, name: column)
          try insert(entry, object: object, column: column, type: type, in: transaction)
        }
      }
    }
  }

  /// Objects and columns of the file that the dictionary does not explain, as `object` or
  /// `object.column`. Empty in a ledger of ours.
  public static func unexplained(in database: borrowing some Database & ~Copyable) throws
    -> [String]
  {
    var missing: [String] = []
    for object in try objects(in: database) {
      let known = Set(
        try database.query("SELECT \"column\" FROM data_dictionary WHERE object = ?", [object]) {
          try $0(0, as: String?.self)
        })
      if !known.contains(nil) { missing.append(object) }
      missing += try columns(of: object, in: database).map(\.name)
        .filter { !known.contains($0) }.map { "\(object).\($0)" }
    }
    return missing
  }

  private struct Subject: Hashable {
    let object: String
    let column: String?
  }

  private struct Entry {
    let unit: String?
    let meaning: String
    let source: String?
  }

  private static let entries: [Subject: Entry] = {
    let table = TSVTable(SourceText(Migrations.dictionary, name: "dictionary.tsv"))
    precondition(table.problems.isEmpty, "\(table.problems)")
    var entries: [Subject: Entry] = [:]
    for row in table.rows {
      let fields = row.fields.map(\.text)
      entries[Subject(object: fields[0], column: fields[1].nonEmpty)] = Entry(
        unit: fields[2].nonEmpty, meaning: fields[3], source: fields[4].nonEmpty)
    }
    return entries
  }()

  private static func insert(
    _ entry: Entry, object: String, column: String?, type: ColumnType?,
    in transaction: borrowing Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO data_dictionary (object, "column", type, unit, meaning, definition_source)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [object, column, type?.rawValue, entry.unit, entry.meaning, entry.source])
  }

  private static func objects(in database: borrowing some Database & ~Copyable) throws -> [String] {
    try database.query(
      """
      SELECT name FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name
      """
    ) { try $0(0) }
  }

  private static func columns(
    of object: String, in database: borrowing some Database & ~Copyable
  ) throws -> [(name: String, declared: String)] {
    do {
      return try database.query("SELECT name, type FROM pragma_table_info(?)", [object]) {
        (name: try $0(0), declared: try $0(1))
      }
    } catch let error as SQLiteError where error.code == .error {
      // Someone's view that reads itself or what is not there, or a virtual table.
      return []
    }
  }
}

extension String {
  /// The text, or nil where there is none.
  var nonEmpty: String? { isEmpty ? nil : self }
}
