public import SQLite

extension DataDictionary {
  /// What a column of a result means, by its name and by the objects its statement names; nil where
  /// none of them has such a column, or two differ.
  ///
  /// - Throws: `SQLiteError`.
  public static func entry(
    ofColumn name: String, readBy sql: String, in database: borrowing some Database & ~Copyable
  ) throws -> (unit: String?, meaning: String)? {
    let entries = try database.query(
      """
      SELECT object, unit, meaning FROM data_dictionary WHERE "column" = ? ORDER BY object
      """, [name]
    ) { row in
      (
        object: try row(0, as: String.self), unit: try row(1, as: String?.self),
        meaning: try row(2, as: String.self)
      )
    }
    let words = Set(
      sql.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    let read = entries.filter { words.contains($0.object) }
    guard let first = read.first,
      read.allSatisfy({ $0.unit == first.unit && $0.meaning == first.meaning })
    else { return nil }
    return (first.unit, first.meaning)
  }
}
