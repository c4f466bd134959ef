extension AmountLexicon {
  /// German: the long scale (`Milliarde` 10⁹, `Billion` 10¹², `Trillion` 10¹⁸).
  static let german = AmountLexicon(
    .german, decimalMark: ",", groupMark: ".", numbers: germanNumbers,
    table: germanScales + germanUnits + germanQualifiers)

  private static let germanNumbers: [String: ExactDecimal] = {
    let small =
      "null|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|"
      + "fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
    let tens = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
    var numbers = AmountNumbers.words(small: small, tens: tens) { ten, one in ["\(one)und\(ten)"] }
    for name in ["eins", "eine", "einen", "einem", "einer", "eines"] { numbers[name] = 1 }
    for (name, number) in numbers where name.hasSuffix("dreißig") {
      numbers[name.dropLast(7) + "dreissig"] = number
    }
    numbers.merge(
      AmountNumbers.hundreds(above: numbers, small: small) { one, rest in
        let before = one == "ein" ? ["", "ein"] : [one]
        return before.flatMap { ["\($0)hundert\(rest)", "\($0)hundertund\(rest)"] }
      }
    ) { known, _ in known }
    return AmountNumbers.withHalves(numbers, small: small) { one in ["\(one)einhalb"] }
  }()

  private static let germanScales: [(AmountWord, String)] = [
    (.number(AmountNumbers.half), "eine halbe|einer halben|ein halbes|halbe"),
    (.number(AmountNumbers.oneAndHalf), "anderthalb|eineinhalb"),
    (.scale(2, standsAlone: true), "hundert|einhundert"),
    (.scale(3, standsAlone: true), "tausend|eintausend"),
    (.scale(3, standsAlone: false), "tsd"),
    (.scale(6, standsAlone: false), "million|millionen|mio|mill"),
    (.scale(9, standsAlone: false), "milliarde|milliarden|mrd|mrden|mia"),
    (.scale(12, standsAlone: false), "billion|billionen|bio"),
    (.scale(15, standsAlone: false), "billiarde|billiarden"),
    (.scale(18, standsAlone: false), "trillion|trillionen"),
    (.scaleOfMoney(3, "EUR"), "teur|t €"),
    (
      .undisclosed,
      "nicht bekannt|nicht genannt|nicht offengelegt|nicht veröffentlicht|unbekannte summe|"
        + "ungenannte summe"
    ),
    (.vague, "mehrere|mehreren|einige|viele|ein paar|dutzende|hunderte|tausende"),
  ]

  private static let germanUnits: [(AmountWord, String)] = [
    (.currency("USD"), "dollar|dollars|us dollar|us dollars|amerikanische dollar"),
    (.currency("EUR"), "euro|euros"),
    (.currency("SEK"), "schwedische kronen|schwedischen kronen"),
    (.currency("NOK"), "norwegische kronen|norwegischen kronen"),
    (.currency("DKK"), "dänische kronen|dänischen kronen"),
    (.currency("GBP"), "pfund|britische pfund|pfund sterling"),
    (.currency("JPY"), "yen|japanische yen"),
    (.currency("CNY"), "yuan|renminbi"),
    (.currency("CHF"), "franken|schweizer franken"),
    (.currency("CAD"), "kanadische dollar|kanadischen dollar"),
    (.currency("AUD"), "australische dollar|australischen dollar"),
    (.currency("KRW"), "won"),
    (.unit(.percent), "prozent"),
    (.unit(.percentagePoint), "prozentpunkt|prozentpunkte|prozentpunkten"),
    (.unit(.basisPoint), "basispunkt|basispunkte|basispunkten"),
    (.unit(.year), "jahr|jahre|jahren"),
    (.unit(.month), "monat|monate|monaten"),
    (.unit(.day), "tag|tage|tagen"),
    (.part(3), "drittel"),
    (.part(4), "viertel"),
    (.part(5), "fünftel"),
    (.part(6), "sechstel"),
    (.part(8), "achtel"),
    (.part(10), "zehntel"),
    (.fraction(1, 2), "hälfte|die hälfte"),
    (.period(.year), "pro jahr|im jahr|je jahr|jährlich|per annum|pa|/ jahr"),
    (.period(.quarter), "pro quartal|im quartal|je quartal|vierteljährlich|/ quartal"),
    (.period(.month), "pro monat|im monat|je monat|monatlich|/ monat"),
  ]

  private static let germanQualifiers: [(AmountWord, String)] = [
    (
      .qualifier(.about, .plain),
      "rund|rd|etwa|ungefähr|zirka|schätzungsweise|geschätzt|geschätzte|geschätzten|um die"
    ),
    (.qualifier(.about, .slightlyBelow), "knapp|fast|nahezu|beinahe|annähernd|etwas weniger als"),
    (.qualifier(.about, .slightlyAbove), "gut|etwas mehr als|etwas über|leicht über"),
    (.qualifier(.upTo, .plain), "bis zu|maximal|höchstens|oder weniger"),
    (.qualifier(.upTo, .exclusive), "unter|weniger als"),
    (.qualifier(.atLeast, .plain), "mindestens|wenigstens|zumindest|oder mehr|und mehr"),
    (
      .qualifier(.atLeast, .exclusive),
      "über|mehr als|weit über|deutlich über|deutlich mehr als|oberhalb von"
    ),
    (.opening, "zwischen|von"),
    (.and, "und"),
    (.to, "bis"),
    (.filler, "die|der|den|das|insgesamt|in höhe von|referenzzins|referenzzinsen"),
  ]
}
