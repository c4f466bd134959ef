internal import SQLite

/// What is read in the place of a table of which rows stood otherwise; these are in a temporary
/// table.
///
/// A UNION of them and the others is what first comes to mind, but SQLite copies it for each outer
/// join it stands in, and reads all of it where it looks up a row by more than one step. So columns
/// that differ are put in the place of the row's own, one by one; where that cannot be, a small
/// table is copied, and only a large one is read through the union.
struct EarlierView {
  let table: RecordedTable
  /// The column with the number of a row, the same in both tables; nil where there is none.
  let number: String?
  /// The temporary table of rows as they stood; nil when there are none.
  let earlier: String?
  /// What holds for those rows `t` of the table that stand as they do now.
  let isKept: [String]
  /// What holds for all rows `t` that are to be seen, if not every one is.
  let isShown: String?

  /// Up to this many rows a table is copied rather than read through a union. Tests set it.
  @TaskLocal static var copiedRows: Int64 = 50_000

  /// What only imports look up.
  private static let neverAsked: Set<String> = ["line_hash", "line_occurrence"]

  /// The statement that reads it. It may make a table for it.
  func selection(in database: borrowing some Database & ~Copyable) throws -> String {
    guard earlier != nil else { return union }
    if let number, let columns = try columnsThatDiffer(number, in: database) {
      return try inPlace(columns, number, in: database)
    }
    let last = try database.value("SELECT MAX(rowid) FROM main.\(name)", as: Int64?.self) ?? nil
    guard table.has("id"), last ?? 0 <= Self.copiedRows else { return union }
    let copy = "temp.whole_\(table.name)"
    try database.execute("DROP TABLE IF EXISTS \(copy)")
    try database.execute("CREATE TABLE \(copy) (\(table.declaration))")
    try database.run("INSERT INTO \(copy) \(union)")
    try EarlierRows.copyIndexes(of: table.name, to: "whole", in: database)
    return "SELECT \(table.columnList) FROM \(copy)"
  }

  private var name: String { "\(SQLIdentifier(table.name))" }

  private func statement(_ columns: String, from relation: String, where parts: [String]) -> String
  {
    let condition = parts.isEmpty ? "" : " WHERE \(parts.joined(separator: " AND "))"
    return "SELECT \(columns) FROM \(relation) t\(condition)"
  }

  private var union: String {
    let shown = [isShown].compactMap { $0 }
    let kept = statement(table.columnList, from: "main.\(name)", where: isKept + shown)
    guard let earlier else { return kept }
    return kept + " UNION ALL " + statement(table.columnList, from: earlier, where: shown)
  }

  /// The columns in which a row differs; nil where one of them is looked up by an index, and where
  /// a row is there no more.
  private func columnsThatDiffer(
    _ number: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String]? {
    guard let earlier else { return [] }
    let others = table.columns.map(\.name).filter { $0 != number }
    let isChanged = others.map {
      "coalesce(MAX(e.\(SQLIdentifier($0)) IS NOT t.\(SQLIdentifier($0))), 0)"
    }
    let changes = try database.query(
      """
      SELECT (SELECT COUNT(*) FROM \(earlier)) - COUNT(*), \(isChanged.joined(separator: ", "))
      FROM \(earlier) e CROSS JOIN main.\(name) t WHERE t.\(number) = e.\(number)
      """
    ) { row in
      (
        gone: try row(0, as: Int.self),
        isChanged: try others.indices.map { try row($0 + 1, as: Bool.self) }
      )
    }
    guard let found = changes.first, found.gone == 0 else { return nil }
    let indexed = Set(
      try database.query(
        """
        SELECT DISTINCT c.name FROM pragma_index_list(?, 'main') i
        JOIN pragma_index_info(i.name, 'main') c WHERE c.name IS NOT NULL
        """, [table.name]
      ) { try $0(0, as: String.self) }
    ).subtracting(Self.neverAsked)
    let differ = zip(others, found.isChanged).filter(\.1).map(\.0)
    return indexed.isDisjoint(with: differ) ? differ : nil
  }

  private func inPlace(
    _ differ: [String], _ number: String, in database: borrowing some Database & ~Copyable
  ) throws -> String {
    guard let earlier else { return union }
    let isEarlier = "t.\(number) IN (SELECT \(number) FROM \(earlier))"
    let columns = table.columns.map { column in
      let identifier = SQLIdentifier(column.name)
      guard differ.contains(column.name) else { return "t.\(identifier)" }
      let value = """
        CASE WHEN \(isEarlier) THEN (SELECT e.\(identifier) FROM \(earlier) e
          WHERE e.\(number) = t.\(number)) ELSE t.\(identifier) END
        """
      // Views over it are taken apart only where the types of their columns stay what they were.
      let isCast = ["INTEGER", "REAL", "TEXT"].contains(column.type)
      return (isCast ? "CAST(\(value) AS \(column.type))" : value) + " AS \(identifier)"
    }
    let kept = isKept.joined(separator: " AND ")
    let isHere = isKept.isEmpty ? [] : ["(\(kept) OR \(isEarlier))"]
    return statement(
      columns.joined(separator: ", "), from: "main.\(name)",
      where: isHere + [isShown].compactMap { $0 })
  }
}
