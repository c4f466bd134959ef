/// How a cell looks.
public struct CellFormat: Hashable, Sendable {
  /// Whether its text is bold.
  public var isBold = false
  /// Whether its text goes on in further lines.
  public var isWrapped = false
  /// How its number is shown, as Excel writes it: `#,##0.00`; nil for as it comes.
  public var numbers: String?

  /// One that is as it comes, or as given.
  public init(isBold: Bool = false, isWrapped: Bool = false, numbers: String? = nil) {
    self.isBold = isBold
    self.isWrapped = isWrapped
    self.numbers = numbers
  }
}
