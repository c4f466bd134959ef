internal import PublicData
import Tabular
import Workbooks

/// Reads a table row by row as rules have it.
final class RuledTable {
  /// A row, and what came of it.
  struct Row {
    /// The line or row on which it begins.
    let line: Int
    /// Its fields; nil where the row cannot be read at all.
    var reading: RuledLine?
    /// What is wrong with it, at its places in the table.
    var problems: [SourceProblem] = []
    /// Its bytes as they stand, with the reasons of an earlier import where there are any.
    let original: [UInt8]
  }

  let name: String
  private(set) var bound: BoundRules
  private(set) var header: OriginalLine
  /// Rows the rules pass over: how many, and the first of them.
  private(set) var skippedCount = 0
  private(set) var skippedLines: [Int] = []
  let table: TableInput
  private var reader: DelimitedReader
  private let width: Int
  private let delimiter: UInt8
  /// The first record, where it is no header.
  private var isFirstPending = false

  /// Opens a table.
  ///
  /// - Throws: `RulesRefused` where the rules name columns that are not there, `SheetRefused` for a
  ///   header that cannot be read, `InputRefused`.
  init(_ input: UnpackedInput, _ rules: TableRules, _ options: InputOptions) throws {
    name = input.name
    var style = WorksheetTextOptions()
    style.firstRow = max(1, rules.headerLine)
    style.delimiter = rules.delimiter ?? style.delimiter
    if rules.decimalMark == "," { style.decimalMark = 0x2C }
    var inputOptions = rules.inputOptions(options)
    // Rejects of a worksheet are text, and are read with the rules of the worksheet.
    if input.format != .workbook { inputOptions.worksheet = options.worksheet }
    table = try input.table(inputOptions, worksheet: style)
    var readerOptions = table.options
    readerOptions.acceptsShortRecords = true
    var source = table.read
    var before: LinesBefore?
    if table.origin == nil {
      if let mark = rules.delimiter {
        readerOptions.dialect = DelimitedDialect(delimiter: Unicode.Scalar(mark))
      }
      readerOptions.firstLine = style.firstRow
      if style.firstRow > 1 {
        let lines = LinesBefore(style.firstRow - 1, of: table.read, file: name)
        before = lines
        source = { output in try lines.read(into: &output) }
      }
    }
    reader = DelimitedReader(
      name: name, options: readerOptions, origin: table.origin, source: source)
    var headers: [String] = []
    var places: [SourcePosition] = []
    var offset = 0
    if rules.headerLine > 0 {
      let read = try reader.readHeader()
      // Names that stand twice or are missing matter only where the rules name them.
      guard !read.columns.isEmpty else { throw SheetRefused(read.problems, of: name) }
      headers = read.columns.map(\.name)
      places = read.columns.map(\.position)
      if let first = read.columns.first, SheetColumn.problem.isNamed(first.key) { offset = 1 }
    } else {
      guard case .record = try reader.next() else {
        let start = SourcePosition(file: name, line: style.firstRow, column: 1)
        throw SheetRefused([SourceProblem(position: start, message: "there are no rows")], of: name)
      }
      if reader.record.text(0) == "problem" { offset = 1 }
      isFirstPending = offset == 0
    }
    width = reader.record.count
    delimiter = reader.dialect?.delimiter ?? 0x2C
    let faults = table.origin?.faults(line: reader.record.line).map(\.problem) ?? []
    do {
      bound = try BoundRules(rules, headers: headers, offset: offset, places: places)
    } catch {
      // What is wrong with the header may be why.
      throw RulesRefused(problems: error.problems + faults)
    }
    let own =
      rules.headerLine > 0
      ? reader.record.copy(withoutFirst: offset == 1, delimiter)
      : Array(repeating: delimiter, count: max(0, width - 1 - offset))
    header = OriginalLine(bytes: own, delimiter: delimiter)
    header.preamble = before?.bytes ?? Self.stand(for: style.firstRow - 1)
  }

  /// Lines in the rejects of a worksheet for the rows before its header, so that the same rules
  /// find the header where they say it is.
  private static func stand(for rows: Int) -> [UInt8] {
    guard rows > 0 else { return [] }
    let words = rows == 1 ? "the row" : "the \(rows) rows"
    return Array("\"in place of \(words) before the header, for the same rules\"".utf8)
      + Array(repeating: 0x0A, count: rows)
  }

  /// The next row; nil at the end.
  func next() throws -> Row? {
    while true {
      if isFirstPending {
        isFirstPending = false
      } else {
        switch try reader.next() {
        case .record: break
        case .end: return nil
        case .rejected(let problems):
          return Row(
            line: reader.record.line, problems: placed(problems), original: original())
        }
      }
      if let row = row() { return row }
    }
  }

  /// The row of the record; nil where it is blank or passed over.
  private func row() -> Row? {
    let line = reader.record.line
    let cells = (0..<reader.record.count).map { CellWords.trimmed(reader.record.text($0)) }
    let faults = table.origin?.faults(line: line) ?? []
    if cells.dropFirst(bound.offset).allSatisfy(\.isEmpty) { return nil }
    if bound.rules.skips.contains(where: { $0.holds(cells, bound) }) {
      skippedCount += 1
      if skippedLines.count < 20 { skippedLines.append(reader.record.originalLine) }
      return nil
    }
    let reading = RuledLine(bound, cells: cells)
    var row = Row(line: line, reading: reading, original: original())
    if cells.count < width, table.origin == nil {
      row.problems.append(
        SourceProblem(
          position: reader.record.position,
          message: "this row has \(cells.count) cells and the header \(width)",
          hint: "write the delimiters of empty cells too, or skip: the row"))
    }
    for fault in faults where bound.read.contains(fault.field) || fault.field >= width {
      row.problems.append(fault.problem)
    }
    let told = Set(row.problems.map(\.position))
    for value in reading.values {
      guard let fault = value.fault else { continue }
      let position = value.column.map { reader.record.position(of: $0) } ?? reader.record.position
      guard !told.contains(position) else { continue }
      row.problems.append(
        SourceProblem(position: position, message: fault.message, hint: fault.hint))
    }
    row.problems.sort { $0.position < $1.position }
    return row
  }

  private func original() -> [UInt8] { reader.record.copy(withoutFirst: false, delimiter) }

  /// A row as rejects have it.
  func rejected(_ row: Row) -> OriginalLine {
    var bytes = row.original[...]
    if bound.offset == 1 {
      let end = DelimitedRecord.endOfFirst(row.original, delimiter)
      bytes = row.original[min(end + 1, row.original.count)...]
    }
    return OriginalLine(bytes: Array(bytes), delimiter: delimiter)
  }

  private func placed(_ problems: [SourceProblem]) -> [SourceProblem] {
    guard let origin = table.origin else { return problems }
    return problems.map { problem in
      SourceProblem(
        position: origin.position(line: problem.position.line, field: nil),
        message: problem.message, hint: problem.hint)
    }
  }

  /// Where a column of a row stands that was read before.
  func position(line: Int, column: Int?, in original: [UInt8]) -> SourcePosition {
    if let origin = table.origin { return origin.position(line: line, field: column) }
    let start = SourcePosition(file: name, line: line, column: 1)
    guard let column else { return start }
    var options = DelimitedOptions(
      dialect: DelimitedDialect(delimiter: Unicode.Scalar(delimiter)), acceptsShortRecords: true)
    options.firstLine = line
    var again = DelimitedReader(name: name, options: options, bytes: original[...])
    // It was read before, so it can be read again.
    guard case .record? = try? again.next() else { return start }
    return again.record.position(of: column)
  }

  /// What there is to know once the table was read.
  func notices() -> [String] {
    var notices = table.notices()
    if skippedCount > 0 {
      let lines = skippedLines.map { "\($0)" }.joined(separator: ", ")
      let more = skippedCount - skippedLines.count
      notices.append(
        (skippedCount == 1 ? "1 row was" : "\(skippedCount) rows were")
          + " passed over by the rules: \(lines)" + (more > 0 ? " and \(more) more" : ""))
    }
    if !bound.unread.isEmpty {
      notices.append("columns not read: \(bound.unread.joined(separator: ", "))")
    }
    return notices
  }
}

extension SheetColumn {
  /// Whether a header's key is one of the column's names.
  func isNamed(_ key: String) -> Bool { names.contains { DelimitedHeader.key($0) == key } }
}
