internal import Ledger
internal import SQLite

/// A part of the screen on one record: a heading and the question whose rows stand below it.
///
/// The question reads `:key`. A first column `cite` is the key of the record whose sources are
/// cited at the end of a row, and is not shown.
struct RecordSection {
  let title: String
  let sql: String
  var units: [String: String] = ["amount": "money", "amount_usd": "USD", "usd": "USD"]
  /// Columns that a narrow terminal goes without, with the width from which they are shown.
  var leastWidths: [String: Int] = [:]
  /// How many rows a screen has room for.
  var limit = 20
  /// The command that shows all of them, with KEY where the record's key goes.
  var rest: String?

  /// The sections of a kind of record, in reading order.
  static func all(of kind: String) -> [RecordSection] {
    let own =
      switch kind {
      case "deal": deal
      case "contract": contract
      case "party": party
      case "tranche": tranche
      case "source": source
      default: [RecordSection]()
      }
    return own + parts(of: kind) + (kind == "source" ? [] : [claims(of: kind)])
  }

  /// The section with its heading, its first rows, and how to see the rest; nothing where it has
  /// none. Columns in which nothing is known are left out.
  func text(
    of key: String, width: Int?, style: TerminalStyle, footnotes: inout Footnotes,
    in connection: borrowing Connection
  ) throws -> String {
    var result = try QueryRunner.run(sql, values: ["key": key], in: connection)
    guard !result.rows.isEmpty else { return "" }
    let count = result.rows.count
    // A few more rows take no more room than the words on them.
    let shown = count <= limit + 2 ? count : limit
    result.rows = Array(result.rows.prefix(shown))
    let cites = try cites(in: result, &footnotes, in: connection)
    result = columnsInUse(result, cites: cites, width: width)
    var text = "\n\(style.bold(count > shown ? "\(title) (\(count))" : title))\n"
    let whole = result.columns.map(\.name).filter { Self.isTyped($0) }
    text += TableFormat(width: width, style: style, whole: Set(whole)).text(of: result)
    guard count > shown else { return text }
    let command = rest.map { ": " + $0.replacing("KEY", with: key) } ?? ""
    return text + "… and \(count - shown) more\(command)\n"
  }

  /// What stands at the end of each row.
  private func cites(
    in result: ResultSet, _ footnotes: inout Footnotes, in connection: borrowing Connection
  ) throws -> [Value] {
    guard result.columns.first?.name == "cite" else { return [] }
    var cites: [Value] = []
    for row in result.rows {
      guard case .text(let key) = row[0] else {
        cites.append(.null)
        continue
      }
      let numbers = try footnotes.numbers(of: key, in: connection)
      cites.append(
        numbers.isEmpty
          ? .null : .text("[\(numbers.prefix(3).map(String.init).joined(separator: ", "))]"))
    }
    return cites
  }

  /// Whether a reader types again what stands in a column, or looks it up by it.
  private static func isTyped(_ column: String) -> Bool {
    column.hasSuffix("key")
      || ["source", "other", "stance", "rated", "stage", "matures"].contains(column)
  }

  private func columnsInUse(_ result: ResultSet, cites: [Value], width: Int?) -> ResultSet {
    let used = result.columns.indices.filter { index in
      let name = result.columns[index].name
      return name != "cite" && (width ?? .max) >= leastWidths[name] ?? 0
        && result.rows.contains { $0[index] != .null }
    }
    var columns = used.map { index in
      let name = result.columns[index].name
      return ResultSet.Column(name: name.words, unit: units[name])
    }
    var rows = result.rows.map { row in used.map { row[$0] } }
    if cites.contains(where: { $0 != .null }) {
      columns.append(.init(name: "source"))
      for index in rows.indices { rows[index].append(cites[index]) }
    }
    return ResultSet(columns: columns, rows: rows)
  }
}

extension String {
  /// A column's name, or a code, in words.
  var words: String { String(map { $0 == "_" ? " " : $0 }) }
}
