public import SQLite

/// A table or view as the dictionary in the file describes it.
public struct DescribedObject: Sendable, Equatable {
  /// One of its columns.
  public struct Column: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// What its values are.
    public let type: ColumnType
    /// What they are in: `percent`, `US cents`, `code (list market)`; nil for text and numbers of
    /// nothing.
    public let unit: String?
    /// What it means.
    public let meaning: String
    /// Who defined it so, where it was someone else.
    public let definedBy: String?
  }

  /// Its name.
  public let name: String
  /// What a row of it is.
  public let meaning: String
  /// Its columns, in their order.
  public let columns: [Column]

  /// What the dictionary says of an object; nil where it does not know it.
  ///
  /// - Throws: `SQLiteError`.
  public init?(_ name: String, in database: borrowing some Database & ~Copyable) throws {
    guard
      let meaning = try database.value(
        "SELECT meaning FROM data_dictionary WHERE object = ? AND \"column\" IS NULL", [name],
        as: String.self)
    else { return nil }
    self.name = name
    self.meaning = meaning
    columns = try database.query(
      """
      SELECT d."column", d.type, d.unit, d.meaning, d.definition_source
      FROM pragma_table_info(?1) c
      JOIN data_dictionary d ON d.object = ?1 AND d."column" = c.name ORDER BY c.cid
      """, [name]
    ) { row in
      Column(
        name: try row(0), type: ColumnType(rawValue: try row(1)) ?? .text, unit: try row(2),
        meaning: try row(3), definedBy: try row(4))
    }
  }
}
