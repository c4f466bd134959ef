/// The lowest and the highest number of minor units that an amount may be.
public struct AmountBounds: Hashable, Sendable {
  /// The lowest, included.
  public let lowMinor: Int64
  /// The highest, included; `nil` when there is none.
  public let highMinor: Int64?

  /// Bounds that include both ends.
  public init(lowMinor: Int64, highMinor: Int64?) {
    self.lowMinor = lowMinor
    self.highMinor = highMinor
  }
}
