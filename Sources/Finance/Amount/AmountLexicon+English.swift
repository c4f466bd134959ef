extension AmountLexicon {
  /// English: the short scale (`billion` 10⁹, `trillion` 10¹²); `milliard` is 10⁹ too.
  static let english = AmountLexicon(
    .english, decimalMark: ".", groupMark: ",", numbers: englishNumbers,
    table: englishScales + englishCurrencies + englishUnits + englishQualifiers)

  private static let englishNumbers: [String: ExactDecimal] = {
    let small =
      "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
      + "fifteen|sixteen|seventeen|eighteen|nineteen"
    let tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    var numbers = AmountNumbers.words(small: small, tens: tens) { ten, one in ["\(ten) \(one)"] }
    numbers.merge(
      AmountNumbers.hundreds(above: numbers, small: small) { one, rest in
        guard !rest.isEmpty else { return [] }
        let before = one == "one" ? ["a", "one"] : [one]
        return before.flatMap { ["\($0) hundred \(rest)", "\($0) hundred and \(rest)"] }
      }
    ) { known, _ in known }
    return AmountNumbers.withHalves(numbers, small: small) { one in
      ["\(one) and a half", "\(one) and one half"]
    }
  }()

  private static let englishScales: [(AmountWord, String)] = [
    (.article, "a|an"),
    (.number(AmountNumbers.half), "half a|half of a|one half of a"),
    (.scale(2, standsAlone: false), "hundred"),
    (.scale(3, standsAlone: false), "thousand|k"),
    (.scale(6, standsAlone: false), "million|millions|m|mn|mln|mm"),
    (.scale(9, standsAlone: false), "billion|billions|bn|b|bln|milliard|milliards"),
    (.scale(12, standsAlone: false), "trillion|trillions|tn|t|trn|tln"),
    (.scale(15, standsAlone: false), "quadrillion|quadrillions"),
    (
      .vague,
      "several|some of|a few|few|multi|multibillion|multimillion|many|tens of|dozens of|hundreds of"
    ),
    (
      .undisclosed,
      "undisclosed|not disclosed|undisclosed amount|an undisclosed amount|undisclosed sum|"
        + "an undisclosed sum|amount undisclosed|amount not disclosed"
    ),
  ]

  private static let englishCurrencies: [(AmountWord, String)] = [
    (.currency("USD"), "dollar|dollars|us dollar|us dollars|american dollars"),
    (.currency("EUR"), "euro|euros"),
    (.currency("GBP"), "pound|pounds|sterling|pounds sterling|british pounds"),
    (.currency("SEK"), "krona|kronor|swedish krona|swedish kronor|swedish crowns"),
    (.currency("NOK"), "norwegian krone|norwegian kroner|norwegian crowns"),
    (.currency("DKK"), "danish krone|danish kroner|danish crowns"),
    (.currency("JPY"), "yen|japanese yen"),
    (.currency("CNY"), "yuan|chinese yuan|renminbi|rmb"),
    (.currency("CHF"), "swiss franc|swiss francs"),
    (.currency("CAD"), "canadian dollar|canadian dollars"),
    (.currency("AUD"), "australian dollar|australian dollars"),
    (.currency("HKD"), "hong kong dollar|hong kong dollars"),
    (.currency("SGD"), "singapore dollar|singapore dollars"),
    (.currency("KRW"), "won|korean won|south korean won"),
    (.currency("SAR"), "saudi riyal|saudi riyals"),
    (.currency("AED"), "uae dirham|uae dirhams"),
    (.currency("INR"), "indian rupee|indian rupees"),
  ]

  private static let englishUnits: [(AmountWord, String)] = [
    (.unit(.percent), "percent|per cent|pct"),
    (.unit(.percentagePoint), "percentage point|percentage points|pp|ppt|ppts"),
    (.unit(.basisPoint), "basis point|basis points"),
    (.unit(.gigawatt), "gigawatts"),
    (.unit(.megawatt), "megawatts"),
    (.unit(.year), "year|years|yr|yrs"),
    (.unit(.month), "month|months"),
    (.unit(.day), "day|days"),
    (.part(3), "third|thirds"),
    (.part(4), "quarter|quarters|fourth|fourths"),
    (.part(5), "fifth|fifths"),
    (.part(6), "sixth|sixths"),
    (.part(8), "eighth|eighths"),
    (.part(10), "tenth|tenths"),
    (.fraction(1, 2), "half|a half|one half|half of"),
    (.quarter, "a quarter"),
    (.period(.year), "a year|per year|per annum|pa|annually|annual|yearly|each year|/ year|/ yr"),
    (.period(.quarter), "per quarter|quarterly|each quarter|/ quarter"),
    (.period(.month), "a month|per month|monthly|each month|/ month"),
  ]

  private static let englishQualifiers: [(AmountWord, String)] = [
    (
      .qualifier(.about, .plain),
      "about|around|approximately|approx|roughly|some|c|estimated|an estimated|in the region of|"
        + "or so|close to|on the order of"
    ),
    (
      .qualifier(.about, .slightlyBelow),
      "nearly|almost|just under|just below|a little under|slightly under|slightly less than|"
        + "a little less than|just shy of"
    ),
    (
      .qualifier(.about, .slightlyAbove),
      "just over|just above|a little over|slightly over|slightly above|slightly more than|"
        + "a little more than"
    ),
    (
      .qualifier(.upTo, .plain),
      "up to|as much as|at most|no more than|not more than|maximum|a maximum of|or less|or fewer|"
        + "not exceeding"
    ),
    (.qualifier(.upTo, .exclusive), "under|below|less than|fewer than"),
    (
      .qualifier(.atLeast, .plain),
      "at least|minimum|a minimum of|no less than|not less than|or more|and more|or above|plus"
    ),
    (
      .qualifier(.atLeast, .exclusive),
      "over|above|more than|greater than|in excess of|well in excess of|exceeding|well over|"
        + "well above|far above|upwards of|north of"
    ),
    (.opening, "between|from"),
    (.and, "and"),
    (.to, "to"),
    (.filler, "the|of|in|total|a total of|worth|worth of|reference rate|reference rates"),
  ]
}
