/// A worksheet as delimited text with commas, for what reads tables.
///
/// Every row is one record, rows that hold nothing are empty lines, so that a line of the text is
/// the row of the worksheet unless a cell holds a line end; `place(line:field:)` minds that. Rows
/// are filled up to the last column of the first row that holds something.
///
/// ```swift
/// let text = WorksheetText(try workbook.reader(of: workbook.worksheet()))
/// let options = DelimitedOptions(dialect: .comma)
/// let reader = DelimitedReader(name: name, options: options) { output in
///   try text.read(into: &output)
/// }
/// ```
public final class WorksheetText {
  /// Cells that a table cannot take as they are: errors, formulas without a value, numbers that are
  /// no day. The first hundred.
  public private(set) var problems: [WorkbookProblem] = []
  /// How many rows so far were hidden.
  public private(set) var hiddenRows = 0
  /// The merged cells of the worksheet: only the first cell of each has a value in the text.
  public var merged: [CellRange] { reader.merged }

  private let reader: WorksheetReader
  private var width = 0
  private var line = 1
  private var row = 0
  private var pending: [UInt8] = []
  private var next = 0
  /// Where the row of a line is no longer the one that was counted on from the entry before.
  private var shifts: [(line: Int, row: Int)] = [(1, 1)]

  /// The text of a worksheet from the row where its reader is.
  public init(_ reader: WorksheetReader) {
    self.reader = reader
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
        append(row)
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

  private func append(_ row: WorksheetRow) {
    while self.row + 1 < row.number { endLine() }
    if shifts.last.map({ row.number - $0.row != line - $0.line }) ?? false {
      shifts.append((line, row.number))
    }
    if row.isHidden { hiddenRows += 1 }
    var column = 1
    for cell in row.cells {
      note(cell)
      while column < cell.place.column {
        pending.append(UInt8(ascii: ","))
        column += 1
      }
      append(cell.text)
    }
    if width == 0 { width = column }
    while column < width {
      pending.append(UInt8(ascii: ","))
      column += 1
    }
    endLine()
  }

  private func endLine() {
    pending.append(UInt8(ascii: "\n"))
    line += 1
    row += 1
  }

  private func append(_ text: String) {
    let bytes = text.utf8
    let needsQuotes = bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
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

  private func note(_ cell: WorksheetCell) {
    guard problems.count < 100 else { return }
    switch cell.kind {
    case .error:
      problems.append(reader.problem("the formula came to \(cell.text)", at: cell.place))
    case .uncomputed:
      problems.append(
        reader.problem(
          "the value of the formula is not in the file", at: cell.place,
          hint: "open the workbook in a spreadsheet program and save it again"))
    case .noDay:
      problems.append(
        reader.problem("\(cell.text) has the format of a date and is no day", at: cell.place))
    default: break
    }
  }
}
