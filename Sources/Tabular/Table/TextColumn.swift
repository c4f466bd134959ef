/// A column of a `TextTable`.
public struct TextColumn: Hashable, Sendable {
  /// The words above the column.
  public let title: String
  /// Where its cells stand.
  public let alignment: TextAlignment

  /// Whether its cells are never cut, as what is typed again must not be.
  public let isWhole: Bool

  /// A column with a title.
  public init(_ title: String, alignment: TextAlignment = .automatic, isWhole: Bool = false) {
    self.title = title
    self.alignment = alignment
    self.isWhole = isWhole
  }
}
