internal import SQLite

extension FigureTable {
  /// Those that have to be derived so that some tables can be read, in the order they are rebuilt,
  /// and what is read for that.
  ///
  /// - Parameter asked: The tables; nil for all.
  static func needed(
    for asked: Set<String>?, in connection: borrowing Connection
  ) throws -> (tables: [FigureTable], read: Set<String>) {
    var (tables, read) = ([FigureTable](), Set<String>())
    // Each reads only those before it.
    for figure in all.reversed()
    where asked?.contains(figure.name) ?? true || read.contains(figure.name) {
      tables.insert(figure, at: 0)
      try read.formUnion(
        QuestionRules.hold(in: connection) { try $0.objects(readBy: figure.query(.everything)) })
      // Rows are kept or not by the records they are about, whether these are read or not.
      let table = try RecordedTable.read(figure.name, in: connection)
      read.formUnion(table.references.map(\.table))
    }
    return (tables, read)
  }

  /// Whether its rows have numbers of their own, which tell nothing of what they are about.
  func isNumbered(_ table: RecordedTable) -> Bool {
    table.has("id") && !columns.contains("id")
  }

  /// The column that holds the number of its rows; nil where there is none.
  func number(of table: RecordedTable) -> String? {
    guard let first = table.columns.first, first.type == "INTEGER" else { return nil }
    return first.name
  }
}
