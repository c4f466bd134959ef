/// A piece of an amount in words.
enum AmountToken: Equatable {
  /// Digits with the marks between them, spaces between groups included: `1 250 000,50`.
  case numeral(String)
  /// Letters, as written and without the points of abbreviations; or one sign.
  case word(String)
}
