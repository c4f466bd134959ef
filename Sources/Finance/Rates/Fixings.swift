/// The rates of a benchmark as they were published, in percent by day.
///
/// A day without a rate is a day whose rate is not known. It is never taken from a neighbour: that
/// an overnight rate holds over a weekend is said by the calendar of the instrument.
public struct Fixings: Hashable, Sendable {
  /// The published rates.
  public let percentByDay: [Day: Double]
  /// The rate to take on days without one, where the caller asks what would follow from it.
  public let assumedPercent: Double?

  /// No rates at all.
  public static let none = Fixings([:])

  /// Published rates, and one to assume elsewhere.
  public init(_ percentByDay: [Day: Double], assumingElsewhere assumedPercent: Double? = nil) {
    self.percentByDay = percentByDay
    self.assumedPercent = assumedPercent
  }

  /// The rate of a day, raised to the floor.
  func figure(on day: Day, floor: Double?) throws(BondError) -> RateFigure {
    let least = floor ?? -.infinity
    if let percent = percentByDay[day] {
      return .known(try ExactRate(percent: max(percent, least)))
    }
    guard let assumedPercent else { return .unknown(.fixing(day)) }
    return .assumed(try ExactRate(percent: max(assumedPercent, least)))
  }
}
