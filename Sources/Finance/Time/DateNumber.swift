/// A number of a date: a year of four digits or two, or a day or month of at most two.
struct DateNumber {
  /// Its value.
  let value: Int
  /// How many digits it has.
  let digits: Int
  /// Whether an apostrophe says that it is a year: `'25`.
  let isShort: Bool

  /// The number that a piece is; `nil` for other pieces.
  init?(_ item: DateItem) {
    guard case .number(let value, let digits, let isShort) = item else { return nil }
    (self.value, self.digits, self.isShort) = (value, digits, isShort)
  }

  /// The year: two digits are one of 2000 to 2099, for deals are of this century.
  var year: Int? {
    switch digits {
    case 4: isShort || value == 0 ? nil : value
    case 2: 2000 + value
    default: nil
    }
  }

  /// Whether it can be the day of a month.
  var canBeDay: Bool { digits <= 2 && !isShort && 1...31 ~= value }
}
