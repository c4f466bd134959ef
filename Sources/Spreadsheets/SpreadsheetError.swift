/// Why a workbook cannot be written.
public enum SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sheet has more rows than workbooks hold.
  case tooManyRows
  /// A sheet has more columns than workbooks hold.
  case tooManyColumns(Int)
  /// A text is longer than a cell holds; the row and column are counted from 1.
  case tooLong(row: Int, column: Int, units: Int)
  /// The file, or a temporary one, cannot be written; in the words of the library.
  case notWritten(String)

  /// What the user reads.
  public var description: String {
    switch self {
    case .tooManyRows:
      "the answer has more rows than a worksheet holds (\(Spreadsheet.mostRows - 1) beside its "
        + "header); --format csv has no such limit"
    case .tooManyColumns(let count):
      "the answer has \(count) columns, and a worksheet \(Spreadsheet.mostColumns); "
        + "--format csv has no such limit"
    case .tooLong(let row, let column, let units):
      "the text in row \(row), column \(column) has \(units) characters, and a cell holds "
        + "\(Spreadsheet.longestText); --format csv has no such limit"
    case .notWritten(let words):
      "the workbook cannot be written: \(words)"
    }
  }
}
