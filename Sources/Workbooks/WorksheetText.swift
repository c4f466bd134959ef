/// A worksheet as delimited text, for what reads tables.
///
/// Every row is one record, rows that hold nothing are empty lines, so that a line of the text is
/// the row of the worksheet unless a cell holds a line end; `place(line:field:)` minds that. Rows
/// are filled up to the last column of the first row that holds something, unless the options have
/// it ragged.
///
/// ```swift
/// let text = WorksheetText(try workbook.reader(of: workbook.worksheet()))
/// let options = DelimitedOptions(dialect: .comma)
/// let reader = DelimitedReader(name: name, options: options) { output in
///   try text.read(into: &output)
/// }
/// ```
public final class WorksheetText {
  /// How it is written.
  public let options: WorksheetTextOptions
  /// The first twenty of the rows so far that were hidden.
  public private(set) var hiddenRows: [Int] = []
  /// How many rows so far were hidden.
  public private(set) var hiddenRowCount = 0
  /// The merged cells of the worksheet: only the first cell of each has a value in the text.
  public var merged: [CellRange] { reader.merged }
  /// The columns of the table that are hidden; known once something was read.
  public var hiddenColumns: [ClosedRange<Int>] {
    reader.hiddenColumns.filter { $0.lowerBound <= width }.map {
      $0.lowerBound...min($0.upperBound, width)
    }
  }

  private let reader: WorksheetReader
  private var width = 0
  private var line: Int
  private var row: Int
  private var pending: [UInt8] = []
  private var next = 0
  /// Where the row of a line is no longer the one that was counted on from the entry before.
  private var shifts: [(line: Int, row: Int)]
  /// What nobody has asked for yet, in the order of the lines.
  private var problems: [(line: Int, problem: WorkbookProblem)] = []

  /// The text of a worksheet from the row where its reader is.
  public init(_ reader: WorksheetReader, options: WorksheetTextOptions = WorksheetTextOptions()) {
    self.reader = reader
    self.options = options
    line = options.firstRow
    row = options.firstRow - 1
    shifts = [(options.firstRow, options.firstRow)]
  }

  /// Appends the next bytes; none at the end.
  ///
  /// - Throws: `WorkbookProblem`, `ArchiveProblem` or `SourceProblem`.
  public func read(into output: inout OutputRawSpan) throws {
    let start = output.byteCount
    while output.freeCapacity > 0 {
      if next == pending.count {
        if output.byteCount > start { return }
        pending.removeAll(keepingCapacity: true)
        next = 0
        guard let row = try reader.next() else { return }
        if row.number >= options.firstRow { append(row) }
      }
      while next < pending.count, output.freeCapacity > 0 {
        output.append(pending[next], as: UInt8.self)
        next += 1
      }
    }
  }

  /// The cell from which a field comes, by the line on which its record begins, from 1, and its
  /// index, from 0.
  public func place(line: Int, field: Int) -> CellPlace {
    let shift = shifts.last { $0.line <= line } ?? (1, 1)
    return CellPlace(column: field + 1, row: shift.row + line - shift.line)
  }

  /// What is wrong with cells of the record that begins on a line: errors, formulas without a
  /// value, numbers that are no day, cells that a merged one covers, and such as stand beside the
  /// columns of the first row. Lines are asked for in their order; what is told of those before is
  /// gone.
  public func takeProblems(line: Int) -> [WorkbookProblem] {
    guard let first = problems.first, first.line <= line else { return [] }
    let told = problems.filter { $0.line == line }.map(\.problem)
    problems.removeAll { $0.line <= line }
    return told
  }

  private func append(_ row: WorksheetRow) {
    while self.row + 1 < row.number { endLine() }
    if shifts.last.map({ row.number - $0.row != line - $0.line }) ?? false {
      shifts.append((line, row.number))
    }
    if row.isHidden {
      hiddenRowCount += 1
      if hiddenRows.count < 20 { hiddenRows.append(row.number) }
    }
    let start = line
    var column = 1
    for cell in row.cells {
      if width > 0, cell.place.column > width {
        note(reader.besideTheTable(cell.place), start)
        continue
      }
      if let problem = reader.problem(of: cell) { note(problem, start) }
      while column < cell.place.column {
        pending.append(options.delimiter)
        column += 1
      }
      append(cell)
    }
    if width == 0, !options.isRagged {
      // A merged header has columns that no cell names.
      width = max(column, reader.coveredCells(before: 1_000).map(\.column).max() ?? 0)
    }
    while column < width {
      pending.append(options.delimiter)
      column += 1
    }
    for place in reader.coveredCells(before: width) {
      note(reader.isCovered(place), start)
    }
    endLine()
  }

  private func note(_ problem: WorkbookProblem, _ line: Int) { problems.append((line, problem)) }

  private func endLine() {
    pending.append(UInt8(ascii: "\n"))
    line += 1
    row += 1
  }

  private func append(_ cell: WorksheetCell) {
    var bytes = Array(cell.text.utf8)
    // Three decimals could be thousands, if this were not a number already.
    if cell.kind == .number, bytes.dropLast(3).last == 0x2E { bytes.append(0x30) }
    if options.decimalMark != 0x2E, cell.kind == .number || cell.kind == .percent {
      bytes = bytes.map { $0 == 0x2E ? options.decimalMark : $0 }
    }
    let needsQuotes = bytes.contains {
      $0 == 0x22 || $0 == options.delimiter || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else {
      pending.append(contentsOf: bytes)
      return
    }
    pending.append(0x22)
    var isAfterReturn = false
    for byte in bytes {
      if byte == 0x22 { pending.append(0x22) }
      pending.append(byte)
      // A line ends with LF, CRLF or CR, as the reader of the text counts.
      if byte == 0x0D || byte == 0x0A && !isAfterReturn { line += 1 }
      isAfterReturn = byte == 0x0D
    }
    pending.append(0x22)
  }
}
