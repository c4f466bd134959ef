/// What a word or phrase of a rate means, in any language.
enum RateWord: Equatable {
  /// What the figure before it counts: percent, percentage points or basis points.
  case unit(AmountUnit)
  /// What the rate is given over.
  case benchmark(RateBenchmark)
  /// The same in one or two letters before a plus: `T+`.
  case abbreviation(RateBenchmark)
  /// The form of the benchmark.
  case form(RateForm)
  /// The length of the benchmark's term, in months for each.
  case term(Int)
  /// `+` and “plus”: a spread follows, or a further part.
  case plus
  /// “Over” between a spread and its benchmark; before a figure it is “more than”.
  case over
  /// “Under” and “minus”.
  case under
  /// A dash: joins a range, or stands before what is taken off.
  case dash
  /// Joins a range: `to`.
  case to
  /// Joins a range that has been opened, or two parts.
  case and
  /// Begins a range: `between`.
  case opening
  /// A stroke, between the numbers of a fraction or between parts.
  case stroke
  /// How the figure is to be taken.
  case qualifier(Qualifier)
  /// The lowest value of the benchmark.
  case floor
  /// Nothing over the benchmark.
  case flat
  /// No interest.
  case zero
  /// Paid in kind.
  case inKind
  /// Paid in kind or in money.
  case toggle
  /// Paid in money.
  case cash
  /// A fraction in one character: `⅞`.
  case fraction(Int, Int)
  /// Says nothing about the rate.
  case filler
}
