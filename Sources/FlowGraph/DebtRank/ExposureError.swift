/// Why distress cannot be followed through a network of exposures.
public enum ExposureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An exposure is below zero.
  case negativeExposure(holder: String, counterparty: String)
  /// A party is exposed to itself.
  case exposureToItself(String)
  /// The exposures add up to more than 64 bits hold.
  case totalTooLarge
  /// Parties with exposures have no equity given, so what a loss means to them is not known.
  case equityMissing([String])
  /// Parties with exposures have no equity left, so every loss is more than they bear.
  case equityNotPositive([String])
  /// A party that is to be shocked is not in the network.
  case unknownParty(String)
  /// A shock is not between 0 and 1.
  case shockOutOfRange(party: String, shock: Double)

  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .negativeExposure(let holder, let counterparty):
      "the exposure of \(holder) to \(counterparty) is below zero"
    case .exposureToItself(let party): "\(party) is exposed to itself"
    case .totalTooLarge: "the exposures add up to more than \(Int64.max) cents"
    case .equityMissing(let parties): "no equity is given for \(parties.joined(separator: ", "))"
    case .equityNotPositive(let parties):
      "equity is not above zero for \(parties.joined(separator: ", "))"
    case .unknownParty(let party): "“\(party)” is not in the network"
    case .shockOutOfRange(let party, let shock):
      "the shock to \(party) is \(shock): it must be 0 to 1, the share of equity that is lost"
    }
  }
}
