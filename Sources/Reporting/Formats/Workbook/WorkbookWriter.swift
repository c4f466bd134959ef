internal import Finance
internal import Ledger
public import SQLite
public import Spreadsheets

/// Writes an answer as an Excel workbook: the data with numbers as numbers and days as days, and on
/// sheets of their own the query, its parameters, what the columns mean, and the numbered sources.
public struct WorkbookWriter {
  private let workbook: Spreadsheet
  private let data: SpreadsheetPage
  private var columns: [WorkbookColumn]
  /// Widths are taken from so many rows.
  private static let rowsMeasured = 500

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - columns: the columns with their units, as `ResultOrigin.describe` gives them.
  ///   - createdOn: the day its properties tell, `YYYY-MM-DD`.
  /// - Throws: `SpreadsheetError`.
  public init(
    path: String, title: String, columns: [ResultOrigin.Column], createdOn: String
  ) throws(SpreadsheetError) {
    let day = (try? Day(createdOn))?.number ?? 0
    // Midday, so that it is the same day wherever it is written.
    workbook = try Spreadsheet(path: path, title: title, created: day * 86_400 + 43_200)
    data = try workbook.addSheet("Data")
    self.columns = columns.map { WorkbookColumn(name: $0.name, unit: $0.unit) }
    try data.add(columns.map { .text($0.name) }) { _ in CellFormat(isBold: true) }
  }

  /// Adds the row a statement stands on.
  ///
  /// - Throws: `SpreadsheetError`, and `SQLiteError` for a text that is not UTF-8.
  public mutating func add(_ row: borrowing Row) throws { try add(try row.values()) }

  /// Adds a row.
  ///
  /// - Throws: `SpreadsheetError`.
  public mutating func add(_ row: [Value]) throws(SpreadsheetError) {
    let cells = zip(columns, row).map { $0.cell($1) }
    if data.rows <= Self.rowsMeasured {
      for (index, cell) in cells.enumerated() { columns[index].fit(cell) }
    }
    let formats = columns.map(\.format)
    try data.add(cells) { formats[$0] }
  }

  /// Writes the file, with where the answer comes from unless that is nil.
  ///
  /// - Throws: `SpreadsheetError.notWritten`.
  public func finish(origin: ResultOrigin?) throws(SpreadsheetError) {
    try data.finishTable(columns: columns.count)
    for (index, column) in columns.enumerated() { data.setWidth(column.width, ofColumn: index) }
    if let origin { try OriginSheets(origin).write(to: workbook) }
    try workbook.close()
  }
}
