/// An amount as the ledger keeps it: money with a qualifier and a measure, never one number alone.
///
/// This is the amount group of tables and documents. A value of this type always holds its rules: a
/// range has a low and a high amount and nothing else, an undisclosed one has no number, every
/// other qualifier has one amount; numbers are minor units of a currency that is named, never
/// negative, and at most `ExactDecimal.maximumMinorUnits`.
public struct Amount: Hashable, Sendable {
  /// The amount in minor units; `nil` for a range and when undisclosed.
  public let minor: Int64?
  /// The low end of a range in minor units.
  public let lowMinor: Int64?
  /// The high end of a range in minor units.
  public let highMinor: Int64?
  /// How the amount is to be taken.
  public let qualifier: Qualifier
  /// What it measures; `nil` where nobody says and no rule has derived it yet.
  public let measure: Measure?
  /// Its currency; may be named even where the amount is undisclosed.
  public let currency: Currency?

  /// Checks the group and makes an amount of it.
  ///
  /// Without a qualifier it is a range when there is a low or high amount and no amount, exact when
  /// there is an amount, and otherwise undisclosed.
  ///
  /// - Throws: `AmountError` that names the rule broken.
  public init(
    minor: Int64? = nil, lowMinor: Int64? = nil, highMinor: Int64? = nil,
    qualifier: Qualifier? = nil, measure: Measure? = nil, currency: Currency? = nil
  ) throws(AmountError) {
    let hasEnds = lowMinor != nil || highMinor != nil
    let qualifier = qualifier ?? (minor != nil ? .exact : hasEnds ? .range : .undisclosed)
    switch qualifier {
    case .undisclosed:
      guard minor == nil, !hasEnds else { throw .undisclosedWithAmount }
    case .range:
      guard minor == nil else { throw .rangeWithAmount }
      guard let lowMinor, let highMinor else { throw .rangeWithoutEnd }
      guard lowMinor <= highMinor else { throw .rangeReversed }
    case .exact, .about, .upTo, .atLeast:
      guard !hasEnds else { throw .endsWithoutRange(qualifier) }
      guard minor != nil else { throw .amountMissing(qualifier) }
    }
    for number in [minor, lowMinor, highMinor].compactMap(\.self) {
      guard currency != nil else { throw .currencyMissing }
      guard number >= 0 else { throw .negative }
      guard number <= ExactDecimal.maximumMinorUnits else { throw .tooLarge }
    }
    self.minor = minor
    self.lowMinor = lowMinor
    self.highMinor = highMinor
    self.qualifier = qualifier
    self.measure = measure
    self.currency = currency
  }

  /// An amount that nobody has disclosed.
  public static func undisclosed(measure: Measure? = nil, currency: Currency? = nil) -> Amount {
    Amount(undisclosedWith: measure, currency)
  }

  private init(undisclosedWith measure: Measure?, _ currency: Currency?) {
    (minor, lowMinor, highMinor, qualifier) = (nil, nil, nil, .undisclosed)
    (self.measure, self.currency) = (measure, currency)
  }

  /// The amounts it may be, both ends included; `nil` when undisclosed.
  ///
  /// An amount that is exact or near is both ends; `up_to` begins at 0, `at_least` has no high end.
  public var bounds: AmountBounds? {
    switch qualifier {
    case .exact, .about: minor.map { AmountBounds(lowMinor: $0, highMinor: $0) }
    case .upTo: minor.map { AmountBounds(lowMinor: 0, highMinor: $0) }
    case .atLeast: minor.map { AmountBounds(lowMinor: $0, highMinor: nil) }
    case .range: lowMinor.map { AmountBounds(lowMinor: $0, highMinor: highMinor) }
    case .undisclosed: nil
    }
  }
}
