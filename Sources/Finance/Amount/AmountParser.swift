/// Puts the words of an amount together in one language.
///
/// It knows no word: what each means stands in `AmountLexicon`. A word without a meaning never gets
/// here, and a word in the wrong place is an error, so that nothing of a text is passed over.
struct AmountParser {
  let text: String
  let items: [AmountItem]
  var index = 0
  var figures: [AmountFigure] = []
  var isOpened = false
  var isJoining = false
  var isNegative = false
  var isVague = false
  var isUndisclosed = false
  var qualifier: Qualifier?
  var nuance = AmountNuance.plain
  var unit: AmountUnit?
  var currency: String?
  var period: AmountPeriod?

  init(text: String, items: [AmountItem]) {
    self.text = text
    self.items = items
  }

  /// The readings of a text in a language: one, or two when the language leaves a numeral open and
  /// both make sense.
  static func readings(
    of text: String, in lexicon: AmountLexicon
  ) throws(ReadingError) -> [AmountReading] {
    var readings: [AmountReading] = []
    var fault: ReadingError?
    for choice in 0...1 {
      do throws(ReadingError) {
        let items = try AmountItem.items(of: text, in: lexicon, choice: choice)
        var parser = AmountParser(text: text, items: items)
        let reading = try parser.parse()
        if !readings.contains(reading) { readings.append(reading) }
      } catch {
        fault = fault ?? error
      }
    }
    if readings.isEmpty, let fault { throw fault }
    return readings
  }

  /// Reads all items.
  mutating func parse() throws(ReadingError) -> AmountReading {
    while index < items.count {
      let item = items[index]
      index += 1
      switch item {
      case .literal(let value, let decimals): try begin(value, decimals: decimals)
      case .word(let word, let phrase): try take(word, phrase)
      }
    }
    return try reading()
  }

  func failure(_ message: String) -> ReadingError {
    ReadingError(text, message)
  }

  private mutating func take(_ word: AmountWord, _ phrase: String) throws(ReadingError) {
    switch word {
    case .number(let value): try begin(value)
    case .article: try article(phrase)
    case .scale(let power, let standsAlone): try scale(power, standsAlone, phrase)
    case .scaleOfMoney(let power, let code):
      try scale(power, false, phrase)
      try set(currency: code)
    case .currency(let code): try set(currency: code)
    case .currencyOf(let codes):
      throw ReadingError(text, "names a currency that may be", readings: codes)
    case .unit(let unit): try set(unit: unit, phrase)
    case .part(let denominator): try part(denominator, phrase)
    case .fraction(let numerator, let denominator):
      try begin(ExactDecimal(Int64(numerator)))
      figures[figures.count - 1].denominator = denominator
    case .quarter:
      if figures.isEmpty { return try take(.fraction(1, 4), phrase) }
      try set(period: .quarter)
    case .qualifier(let qualifier, let nuance): try set(qualifier, nuance, phrase)
    case .opening:
      guard figures.isEmpty, !isOpened else { throw failure("has “\(phrase)” in the wrong place") }
      isOpened = true
    case .and, .to: try join(phrase, needsOpening: word == .and)
    case .dash: try dash(phrase)
    case .period(let period): try set(period: period)
    case .vague: isVague = true
    case .undisclosed: isUndisclosed = true
    case .filler: break
    }
  }

  /// Begins a figure; a second one only after a word that joins.
  private mutating func begin(
    _ value: ExactDecimal, decimals: Int? = nil
  ) throws(ReadingError) {
    guard figures.isEmpty || isJoining else {
      throw failure("has two figures and no word between them that makes a range")
    }
    guard figures.count < 2 else { throw failure("has more than two figures") }
    figures.append(
      AmountFigure(
        value: isNegative ? value.negated : value, decimals: decimals ?? max(0, -value.exponent)))
    (isJoining, isNegative) = (false, false)
  }

  /// Reads `a billion` and `a third` as one; before anything else an article is no figure.
  private mutating func article(_ phrase: String) throws(ReadingError) {
    guard index < items.count else { throw failure("names no figure") }
    switch items[index] {
    case .word(.scale, _), .word(.part, _): try begin(ExactDecimal(1))
    case .literal, .word: throw failure("has “\(phrase)” in the wrong place")
    }
  }

  private mutating func scale(
    _ power: Int, _ standsAlone: Bool, _ phrase: String
  ) throws(ReadingError) {
    if figures.isEmpty || isJoining {
      guard standsAlone else {
        throw failure(isVague ? "names no figure" : "has no number before “\(phrase)”")
      }
      try begin(ExactDecimal(1))
    }
    let isPart = figures.last.map { $0.denominator != 1 } ?? false
    guard unit == nil, !isPart, currency == nil || isScaleOfFigure else {
      throw failure("has “\(phrase)” in the wrong place")
    }
    figures[figures.count - 1].scale = (figures[figures.count - 1].scale ?? 0) + power
  }

  /// Whether the item before the last taken one is a number or scale word.
  private var isScaleOfFigure: Bool {
    guard index >= 2 else { return false }
    switch items[index - 2] {
    case .literal, .word(.number, _), .word(.scale, _), .word(.dash, _): return true
    case .word(_, "+"): return true
    case .word: return false
    }
  }

  private mutating func part(_ denominator: Int, _ phrase: String) throws(ReadingError) {
    guard let last = figures.last, last.scale == nil, last.denominator == 1, !isJoining else {
      throw failure("has no number before “\(phrase)”")
    }
    figures[figures.count - 1].denominator = denominator
  }

  private mutating func join(_ phrase: String, needsOpening: Bool) throws(ReadingError) {
    guard figures.count == 1, !isJoining, isOpened || !needsOpening else {
      throw failure("has “\(phrase)” in the wrong place")
    }
    isJoining = true
  }

  /// A dash before a figure is a sign, between figures it is `to`, before a word a hyphen.
  private mutating func dash(_ phrase: String) throws(ReadingError) {
    guard index < items.count else { throw failure("ends with “\(phrase)”") }
    switch items[index] {
    case .word(.scale, _), .word(.unit, _): return
    case .literal where figures.isEmpty || isJoining: isNegative = true
    case .literal, .word(.number, _), .word(.currency, _): try join(phrase, needsOpening: false)
    case .word: throw failure("has “\(phrase)” in the wrong place")
    }
  }
}
