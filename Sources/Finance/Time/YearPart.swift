/// A named part of a year, as dates write it: a half-year, a quarter or a season.
enum YearPart: String, CaseIterable {
  case firstHalf = "H1"
  case secondHalf = "H2"
  case firstQuarter = "Q1"
  case secondQuarter = "Q2"
  case thirdQuarter = "Q3"
  case fourthQuarter = "Q4"
  case spring
  case summer
  case autumn
  case winter

  /// The month it begins with. Seasons are those of the northern hemisphere in whole months.
  var firstMonth: Int {
    switch self {
    case .firstHalf, .firstQuarter: 1
    case .spring: 3
    case .secondQuarter: 4
    case .summer: 6
    case .secondHalf, .thirdQuarter: 7
    case .autumn: 9
    case .fourthQuarter: 10
    case .winter: 12
    }
  }

  /// The number of months; winter ends in the year after.
  var monthCount: Int {
    switch self {
    case .firstHalf, .secondHalf: 6
    default: 3
    }
  }

  /// The part that a text in other letters means: `q4`, `fall`.
  static func meant(by name: String) -> YearPart? {
    let name = name.lowercased()
    return name == "fall" ? .autumn : allCases.first { $0.rawValue.lowercased() == name }
  }
}
