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

  /// `file, sheet “Deals”, C7: message`, and the hint in parentheses where there is one.
  public var description: String {
    var places = file.isEmpty ? [] : [file]
    if let sheet { places.append("sheet “\(sheet)”") }
    if let place { places.append("\(place)") }
    let text = places.isEmpty ? message : "\(places.joined(separator: ", ")): \(message)"
    return hint.map { "\(text) (\($0))" } ?? text
  }
}
