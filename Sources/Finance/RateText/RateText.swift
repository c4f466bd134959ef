/// Reads rates of interest as people write them: `10 7/8%`, `9-10%`, `SOFR + 225 bp`, `T+140`,
/// `2,5 procentenheter över referensräntan`, `8% cash + 4% PIK`.
///
/// A figure of percent is below 1,000, so that its mark always begins the decimals. A spread
/// without a unit is one of basis points where it cannot be one of percent: `S+25`, `SOFR+700`;
/// `SOFR+2.25` and `SOFR+25` are refused with both readings.
public enum RateText {
  /// The reading of a text.
  ///
  /// - Parameters:
  ///   - text: The words of one rate, without the sentence around them.
  ///   - language: The language it is written in, which decides whether `1,300 bp` is 1300 or 1.3.
  ///   - currency: The currency of the debt: `S+225` of a loan in pounds is SONIA, not SOFR.
  /// - Throws: `ReadingError` for words that are not understood, for text without a rate or with
  ///   several, and for ambiguous text, then with its readings.
  public static func read(
    _ text: String, language: TextLanguage? = nil, currency: Currency? = nil
  ) throws(ReadingError) -> RateReading {
    let items = try RateItem.items(of: text, currency: currency)
    var parser = RateParser(text: text, items: items)
    try parser.parse()
    return try RateAssembly(parser: parser, language: language).reading()
  }
}
