import Ledger
import SQLite

/// What a ledger holds by keys: two ledgers with the same are equal but for row numbers, runs and
/// the lines of sheets that rows came from.
enum LedgerContents {
  private static let leftOut: Set<String> = [
    "import_run", "row_history", "schema_migration", "saved_query",
  ]
  private static let leftOutColumns: Set<String> = ["run_id", "line_hash", "line_occurrence"]

  /// Every row of every table, a line each with its table's name, in order.
  static func of(_ connection: borrowing Connection) throws -> [String] {
    let tables = try connection.query(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
      ORDER BY name
      """
    ) { try $0(0, as: String.self) }
    var lines: [String] = []
    for table in tables where !leftOut.contains(table) {
      lines += try rows(try question(table, in: connection), in: connection).map {
        "\(table) | \($0)"
      }.sorted()
    }
    return lines
  }

  /// Lines that only one of two ledgers has, with a sign for which.
  static func differences(
    _ first: borrowing Connection, _ second: borrowing Connection
  ) throws -> [String] {
    var counts: [String: Int] = [:]
    for line in try of(first) { counts[line, default: 0] -= 1 }
    for line in try of(second) { counts[line, default: 0] += 1 }
    return counts.filter { $0.value != 0 }.map { line, count in
      (count < 0 ? "- " : "+ ") + line
    }.sorted { $0.dropFirst(2) < $1.dropFirst(2) }
  }

  private static func question(
    _ table: String, in connection: borrowing Connection
  ) throws -> String {
    let targets = try connection.query(
      "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", [table]
    ) { (try $0(0, as: String.self), try $0(1, as: String.self)) }
    let references = Dictionary(targets) { first, _ in first }
    let columns = try connection.query("SELECT name FROM pragma_table_info(?)", [table]) {
      try $0(0, as: String.self)
    }
    let shown = columns.filter { $0 != "id" && !leftOutColumns.contains($0) }.map { column in
      if column == "record_id" { return record(of: table) }
      if let target = references[column] {
        return "(SELECT \(key("x")) FROM \(target) x WHERE x.id = t.\(column))"
      }
      return column == "key" ? key("t") : "t.\(column)"
    }
    return "SELECT \(shown.joined(separator: ", ")) FROM \(table) t"
  }

  private static func record(of table: String) -> String {
    let kind = table == "claim" ? "t.record_table" : "t.record_kind"
    return """
      (SELECT \(key("r", "record_key")) FROM records r
      WHERE r.record_kind = \(kind) AND r.record_id = t.record_id)
      """
  }

  /// A key; that of a row without one, or one made for it, is nothing.
  private static func key(_ row: String, _ name: String = "key") -> String {
    let made = ["participation", "event", "rating-action", "accounting-treatment"]
      .map { "\(row).\(name) GLOB '*\($0)[-/][0-9]*'" }.joined(separator: " OR ")
    return "CASE WHEN \(made) THEN NULL ELSE \(row).\(name) END"
  }
}
