internal import Archives
internal import Markup
public import Tabular
internal import Workbooks

/// A worksheet as a table: its text, the cells behind it, and what is wrong with them.
public final class WorksheetTable: TableOrigin {
  private let file: String
  private let sheet: WorksheetEntry
  private let text: WorksheetText

  /// Opens a worksheet of a workbook in memory.
  ///
  /// - Throws: `InputRefused`.
  init(
    _ bytes: [UInt8], name: String, sheet wanted: String?, options: WorksheetTextOptions
  ) throws {
    file = name
    (sheet, text) = try Self.refusing {
      let workbook = try Workbook(bytes: bytes, name: name)
      let sheet = try workbook.worksheet(wanted)
      return (sheet, WorksheetText(try workbook.reader(of: sheet), options: options))
    }
  }

  /// Appends the next bytes of the text.
  func read(into output: inout OutputRawSpan) throws {
    do {
      try text.read(into: &output)
    } catch {
      throw Self.refusal(of: error)
    }
  }

  /// The cell a field comes from.
  public func position(line: Int, field: Int?) -> SourcePosition {
    let place = text.place(line: line, field: field ?? 0)
    return SourcePosition(
      file: file, line: place.row, column: place.column,
      cell: "sheet “\(sheet.name)”, " + (field == nil ? "row \(place.row)" : "\(place)"))
  }

  /// What the cells of a line cannot say.
  public func faults(line: Int) -> [FieldFault] {
    text.takeProblems(line: line).map { problem in
      let field = (problem.place?.column ?? 1) - 1
      let position = SourcePosition(
        file: file, line: problem.place?.row ?? line, column: field + 1,
        cell: "sheet “\(sheet.name)”, \(problem.place.map { "\($0)" } ?? "row \(line)")")
      return FieldFault(
        field: field,
        problem: SourceProblem(position: position, message: problem.message, hint: problem.hint))
    }
  }

  /// The text is what there is to mend.
  public func original(line: Int) -> OriginalLine? { nil }

  /// Rows and columns that are hidden and were read.
  func notices() -> [String] {
    var notices: [String] = []
    if sheet.visibility != .visible {
      notices.append("\(file): the worksheet “\(sheet.name)” is hidden, and was read")
    }
    if text.hiddenRowCount > 0 {
      let rows = text.hiddenRows.map { "\($0)" }.joined(separator: ", ")
      let more = text.hiddenRowCount - text.hiddenRows.count
      notices.append(
        "\(file), sheet “\(sheet.name)”: "
          + (text.hiddenRowCount == 1 ? "row \(rows) is hidden" : "rows \(rows) are hidden")
          + (more > 0 ? " and \(more) more" : "") + ", and read like the others")
    }
    let columns = text.hiddenColumns.map { range in
      let (first, last) = (
        CellPlace.letters(of: range.lowerBound), CellPlace.letters(of: range.upperBound)
      )
      return first == last ? first : "\(first) to \(last)"
    }
    if !columns.isEmpty {
      notices.append(
        "\(file), sheet “\(sheet.name)”: hidden columns (\(columns.joined(separator: ", "))) are "
          + "read like the others")
    }
    return notices
  }

  private static func refusing<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch { throw refusal(of: error) }
  }

  /// What reading a workbook throws, as a refusal of the input.
  private static func refusal(of error: any Error) -> any Error {
    switch error {
    case is WorkbookProblem, is ArchiveProblem, is SourceProblem: InputRefused(["\(error)"])
    default: error
    }
  }
}
