/// How much of an XML text is taken at once; what exceeds it is refused with its place.
public struct XMLLimits: Hashable, Sendable {
  /// The deepest nesting of elements; 100.
  public var depth = 100
  /// The most attributes of an element; 1,000.
  public var attributes = 1_000
  /// The most bytes of one run of text; 16 MiB.
  public var textBytes = 16 << 20
  /// The most bytes of one tag, comment or instruction; 1 MiB.
  public var tagBytes = 1 << 20
  /// The most bytes of the whole text; 2 GiB.
  public var totalBytes = 2 << 30
  /// The most elements of a subtree that `nextElement(at:)` hands out; 100,000.
  public var treeElements = 100_000
  /// The most bytes of texts and attributes in such a subtree; 64 MiB.
  public var treeBytes = 64 << 20

  /// The limits of a filing or a workbook.
  public init() {}
}
