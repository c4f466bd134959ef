internal import SQLite

/// A row of a recorded table as a value, known by its key. References are keys of other records,
/// never row numbers; `nil` means that nothing is said.
public protocol Record: Equatable, Sendable {
  /// The table, which is also the record's kind in `claims` and `records`.
  static var table: String { get }
  /// What is stored, in the table's order. The key is not among them.
  static var columns: [RecordColumn<Self>] { get }
  /// The readable, stable name of the record.
  var key: String { get set }
  /// Whether rows without a key of their own are known by their number: `participation/17`. Lines
  /// of sheets make many, whose keys nobody would type.
  static var hasNumberedRows: Bool { get }
  /// How its records are named by key; nil for parts that nobody names, such as a party's names.
  static var naming: RecordNaming? { get }
  /// The source that states it, and the place in the source.
  var origin: Origin { get }
  /// What tells a part known only by its place in a list from another at the same place; nil where
  /// the place is no name.
  var placeContent: String? { get }
  /// A record of which nothing is known but its key.
  init(key: String)
}

extension Record {
  /// No: each row has a key of its own.
  public static var hasNumberedRows: Bool { false }
  /// Nobody names them by key.
  public static var naming: RecordNaming? { nil }
  /// The place in a list is no name of it.
  public var placeContent: String? { nil }

  /// The columns whose words stand in an open list of codes, and the list.
  public static var codeColumns: [(name: String, list: String)] {
    columns.compactMap { column in column.list.map { (column.name, $0) } }
  }

  /// How the keys of numbered rows begin.
  private static var numberPrefix: String { table.map { $0 == "_" ? "-" : $0 } + "/" }

  /// The key of a row `t`, as SQL.
  public static var keyExpression: String {
    hasNumberedRows ? "coalesce(t.key, '\(numberPrefix)' || t.id)" : "t.key"
  }

  /// Whether a key is only the number of a row without one.
  public static func isRowNumber(_ key: String) -> Bool {
    hasNumberedRows && key.hasPrefix(numberPrefix)
      && Int64(key.dropFirst(numberPrefix.count)) != nil
  }

  /// The condition on a row that a key names, as SQL, and what to bind to its one parameter.
  static func condition(on key: String) -> (sql: String, binding: any Bindable) {
    if hasNumberedRows, key.hasPrefix(numberPrefix),
      let number = Int64(key.dropFirst(numberPrefix.count))
    {
      return ("key IS NULL AND id = ?", number)
    }
    return ("key = ?", key)
  }
}
