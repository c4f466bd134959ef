/// What a cell holds.
public enum CellKind: String, Sendable, CaseIterable {
  /// Nothing.
  case empty
  /// A text.
  case text
  /// A number, as its decimal digits.
  case number
  /// A number that is shown as a percentage.
  case percent
  /// A day, as `2025-11-03`.
  case day
  /// A day with a time, as `2025-11-03 14:30:00`.
  case moment
  /// A time of day or a duration, as `14:30:00`.
  case time
  /// A number with the format of a date that is no day: 29 February 1900, which spreadsheets count
  /// and the calendar has not, and what lies before or after the days they know.
  case noDay
  /// `true` or `false`.
  case boolean
  /// An error that a formula came to, as `#DIV/0!`.
  case error
  /// A formula whose value is not in the file.
  case uncomputed
}

/// A cell of a worksheet that holds something, or that the file lists and a merged one covers.
public struct WorksheetCell: Hashable, Sendable {
  /// Its column and row.
  public let place: CellPlace
  /// What it holds.
  public let kind: CellKind
  /// What it holds as text: a number in full without rounding, a percentage with its sign
  /// (`6.75%`), a day as `2025-11-03`.
  public let text: String
  /// The number that the file has for it, as decimal digits: `0.0675` where the text is `6.75%`.
  public let number: String?
  /// Whether its value comes from a formula.
  public let isFormula: Bool
  /// The merged cell of several rows or columns that covers it, of which it is not the first.
  public let coveredBy: CellRange?
}

/// A row of a worksheet.
public struct WorksheetRow: Hashable, Sendable {
  /// The number of the row, from 1. Rows that hold nothing are left out, so numbers may jump.
  public let number: Int
  /// Whether it is hidden, by hand or by a filter.
  public let isHidden: Bool
  /// The cells that hold something, from left to right; columns may be missing.
  public internal(set) var cells: [WorksheetCell] = []

  /// The cell of a column from 1; `nil` when it holds nothing.
  public subscript(column: Int) -> WorksheetCell? {
    cells.first { $0.place.column == column }
  }
}
