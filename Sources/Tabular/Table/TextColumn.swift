/// A column of a `TextTable`.
public struct TextColumn: Hashable, Sendable {
  /// The words above the column.
  public let title: String
  /// Where its cells stand.
  public let alignment: TextAlignment

  /// A column with a title.
  public init(_ title: String, alignment: TextAlignment = .automatic) {
    self.title = title
    self.alignment = alignment
  }
}
