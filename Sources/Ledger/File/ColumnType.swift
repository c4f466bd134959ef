/// What the values of a column are, in whatever tool they are read.
///
/// It stands in the dictionary of the file, so that exports, and readers of a table without types,
/// need not guess.
public enum ColumnType: String, Sendable, CaseIterable {
  case text
  /// Whole: counts, notches, minor units of a currency, numbers of rows.
  case integer
  case number
  /// 0 or 1.
  case boolean
  /// A whole day, `YYYY-MM-DD`.
  case date
  /// A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  case time

  /// The type of a column.
  ///
  /// - Parameters:
  ///   - declared: what the schema declares; empty for an expression in a view.
  ///   - unit: what the dictionary says the column is in.
  init(declared: String, unit: String?, name: String) {
    switch (declared, unit ?? "") {
    case ("DATE", _), (_, "day"): self = .date
    case (_, "0 or 1"): self = .boolean
    case (_, "time"): self = .time
    case ("INTEGER", _): self = .integer
    case ("REAL", _): self = .number
    case ("TEXT", _): self = .text
    case (_, let unit) where Self.wholeUnits.contains { unit.hasPrefix($0) }: self = .integer
    case (_, let unit) where Self.numberUnits.contains { unit.hasPrefix($0) }: self = .number
    default: self = name.hasSuffix("_id") ? .integer : .text
    }
  }

  private static let wholeUnits = [
    "minor units of", "US cents", "count", "months", "notch", "0 to", "rank",
  ]
  private static let numberUnits = [
    "units of", "USD", "money", "`unit`", "as `unit`", "percent", "years", "basis points", "factor",
  ]
}
