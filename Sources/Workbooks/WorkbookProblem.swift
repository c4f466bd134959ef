/// What is wrong with a workbook, and in which of its cells.
public struct WorkbookProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name the workbook was read under; empty when it has none.
  public let file: String
  /// The worksheet, where the trouble is in one.
  public let sheet: String?
  /// The cell, where it is in one.
  public let place: CellPlace?
  /// What is wrong, without a full stop.
  public let message: String
  /// What to do about it, where that is known.
  public let hint: String?

  /// A problem with a workbook, a worksheet or a cell.
  public init(
    file: String, sheet: String? = nil, place: CellPlace? = nil, _ message: String,
    hint: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// `file: Sheet1!C7: message`, and the hint in parentheses where there is one.
  public var description: String {
    var parts = file.isEmpty ? [] : [file]
    if let sheet { parts.append(place.map { "\(sheet)!\($0)" } ?? sheet) }
    parts.append(message)
    let text = parts.joined(separator: ": ")
    return hint.map { "\(text) (\($0))" } ?? text
  }
}
