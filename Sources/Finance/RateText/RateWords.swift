/// The words of rates in English, Swedish and German. No phrase means two things in two languages.
enum RateWords {
  /// The most words that a phrase has.
  static let longestPhrase = 4

  /// What a phrase in small letters means; `nil` when it is none of rates.
  static func word(for phrase: String) -> RateWord? {
    words[phrase] ?? RateBenchmark.named(phrase).map(RateWord.benchmark)
  }

  private static let words: [String: RateWord] = {
    var words: [String: RateWord] = [:]
    for (word, row) in figures + joints + payments {
      for phrase in row.split(separator: "|") { words[String(phrase)] = word }
    }
    return words
  }()

  private static let figures: [(RateWord, String)] = [
    (.unit(.percent), "%|percent|per cent|pct|procent|prozent"),
    (
      .unit(.percentagePoint),
      "pp|ppt|ppts|percentage point|percentage points|procentenhet|procentenheter|prozentpunkt|"
        + "prozentpunkte|prozentpunkten"
    ),
    (
      .unit(.basisPoint),
      "bp|bps|basis point|basis points|baspunkt|baspunkter|räntepunkt|räntepunkter|basispunkt|"
        + "basispunkte|basispunkten"
    ),
    (.term(1), "m|mo|month|months|mån|månad|månader|månaders|monat|monate|monats"),
    (.term(12), "y|yr|year|years|år|års|årig|åriga|jahr|jahre|jahres|jährige"),
    (.form(.term), "term|forward looking"),
    (.form(.compounded), "compounded|daily compounded|kapitaliserad"),
    (.form(.dailySimple), "daily simple|simple"),
    (.fraction(1, 2), "½"), (.fraction(1, 4), "¼"), (.fraction(3, 4), "¾"),
    (.fraction(1, 8), "⅛"), (.fraction(3, 8), "⅜"), (.fraction(5, 8), "⅝"),
    (.fraction(7, 8), "⅞"),
    (.flat, "flat"),
    (
      .zero,
      "zero coupon|nollkupong|nullkupon|non interest bearing|interest free|räntefri|räntefritt|"
        + "zinslos"
    ),
  ]

  private static let joints: [(RateWord, String)] = [
    (.plus, "+|plus"),
    (.over, "over|above|över|über|more than|mer än|mehr als"),
    (.under, "under|below|minus|unter|less than|mindre än|weniger als"),
    (.dash, "-|–|—|−"),
    (.to, "to|till|bis"),
    (.and, "and|och|und"),
    (.opening, "between|mellan|zwischen"),
    (.stroke, "/|⁄"),
    (
      .qualifier(.about),
      "~|≈|about|around|approximately|approx|roughly|c|ca|circa|area|cirka|ungefär|omkring|runt|"
        + "rund|etwa"
    ),
    (.qualifier(.upTo), "up to|at most|as much as|maximum|max|≤|upp till|högst|bis zu|höchstens"),
    (.qualifier(.atLeast), "at least|minimum|min|≥|minst|mindestens"),
    (
      .filler,
      "a|an|the|of|with|at|in|on|subject to|per annum|pa|a year|per year|om året|per år|i|på|"
        + "pro jahr|fixed|fast|fester|feste|floating|rörlig|variabel|coupon|coupons|kupong|kupon|"
        + "interest|interest rate|rate|ränta|räntan|zins|zinsen|margin|margin of|marginal|marge|"
        + "spread|spread of|med|en|ett|mit|einer|einem|den|det|der|die|das|dem|des|no floor|"
        + "utan golv|,|;|:|(|)|[|]"
    ),
  ]

  private static let payments: [(RateWord, String)] = [
    (.floor, "floor|floor of|floor at|floored at|golv|golv på|untergrenze"),
    (.inKind, "pik|paid in kind|payment in kind|in kind|payable in kind"),
    (.toggle, "pik toggle|toggle|cash or pik|pik or cash"),
    (.cash, "cash|in cash|kontant|kontanter"),
  ]
}
