internal import CXLSXWriter

/// A sheet of a workbook that is being written. Rows are written in their order.
public final class SpreadsheetPage {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let workbook: Spreadsheet
  /// How many rows are written.
  public private(set) var rows = 0

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: Spreadsheet) {
    self.sheet = sheet
    self.workbook = workbook
  }

  /// Adds a row.
  ///
  /// - Parameter format: how a cell is to look, by its column, from 0.
  /// - Throws: `SpreadsheetError`: too many rows or columns, a text too long for a cell.
  public func add(
    _ cells: some Collection<CellContent>, format: (Int) -> CellFormat = { _ in CellFormat() }
  ) throws(SpreadsheetError) {
    guard rows < Spreadsheet.mostRows else { throw .tooManyRows }
    guard cells.count <= Spreadsheet.mostColumns else { throw .tooManyColumns(cells.count) }
    var column = 0
    for cell in cells {
      try write(cell, column: column, format: format(column))
      column += 1
    }
    rows += 1
  }

  /// Keeps the first row in sight, and gives its columns a filter over what has been written.
  ///
  /// - Throws: `SpreadsheetError.notWritten`.
  public func finishTable(columns: Int) throws(SpreadsheetError) {
    worksheet_freeze_panes(sheet, 1, 0)
    guard rows > 0, columns > 0 else { return }
    try Spreadsheet.check(
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows - 1), lxw_col_t(columns - 1)))
  }

  /// Sets how wide a column is, in digits of the usual letters.
  public func setWidth(_ width: Double, ofColumn column: Int) {
    worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
  }

  private func write(
    _ cell: CellContent, column: Int, format wanted: CellFormat
  ) throws(SpreadsheetError) {
    let (row, column) = (lxw_row_t(rows), lxw_col_t(column))
    let format = workbook.format(wanted)
    switch cell {
    case .empty: return
    case .number(let number) where number.isFinite:
      try Spreadsheet.check(worksheet_write_number(sheet, row, column, number, format))
    case .number(let number):
      try Spreadsheet.check(
        worksheet_write_string(sheet, row, column, String(number), format))
    case .day(let day):
      try Spreadsheet.check(worksheet_write_number(sheet, row, column, Double(day), format))
    case .flag(let flag):
      try Spreadsheet.check(worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, format))
    case .link(let address) where CellText.isLink(address):
      try Spreadsheet.check(worksheet_write_url(sheet, row, column, address, nil))
    case .text(let text), .link(let text):
      let units = text.utf16.count
      guard units <= Spreadsheet.longestText else {
        throw .tooLong(row: rows + 1, column: Int(column) + 1, units: units)
      }
      try writeText(CellText.escaped(text), row, column, format)
    }
  }

  private func writeText(
    _ text: String, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) throws(SpreadsheetError) {
    try Spreadsheet.check(worksheet_write_string(sheet, row, column, text, format))
  }
}
