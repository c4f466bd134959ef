import Finance
import Testing

@Suite struct AmountTextTests {
  /// Language, text, expected reading or `error`. The figures of the founding article are among
  /// them.
  static let swedish = [
    ("23,25 miljarder dollar", "23,250,000,000 USD"),
    ("14,75 miljarder dollar", "14,750,000,000 USD"),
    ("De 38 miljarderna dollar", "38,000,000,000 USD"),
    ("1,5 biljoner", "1,500,000,000,000"),
    ("1,4 biljoner dollar", "1,400,000,000,000 USD"),
    ("en biljon", "1,000,000,000,000"),
    ("en biljon amerikanska dollar", "1,000,000,000,000 USD"),
    ("uppskattningsvis 1,5 biljoner dollar", "about 1,500,000,000,000 USD"),
    ("uppskattningsvis 500 miljarder amerikanska dollar", "about 500,000,000,000 USD"),
    ("75 miljarder", "75,000,000,000"),
    ("tio", "10"),
    ("fem miljarder dollar", "5,000,000,000 USD"),
    ("ungefär tio miljarder amerikanska dollar", "about 10,000,000,000 USD"),
    ("mellan 27 och 29 miljarder", "27,000,000,000 to 29,000,000,000"),
    ("mellan 27 och 29 miljarder amerikanska dollar", "27,000,000,000 to 29,000,000,000 USD"),
    ("mellan 70 och 72 miljarder dollar", "70,000,000,000 to 72,000,000,000 USD"),
    ("mellan 70 och 72", "70 to 72"),
    (
      "ungefär 18 till 20 miljarder dollar",
      "18,000,000,000 to 20,000,000,000 USD, both ends only near"
    ),
    ("upp till 100 miljarder dollar", "up to 100,000,000,000 USD"),
    ("så mycket som 13,5 procent", "up to 13.5 percent"),
    ("upp till 24 procent", "up to 24 percent"),
    ("över 130 miljarder", "at least 130,000,000,000, the figure itself not meant"),
    (
      "långt över 130 miljarder dollar", "at least 130,000,000,000 USD, the figure itself not meant"
    ),
    ("hundra miljarder dollar eller mer", "at least 100,000,000,000 USD"),
    ("cirka 4 biljoner euro", "about 4,000,000,000,000 EUR"),
    ("runt 30 procent", "about 30 percent"),
    ("nästan 39 procent", "about 39 percent, rather less"),
    ("drygt 21 miljarder dollar", "about 21,000,000,000 USD, rather more"),
    ("14 procent", "14 percent"),
    ("60 till 70 procent", "60 to 70 percent"),
    ("15–20 procent", "15 to 20 percent"),
    ("mellan 35 och 37 procent", "35 to 37 percent"),
    ("sju procent", "7 percent"),
    ("två tredjedelar", "2/3"),
    ("ungefär en tredjedel", "about 1/3"),
    ("knappt tre fjärdedelar", "about 3/4, rather less"),
    ("mer än hälften", "at least 1/2, the figure itself not meant"),
    ("cirka 2,5 procentenheter över", "about 2.5 percentage points"),
    ("cirka 2,5 procentenheter över referensräntorna", "about 2.5 percentage points"),
    ("fyra år", "4 years"),
    ("fem till fyrtio år", "5 to 40 years"),
    ("tre till fyra år", "3 to 4 years"),
    ("3,8 gigawatt", "3.8 gigawatts"),
    ("en gigawatt", "1 gigawatt"),
    ("34,9 miljarder dollar per kvartal", "34,900,000,000 USD a quarter"),
    ("125 miljarder dollar per år", "125,000,000,000 USD a year"),
    ("ca 35 mdr", "about 35,000,000,000"),
    ("1 250 000,50 kr", "1,250,000.5 SEK"),
    ("1\u{A0}250\u{A0}000,50 kronor", "1,250,000.5 SEK"),
    ("350 MUSD", "350,000,000 USD"),
    ("12,5 mkr", "12,500,000 SEK"),
    ("tjugofem", "25"),
    ("femhundra miljoner euro", "500,000,000 EUR"),
    ("tusen miljarder kronor", "1,000,000,000,000 SEK"),
    ("en halv biljon dollar", "500,000,000,000 USD"),
    ("−5 procent", "-5 percent"),
    ("23.25 miljarder dollar", "23,250,000,000 USD"),
    ("1.234 miljarder dollar", "error"),
    ("flera miljarder dollar", "error"),
    ("miljarder dollar", "error"),
    ("1,5 billioner", "error"),
    ("27 29 miljarder", "error"),
    ("mellan 29 och 27 miljarder", "error"),
    ("mellan 27 miljarder", "error"),
    ("mellan 900 och 1 miljard", "error"),
    ("minst upp till 5 miljarder", "error"),
    ("5 miljarder dollar euro", "error"),
    ("5 procent dollar", "error"),
    ("$30bn", "error"),
    ("12,34,5 miljarder", "error"),
    ("", "error"),
  ]

  @Test(arguments: swedish)
  func `Swedish amounts are read as the article means them`(text: String, expected: String) {
    #expect(Self.read(text, .swedish) == expected)
  }

  static let english = [
    ("USD 4,000,000,000", "4,000,000,000 USD"),
    ("€1.2bn", "1,200,000,000 EUR"),
    ("$30bn", "30,000,000,000 USD"),
    ("1.4tn", "1,400,000,000,000"),
    ("1.5 billion", "1,500,000,000"),
    ("1.5tn", "1,500,000,000,000"),
    ("US$38 billion", "38,000,000,000 USD"),
    ("$38-billion", "38,000,000,000 USD"),
    ("U.S. dollars 5 million", "5,000,000 USD"),
    ("between 27 and 29 billion dollars", "27,000,000,000 to 29,000,000,000 USD"),
    ("$27bn to $29bn", "27,000,000,000 to 29,000,000,000 USD"),
    ("$27–29bn", "27,000,000,000 to 29,000,000,000 USD"),
    ("$900m-$1.2bn", "900,000,000 to 1,200,000,000 USD"),
    ("from 3 to 4 years", "3 to 4 years"),
    ("up to $100 billion", "up to 100,000,000,000 USD"),
    ("more than $2bn", "at least 2,000,000,000 USD, the figure itself not meant"),
    ("$2bn or more", "at least 2,000,000,000 USD"),
    ("$30bn+", "at least 30,000,000,000 USD"),
    ("roughly $13 billion", "about 13,000,000,000 USD"),
    ("an estimated $5bn", "about 5,000,000,000 USD"),
    ("just under three quarters", "about 3/4, rather less"),
    ("two-thirds", "2/3"),
    ("a third", "1/3"),
    ("half a trillion dollars", "500,000,000,000 USD"),
    ("twenty-five basis points", "25 basis points"),
    ("250bps", "250 basis points"),
    ("20 GW", "20 gigawatts"),
    ("$25bn a year", "25,000,000,000 USD a year"),
    ("$34.9bn a quarter", "34,900,000,000 USD a quarter"),
    ("up to about $90bn", "up to 90,000,000,000 USD, itself only near"),
    ("EUR6.5bn", "6,500,000,000 EUR"),
    ("GBP 600m", "600,000,000 GBP"),
    ("1,234", "1,234"),
    ("1.234", "1.234"),
    ("4.200%", "4.2 percent"),
    ("one hundred billion yen", "100,000,000,000 JPY"),
    ("400T", "400,000,000,000,000"),
    ("several billion dollars", "error"),
    ("¥300bn", "error"),
    ("$5bn €3bn", "error"),
    ("5 biljoner", "error"),
    ("$5bn from Nvidia", "error"), ("a", "error"), ("a 5", "error"), ("an", "error"),
    ("a 364-day loan", "error"), ("364-day", "364 days"), ("a billion", "1,000,000,000"),
    ("$30 billion-plus", "at least 30,000,000,000 USD"), ("$1,25bn", "1,250,000,000 USD"),
  ]

  @Test(arguments: english)
  func `English amounts are read on the short scale`(text: String, expected: String) {
    #expect(Self.read(text, .english) == expected)
  }

  static let german = [
    ("1,5 Billionen", "1,500,000,000,000"),
    ("1,5 Mrd.", "1,500,000,000"),
    ("1,5 Mrd. US-Dollar", "1,500,000,000 USD"),
    ("rund 30 Milliarden Dollar", "about 30,000,000,000 USD"),
    ("zwischen 27 und 29 Milliarden Euro", "27,000,000,000 to 29,000,000,000 EUR"),
    ("bis zu 100 Mrd. Euro", "up to 100,000,000,000 EUR"),
    ("über 130 Milliarden", "at least 130,000,000,000, the figure itself not meant"),
    ("knapp drei Viertel", "about 3/4, rather less"),
    ("gut 21 Mio. Euro", "about 21,000,000 EUR, rather more"),
    ("1.234", "1,234"),
    ("1,234", "1.234"),
    ("1.250.000,50 Euro", "1,250,000.5 EUR"),
    ("eine Billion Dollar", "1,000,000,000,000 USD"),
    ("fünfundzwanzig Prozent", "25 percent"),
    ("anderthalb Billionen Euro", "1,500,000,000,000 EUR"),
    ("2,5 Prozentpunkte", "2.5 percentage points"),
    ("mehrere Milliarden", "error"),
  ]

  @Test(arguments: german)
  func `German amounts are read on the long scale`(text: String, expected: String) {
    #expect(Self.read(text, .german) == expected)
  }

  static let unknown = [
    ("23,25 miljarder dollar", "23,250,000,000 USD"),
    ("USD 4,000,000,000", "4,000,000,000 USD"),
    ("$30bn", "30,000,000,000 USD"),
    ("100 million euro", "100,000,000 EUR"),
    ("1,5 Mrd.", "1,500,000,000"),
    ("1.5", "1.5"),
    ("0,125", "0.125"),
    ("1.234.567,89", "1,234,567.89"),
    ("24 %", "24 percent"),
    ("1.234", "error"),
    ("1,234", "error"),
    ("1.5 billion", "error"),
    ("2 trillion", "error"),
    ("100 kr", "error"),
    ("hello", "error"),
  ]

  @Test(arguments: unknown)
  func `without a language only what all understand alike is read`(text: String, expected: String) {
    #expect(Self.read(text, nil) == expected)
  }

  @Test(arguments: ["1.234", "1,234"])
  func `an ambiguous amount is refused with its readings`(text: String) {
    let error = #expect(throws: ReadingError.self) { try AmountText.read(text) }
    #expect(error?.readings.count == 2)
    #expect(error?.description.contains("1,234 (") == true)
    #expect(error?.description.contains("1.234 (") == true)
  }

  @Test func `a word of another language says which`() {
    let error = #expect(throws: ReadingError.self) {
      try AmountText.read("$30bn", language: .swedish)
    }
    #expect(
      error?.description == "“$30bn” cannot be read: “bn” is no word of Swedish amounts; "
        + "in English it is 30,000,000,000 USD")
  }

  @Test func `billion without a language names both scales`() {
    let error = #expect(throws: ReadingError.self) { try AmountText.read("1.5 billion") }
    #expect(
      error?.description
        == "“1.5 billion” is ambiguous without its language: 1,500,000,000 (English), or "
        + "1,500,000,000,000 (German)")
  }

  @Test func `a fraction keeps its numerator and denominator`() throws {
    let reading = try AmountText.read("två tredjedelar", language: .swedish)
    #expect(reading.unit == .fraction)
    #expect(reading.value == ExactDecimal(2))
    #expect(reading.denominator == 3)
  }

  @Test func `a reading becomes an amount of minor units`() throws {
    let text = "mellan 27 och 29 miljarder"
    let range = try AmountText.read(text, language: .swedish).amount(in: .usd, measure: .priced)
    #expect(range.minor == nil)
    #expect(range.lowMinor == 2_700_000_000_000)
    #expect(range.highMinor == 2_900_000_000_000)
    #expect(range.measure == .priced)
    #expect(throws: AmountError.currencyMissing) {
      try AmountText.read(text, language: .swedish).amount()
    }
    #expect(throws: AmountError.notMoney(.percent)) {
      try AmountText.read("24 %").amount(in: .usd)
    }
    #expect(throws: AmountError.currencyContradicted("EUR")) {
      try AmountText.read("€5").amount(in: .usd)
    }
  }

  @Test(arguments: UInt64(0)..<32)
  func `any words give a reading or an error`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "mellan", "och", "27", "1.234", "1,5", "miljarder", "$", "€", "bn", "–", "-", "över", "%",
      "till", "två", "tredjedelar", "hundra", "Mrd.", "or more", "a", "quarter", "1 000", "+", "kr",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 0...6, using: &generator)
      let words = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }
      for language in [nil, TextLanguage.swedish, .english, .german] {
        guard
          let reading = try? AmountText.read(words.joined(separator: " "), language: language)
        else { continue }
        #expect((reading.value == nil) == (reading.qualifier == .range))
        #expect(reading.denominator > 0)
      }
    }
  }

  private static func read(_ text: String, _ language: TextLanguage?) -> String {
    (try? AmountText.read(text, language: language))?.description ?? "error"
  }
}
