/// A cell of a table that is written: what it holds decides how each format shows it.
public enum TableCell: Hashable, Sendable {
  /// Words. May hold anything, from anyone.
  case text(String)
  /// A number, in the text that shall appear.
  case number(String)
  /// No value: NULL. An empty text is something else.
  case missing

  /// The text of the cell, empty when it is missing.
  public var text: String {
    switch self {
    case .text(let text), .number(let text): text
    case .missing: ""
    }
  }

  /// Whether the cell is a number.
  public var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// Whether the cell holds no value.
  public var isMissing: Bool { self == .missing }
}
