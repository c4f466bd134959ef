/// A value that may be known only within its ends.
///
/// What is said as "27 to 29" is `Span(low: 27, high: 29)`, what is said as "at least 27" is
/// `Span(low: 27, high: nil)`. No middle is ever drawn.
public struct Span: Sendable, Equatable {
  /// The least it can be.
  public let low: Double
  /// The most it can be; nil where nobody gives an end.
  public let high: Double?

  /// A range, open above where `high` is nil.
  public init(low: Double, high: Double?) {
    self.low = low
    self.high = high
  }

  /// A value that is known.
  public init(_ value: Double) { self.init(low: value, high: value) }

  /// The greatest value that is known to be possible.
  public var end: Double { max(low, high ?? low) }

  /// The numbers at its ends: `23.3`, `27.0–29.0`, `≥ 27.0`.
  var label: String {
    let least = NumberText.short(low)
    guard let high else { return "≥ \(least)" }
    let most = NumberText.short(high)
    return least == most ? least : "\(least)–\(most)"
  }
}
