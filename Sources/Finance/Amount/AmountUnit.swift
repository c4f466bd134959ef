/// What a figure counts. The raw value is its code.
public enum AmountUnit: String, Sendable, CaseIterable {
  /// Money of the currency named beside it.
  case money
  /// A number and nothing more: `tio`, `1,5 biljoner` without a currency.
  case number
  /// Hundredths of something.
  case percent
  /// A difference of percentages: `2,5 procentenheter`.
  case percentagePoint = "percentage_point"
  /// Hundredths of a percentage point.
  case basisPoint = "basis_point"
  /// Parts of a whole: `two thirds` is 2 with the denominator 3.
  case fraction
  /// A thousand million watts of capacity.
  case gigawatt
  /// A million watts of capacity.
  case megawatt
  /// Years of time.
  case year
  /// Months of time.
  case month
  /// Days of time.
  case day
}
