internal import SQLite

/// How the rows of the recorded tables stood at an earlier moment, next to how they stand now.
///
/// For a table in which anything differs there are two temporary ones. `earlier_NAME` holds rows as
/// they stood: of each the first entry of the log after the moment. `replaced_NAME` holds numbers
/// of rows that do not stand as they do now. What was added since is told by `keptThrough`.
struct EarlierRows: Sendable {
  /// One recorded table in which something differs.
  struct Difference: Sendable {
    let table: RecordedTable
    /// The last row number up to which rows were there already, but for those in `replaced_NAME`;
    /// nil when no later row was added.
    var keptThrough: Int64?
    /// Whether the temporary tables were made.
    var hasTables = false
    /// Those that are not to be seen (see `PublishedBy`); nil when all are.
    var hidden: HiddenRows?

    var earlier: String { "temp.earlier_\(table.name)" }
    var replaced: String { "temp.replaced_\(table.name)" }

    /// What holds for those rows `t` of the table now that changed or came since: one condition or
    /// another, each of which finds its rows by their number.
    var isReplaced: [String] {
      [
        hasTables ? "t.id IN (SELECT id FROM \(replaced))" : nil,
        keptThrough.map { "t.id > \($0)" },
      ].compactMap { $0 }
    }

    /// What holds for the other rows `t`. The sign keeps the plan of a query as it is.
    private var isKept: [String] {
      [
        keptThrough.map { "+t.id <= \($0)" },
        hasTables ? "t.id NOT IN (SELECT id FROM \(replaced))" : nil,
      ].compactMap { $0 }
    }

    /// What can be read instead of the table.
    func selection(in database: borrowing some Database & ~Copyable) throws -> String {
      let view = EarlierView(
        table: table, number: "id", earlier: hasTables ? earlier : nil, isKept: isKept,
        isShown: hidden.map { "NOT \($0.condition)" })
      return try view.selection(in: database)
    }
  }

  private struct Place: Hashable {
    let table: String
    let row: Int64
  }

  let moment: LedgerMoment
  let tables: [RecordedTable]
  var differences: [String: Difference] = [:]

  /// Compares a moment with now.
  init(at moment: LedgerMoment, in database: borrowing some Database & ~Copyable) throws {
    self.moment = moment
    tables = try RecordedTable.all(in: database)
    try takeImages(in: database)
    try findLaterRows(in: database)
    for difference in differences.values where difference.hasTables {
      try Self.copyIndexes(of: difference.table.name, to: "earlier", in: database)
    }
  }

  /// One in which nothing differs yet.
  init(unchanged moment: LedgerMoment, in database: borrowing some Database & ~Copyable) throws {
    self.moment = moment
    tables = try RecordedTable.all(in: database)
  }

  /// Drops the temporary tables.
  func forget(in database: borrowing some Database & ~Copyable) throws {
    for difference in differences.values where difference.hasTables {
      try database.execute("DROP TABLE \(difference.earlier)")
      try database.execute("DROP TABLE \(difference.replaced)")
    }
  }

  /// Makes the temporary tables of a table, where there are none.
  mutating func makeTables(
    of table: RecordedTable, in database: borrowing some Database & ~Copyable
  ) throws {
    var difference = differences[table.name] ?? Difference(table: table, keptThrough: nil)
    guard !difference.hasTables else { return }
    try database.execute("CREATE TABLE \(difference.earlier) (\(table.declaration))")
    try database.execute("CREATE TABLE \(difference.replaced) (id INTEGER PRIMARY KEY)")
    difference.hasTables = true
    differences[table.name] = difference
  }

  private mutating func takeImages(in database: borrowing some Database & ~Copyable) throws {
    let known = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    var seen: Set<Place> = []
    var statement = try database.prepare(
      "SELECT id, table_name, row_id, run_id, before FROM main.row_history WHERE id > ? ORDER BY id"
    )
    try statement.bind([moment.entry])
    while try statement.step() {
      try statement.withRow { row in
        let place = Place(table: try row(1), row: try row(2))
        guard let table = known[place.table], seen.insert(place).inserted else { return }
        try makeTables(of: table, in: database)
        try database.run("INSERT INTO temp.replaced_\(table.name) VALUES (?)", [place.row])
        guard let image = try RowImage(try row(4), entry: try row(0)),
          let run = try image.run ?? row(3, as: Int64?.self), run <= moment.run
        else { return }
        let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
        try database.run(
          "INSERT INTO temp.earlier_\(table.name) VALUES (\(marks))",
          Bindings(table.columns.map { image[$0.name] }))
      }
    }
  }

  /// Row numbers grow, so that what was added later stands behind every row that has not changed
  /// since. Only another tool may put a row between; those of its runs are looked for one by one.
  private mutating func findLaterRows(in database: borrowing some Database & ~Copyable) throws {
    let outside = try database.query(
      """
      SELECT id FROM main.import_run WHERE id > ? AND kind = 'outside' AND records_added > 0
      """, [moment.run]
    ) { String(try $0(0, as: Int64.self)) }
    let isOutside =
      outside.isEmpty
      ? "run_id IS NULL" : "run_id IS NULL OR run_id IN (\(outside.joined(separator: ", ")))"
    for table in tables {
      let name = SQLIdentifier(table.name)
      try list(table, where: isOutside, in: database)
      let unchanged =
        differences[table.name]?.hasTables == true
        ? " AND id NOT IN (SELECT id FROM temp.replaced_\(table.name))" : ""
      let last = try database.value(
        """
        SELECT id FROM main.\(name) WHERE run_id <= ?\(unchanged) ORDER BY id DESC LIMIT 1
        """, [moment.run], as: Int64.self)
      let end = try database.value("SELECT MAX(id) FROM main.\(name)", as: Int64?.self) ?? nil
      if let end, end > last ?? .min {
        differences[table.name, default: Difference(table: table, keptThrough: nil)]
          .keptThrough = last ?? .min
      }
    }
  }

  private mutating func list(
    _ table: RecordedTable, where later: String, in database: borrowing some Database & ~Copyable
  ) throws {
    let any = try database.value(
      "SELECT EXISTS (SELECT 1 FROM main.\(SQLIdentifier(table.name)) WHERE \(later))",
      as: Bool.self)
    guard any == true else { return }
    try makeTables(of: table, in: database)
    try database.run(
      """
      INSERT OR IGNORE INTO temp.replaced_\(table.name)
      SELECT id FROM main.\(SQLIdentifier(table.name)) WHERE \(later)
      """)
  }

  /// Rows as they stood are found by the same indexes as the others.
  static func copyIndexes(
    of name: String, to prefix: String, in database: borrowing some Database & ~Copyable
  ) throws {
    let definitions = try database.query(
      """
      SELECT sql FROM main.sqlite_schema
      WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name
      """, [name]
    ) { try $0(0, as: String.self) }
    for (number, definition) in definitions.enumerated() {
      // An index that someone wrote in another way is not needed.
      guard let range = definition.range(of: " ON \(name) (") else { continue }
      try database.execute(
        "CREATE INDEX temp.\(prefix)_\(name)_\(number) ON \(prefix)_\(name) ("
          + definition[range.upperBound...])
    }
  }
}

extension String {
  /// The place of the first occurrence of a text.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
