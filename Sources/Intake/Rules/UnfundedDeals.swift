import Finance

/// Closed deals of which nobody says whether the money has flowed: no total counts them as funded,
/// and nothing but this says so.
public struct UnfundedDeals: Sendable, Equatable {
  private static let mostNamed = 3

  /// How many they are.
  public private(set) var count = 0
  /// The keys of the first of them.
  public private(set) var first: [String] = []

  /// Takes note of a deal, where it is such a one.
  ///
  /// - Parameters:
  ///   - funding: What it is taken to be.
  ///   - isDerived: Whether that comes from a rule, and from no source.
  mutating func note(
    _ key: @autoclosure () -> String, hasClosed: Bool, binding: Binding?, funding: Funding?,
    isDerived: Bool
  ) {
    guard hasClosed, isDerived, funding ?? .unknown == .unknown, binding != .lapsed,
      binding != .terminated
    else { return }
    count += 1
    if first.count < Self.mostNamed { first.append(key()) }
  }
}
