public import Tabular

/// A table that rules make a deal sheet of, row by row: line by line the same numbers, so that what
/// is said of a line holds for the table.
public final class MappedSheet: TableOrigin {
  private let table: RuledTable
  private let names: [String]
  /// The fields that are columns of the sheet; a whole rate is there by its parts.
  private let columns: [Int]
  private var pending: [UInt8]
  private var next = 0
  /// The line on which the text goes on.
  private var line: Int
  /// Rows that were written and not yet asked for.
  private var rows: [RuledTable.Row] = []
  private let nextRow: () throws -> RuledTable.Row?

  init(_ table: RuledTable, _ nextRow: @escaping () throws -> RuledTable.Row?) {
    self.table = table
    self.nextRow = nextRow
    let fields = table.bound.rules.fields
    columns = fields.indices.filter { fields[$0].rate != .whole }
    names = columns.map { fields[$0].name }
    pending = []
    line = max(1, table.bound.rules.headerLine) + 1
    if table.bound.rules.headerLine == 0 { line = 1 }
    append(names)
  }

  /// The table as a deal sheet.
  ///
  /// - Throws: `RulesRefused`, `SheetRefused`, `InputRefused`.
  public static func input(
    _ input: UnpackedInput, rules: TableRules, options: InputOptions
  ) throws -> TableInput {
    let table = try RuledTable(input, rules, options)
    return Self.input(MappedSheet(table) { try table.next() }, table)
  }

  static func input(_ mapped: MappedSheet, _ table: RuledTable) -> TableInput {
    var result = TableInput(name: table.name) { output in try mapped.read(into: &output) }
    result.options = DelimitedOptions(dialect: .comma)
    result.options.firstLine = mapped.line - 1
    result.origin = mapped
    result.isInOtherEncoding = table.table.isInOtherEncoding
    result.notices = table.notices
    return result
  }

  private func read(into output: inout OutputRawSpan) throws {
    while output.freeCapacity > 0 {
      if next == pending.count {
        pending.removeAll(keepingCapacity: true)
        next = 0
        guard let row = try nextRow() else { return }
        append(row)
      }
      while next < pending.count, output.freeCapacity > 0 {
        output.append(pending[next], as: UInt8.self)
        next += 1
      }
    }
  }

  private func append(_ row: RuledTable.Row) {
    while line < row.line {
      pending.append(0x0A)
      line += 1
    }
    append(columns.map { row.reading?.values[$0].text ?? "" })
    line += 1
    rows.append(row)
  }

  private func append(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { pending.append(0x2C) }
      append(text)
    }
    pending.append(0x0A)
  }

  /// A line of the table stays one line, so line ends in cells become blanks; cells have none left.
  private func append(_ text: String) {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      pending.append(contentsOf: text.utf8)
      return
    }
    pending.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { pending.append(0x22) }
      pending.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    pending.append(0x22)
  }

  private func row(_ line: Int) -> RuledTable.Row? { rows.first { $0.line == line } }

  /// The place in the table of the cell that a field comes from.
  public func position(line: Int, field: Int?) -> SourcePosition {
    guard let row = row(line) else {
      return SourcePosition(file: table.name, line: line, column: 1)
    }
    let values = row.reading?.values ?? []
    let index = field.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
    let column = index.flatMap { values.indices.contains($0) ? values[$0].column : nil }
    return table.position(line: line, column: column, in: row.original)
  }

  /// What the rules find wrong with a row.
  public func faults(line: Int) -> [FieldFault] {
    if let first = rows.firstIndex(where: { $0.line >= line }) { rows.removeFirst(first) }
    return row(line)?.problems.map { FieldFault(field: .max, problem: $0) } ?? []
  }

  /// The row as it stands in the table; before the first row its header.
  public func original(line: Int) -> OriginalLine? {
    guard let row = row(line) else { return table.header }
    return table.rejected(row)
  }
}
