extension AmountLexicon {
  /// Swedish: the long scale (`miljard` 10⁹, `biljon` 10¹², `triljon` 10¹⁸).
  static let swedish = AmountLexicon(
    .swedish, decimalMark: ",", groupMark: nil, numbers: swedishNumbers,
    table: swedishScales + swedishUnits + swedishQualifiers)

  private static let swedishNumbers: [String: ExactDecimal] = {
    let small =
      "noll|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|"
      + "sjutton|arton|nitton"
    let tens = "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio"
    var numbers = AmountNumbers.words(small: small, tens: tens) { ten, one in [ten + one] }
    for (index, name) in AmountNumbers.list(tens).enumerated() {
      numbers[name + "ett"] = (index + 2) * 10 + 1
    }
    numbers["ett"] = 1
    numbers.merge(
      AmountNumbers.hundreds(above: numbers, small: small + "|ett") { one, rest in
        let isOne = one == "en" || one == "ett"
        return isOne ? ["hundra" + rest, "etthundra" + rest] : [one + "hundra" + rest]
      }
    ) { known, _ in known }
    return AmountNumbers.withHalves(numbers, small: small) { one in
      ["\(one) och en halv", "\(one) och ett halvt"]
    }
  }()

  private static let swedishScales: [(AmountWord, String)] = [
    (.number(AmountNumbers.half), "en halv|ett halvt|halv|halva"),
    (.number(AmountNumbers.oneAndHalf), "en och en halv|ett och ett halvt|en o en halv"),
    (.scale(2, standsAlone: true), "hundra|etthundra"),
    (.scale(3, standsAlone: true), "tusen|ettusen"),
    (.scale(6, standsAlone: false), "miljon|miljoner|miljonerna|milj|mn"),
    (.scale(9, standsAlone: false), "miljard|miljarder|miljarderna|mdr|md|mrd"),
    (.scale(12, standsAlone: false), "biljon|biljoner|biljonerna"),
    (.scale(15, standsAlone: false), "biljard|biljarder|biljarderna"),
    (.scale(18, standsAlone: false), "triljon|triljoner|triljonerna"),
    (.scaleOfMoney(3, "SEK"), "tkr|kkr|tsek|ksek"),
    (.scaleOfMoney(6, "SEK"), "mkr|mnkr"),
    (.scaleOfMoney(9, "SEK"), "mdkr|mdrkr|mdsek"),
    (.scaleOfMoney(9, "USD"), "mdusd|mdrusd"),
    (.scaleOfMoney(9, "EUR"), "mdeur|mdreur"),
    (.vague, "flera|några|många|ett par|åtskilliga|tiotals|hundratals|tusentals"),
    (
      .undisclosed,
      "ej offentliggjort|inte offentliggjort|ej uppgivet|ej angivet|okänt belopp|hemligt belopp"
    ),
  ]

  private static let swedishUnits: [(AmountWord, String)] = [
    (.currency("USD"), "dollar|dollarn|amerikanska dollar|us dollar|usa dollar"),
    (.currency("EUR"), "euro|euron"),
    (.currency("SEK"), "kronor|krona|kr|svenska kronor"),
    (.currency("NOK"), "norska kronor"),
    (.currency("DKK"), "danska kronor"),
    (.currency("GBP"), "pund|brittiska pund|engelska pund"),
    (.currency("JPY"), "yen|japanska yen"),
    (.currency("CNY"), "yuan|kinesiska yuan|renminbi"),
    (.currency("CHF"), "schweizerfranc|schweiziska franc"),
    (.currency("CAD"), "kanadensiska dollar"),
    (.currency("AUD"), "australiska dollar|australiensiska dollar"),
    (.currency("KRW"), "won|sydkoreanska won"),
    (.currency("SAR"), "saudiska riyal"),
    (.unit(.percent), "procent|procents|pct"),
    (.unit(.percentagePoint), "procentenhet|procentenheter|procentenheters"),
    (.unit(.basisPoint), "baspunkt|baspunkter|räntepunkt|räntepunkter|punkter"),
    (.unit(.year), "år|års|åren"),
    (.unit(.month), "månad|månader|månaders|månaderna"),
    (.unit(.day), "dag|dagar|dagars"),
    (.part(3), "tredjedel|tredjedelar"),
    (.part(4), "fjärdedel|fjärdedelar"),
    (.part(5), "femtedel|femtedelar"),
    (.part(6), "sjättedel|sjättedelar"),
    (.part(8), "åttondel|åttondelar"),
    (.part(10), "tiondel|tiondelar"),
    (.fraction(1, 2), "hälften|hälft"),
    (.period(.year), "per år|om året|årligen|i året|/ år"),
    (.period(.quarter), "per kvartal|i kvartalet|om kvartalet|kvartalsvis|/ kvartal"),
    (.period(.month), "per månad|i månaden|om månaden|/ månad"),
  ]

  private static let swedishQualifiers: [(AmountWord, String)] = [
    (
      .qualifier(.about, .plain),
      "cirka|c : a|ungefär|omkring|runt|kring|uppskattningsvis|i storleksordningen|nära"
    ),
    (
      .qualifier(.about, .slightlyBelow),
      "knappt|knappa|nästan|närmare|inemot|bortåt|strax under|inte fullt"
    ),
    (.qualifier(.about, .slightlyAbove), "drygt|dryga|strax över|lite över|något över|lite mer än"),
    (
      .qualifier(.upTo, .plain),
      "upp till|upp emot|uppemot|upp mot|så mycket som|högst|maximalt|som mest|som högst|"
        + "eller mindre"
    ),
    (.qualifier(.upTo, .exclusive), "under|mindre än|lägre än|färre än"),
    (.qualifier(.atLeast, .plain), "minst|åtminstone|som minst|eller mer|och mer|och uppåt"),
    (
      .qualifier(.atLeast, .exclusive),
      "över|långt över|väl över|mer än|fler än|högre än|större än|betydligt mer än"
    ),
    (.opening, "mellan|från"),
    (.and, "och"),
    (.to, "till"),
    (.filler, "de|den|det|på|om|totalt|sammanlagt|värt|värda|värd|referensräntan|referensräntorna"),
  ]
}
