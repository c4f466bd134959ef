/// What a word or phrase of an amount means, in any language.
enum AmountWord: Equatable {
  /// A number in words: `tio`, `twenty`, `en halv`.
  case number(ExactDecimal)
  /// `a` and `an`: one, where a scale word or a part follows.
  case article
  /// A power of ten; some can stand without a number before them, as `hundra` can.
  case scale(Int, standsAlone: Bool)
  /// A power of ten and a currency in one: `MUSD`, `mkr`.
  case scaleOfMoney(Int, String)
  /// A currency, by its code.
  case currency(String)
  /// A sign that several currencies use.
  case currencyOf([String])
  /// What the figure counts.
  case unit(AmountUnit)
  /// The parts of a fraction: `thirds`.
  case part(Int)
  /// A whole fraction: `half`.
  case fraction(Int, Int)
  /// A quarter of the year after a figure, and a fourth before one.
  case quarter
  /// How the figure is to be taken.
  case qualifier(Qualifier, AmountNuance)
  /// Begins a range: `between`, `from`.
  case opening
  /// Joins a range that has been opened: `and`.
  case and
  /// Joins a range: `to`.
  case to
  /// A dash: joins a range, or stands before a negative figure.
  case dash
  /// The time the figure is counted over.
  case period(AmountPeriod)
  /// Says that no figure is named: `several`.
  case vague
  /// Says that the figure is kept secret: `undisclosed`.
  case undisclosed
  /// Says nothing about the figure.
  case filler
}
