/// What taking a party away does to the shape of a network.
public struct Removal: Sendable {
  /// The party.
  public let party: String
  /// The other parties that were in the core of all flows and no longer are, sorted.
  public let dropped: [String]
  /// How much money goes round with it.
  public let before: Circularity
  /// How much goes round without it.
  public let after: Circularity
}

extension FlowNetwork {
  /// What is left of core and circularity without a party.
  public func removal(of party: String) -> Removal {
    let rest = removing(party)
    let core = Set(components().flatMap(\.self)).subtracting([party])
    return Removal(
      party: party, dropped: core.subtracting(rest.components().flatMap(\.self)).sorted(),
      before: circularity(), after: rest.circularity())
  }
}
