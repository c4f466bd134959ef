/// What is missing where an amount is unknown.
public enum MissingFigure: Hashable, Sendable, CustomStringConvertible {
  /// Nobody says how much is lent.
  case principal
  /// Nobody says how much was drawn on a day.
  case draw(Day)
  /// Nobody says the rate of interest.
  case rate
  /// The benchmark has no rate published for a day.
  case fixing(Day)

  /// What is missing and what to do, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .principal: "the principal is not known; give its amount"
    case .draw(let day): "the amount drawn on \(day) is not known; give it"
    case .rate: "the rate of interest is not known; give a rate or a benchmark"
    case .fixing(let day): "the benchmark has no rate for \(day); add it, or assume one"
    }
  }
}
