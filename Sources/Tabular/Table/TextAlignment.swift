/// Where the cells of a column of `TextTable` stand.
public enum TextAlignment: Sendable, CaseIterable {
  /// To the right when every value is a number, otherwise to the left.
  case automatic
  /// To the left.
  case left
  /// To the right.
  case right
}
