internal import Ledger
public import SQLite
internal import Tabular

/// One screen on one record: what is known of it, what belongs to it, and who says so.
public enum RecordScreen {
  /// The screen of every record with a key.
  ///
  /// - Throws: `LedgerError.unknownRecord` when there is none.
  public static func text(of key: String, width: Int?, in connection: borrowing Connection) throws
    -> String
  {
    // Throws where there is none.
    _ = try RecordLookup.kinds(of: key, in: connection)
    var text = ""
    for (kind, number) in try RecordLookup.rows(of: key, in: connection) {
      let naming = RecordTables.naming(of: kind)
      text += try facts(
        of: key, kind: kind, view: naming?.view ?? kind, column: naming?.keyColumn ?? "key",
        in: connection)
      for section in RecordSection.all(of: kind) {
        text += try rows(of: section, key: key, width: width, in: connection)
      }
      if kind != "source" { text += try sources(of: kind, number: number, in: connection) }
    }
    return text
  }

  /// The columns that hold something, one a line.
  private static func facts(
    of key: String, kind: String, view: String, column: String,
    in connection: borrowing Connection
  ) throws -> String {
    let result = try QueryRunner.run(
      "SELECT * FROM \(view) WHERE \(column) = :key", values: ["key": key], in: connection)
    guard let row = result.rows.first else { return "" }
    let units = try units(of: view, in: connection)
    let contested = try ContestedValues.columns(of: kind, key: key, in: connection)
    var table = TextTable(columns: [TextColumn(""), TextColumn("")])
    for (name, value) in zip(result.columns.map(\.name), row) where value != .null {
      if name.hasSuffix("_minor") || (name.hasSuffix("_key") && name != column) { continue }
      let mark = contested.contains(name) ? "  (contested)" : ""
      table.append([.text(name.words), .text(shown(value, unit: units[name]) + mark)])
    }
    let note =
      contested.isEmpty
      ? "" : "\ncontested: sources differ, and no reason settles it; see deals trace \(key)\n"
    return table.lines.dropFirst(2).map { $0 + "\n" }.joined() + note
  }

  /// The unit of each column of a view that has one, as the ledger's dictionary says.
  private static func units(
    of view: String, in connection: borrowing Connection
  ) throws -> [String: String] {
    let rows = try connection.query(
      """
      SELECT "column", unit FROM data_dictionary
      WHERE object = ? AND "column" IS NOT NULL AND unit IS NOT NULL
      """, [view]
    ) { row in (try row(0, as: String.self), try row(1, as: String.self)) }
    return Dictionary(rows) { first, _ in first }
  }

  private static func shown(_ value: Value, unit: String?) -> String {
    switch (value, unit) {
    case (.integer(let flag), "0 or 1"): flag == 0 ? "no" : "yes"
    case (.real(let amount), "USD"), (.real(let amount), "units of `currency`"):
      HumanNumber.amount(amount)
    default: MachineCell.cell(value).text
    }
  }

  private static func rows(
    of section: RecordSection, key: String, width: Int?, in connection: borrowing Connection
  ) throws -> String {
    var result = try QueryRunner.run(section.sql, values: ["key": key], in: connection)
    guard !result.rows.isEmpty else { return "" }
    // Columns in which nothing is known are left out.
    let used = result.columns.indices.filter { index in
      result.rows.contains { $0[index] != .null }
    }
    result.columns = used.map { index in
      let name = result.columns[index].name
      return .init(name: name.words, unit: section.units[name])
    }
    result.rows = result.rows.map { row in used.map { row[$0] } }
    return "\n\(section.title)\n" + TableFormat(width: width).text(of: result)
  }

  private static func sources(
    of kind: String, number: Int64, in connection: borrowing Connection
  ) throws -> String {
    let table = SQLIdentifier(kind)
    let sources = try connection.query(
      """
      SELECT DISTINCT s.title, s.publisher, s.url, s.published_on, s.grade FROM source s
      WHERE s.id = (SELECT source_id FROM \(table) WHERE id = ?2)
        OR s.id IN (SELECT c.source_id FROM claim c
          WHERE c.record_table = ?1 AND c.record_id = ?2)
      ORDER BY s.published_on, s.title
      """, [kind, number]
    ) { row in
      let words: [String?] = [
        try row(0), try row(1), try row(3, as: String?.self), try row(2), try row(4),
      ]
      return words.compactMap { $0 }.joined(separator: " · ")
    }
    guard !sources.isEmpty else { return "" }
    return "\nSources\n"
      + sources.enumerated().map { index, source in
        "[\(index + 1)] \(TerminalText.neutralised(source))\n"
      }.joined()
  }
}

extension String {
  /// A column's name in words.
  var words: String { String(map { $0 == "_" ? " " : $0 }) }
}
