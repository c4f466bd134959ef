import Finance
import Testing

/// The spellings of amounts beyond those of `AmountTextTests`, each with its reading.
@Suite struct AmountSpellingTests {
  private static let golden = SpellingTable(
    #"""
    [sv] 23,25 miljarder => 23,250,000,000
    [sv] 1,5 biljoner => 1,500,000,000,000
    [sv] en biljon => 1,000,000,000,000
    [sv] 75 miljarder => 75,000,000,000
    [sv] mellan 27 och 29 miljarder => 27,000,000,000 to 29,000,000,000
    [sv] mellan 70 och 72 => 70 to 72
    [sv] upp till 100 miljarder => up to 100,000,000,000
    [sv] över 130 => at least 130, the figure itself not meant
    [sv] cirka 2,5 procentenheter över => about 2.5 percentage points
    [de] 1,5 Billionen => 1,500,000,000,000
    [de] 1,5 Mrd. => 1,500,000,000
    [en] 1.5 billion => 1,500,000,000
    [en] 1.5tn => 1,500,000,000,000
    23,25 miljarder dollar => 23,250,000,000 USD
    USD 4,000,000,000 => 4,000,000,000 USD
    €1.2bn => 1,200,000,000 EUR
    1,4 biljoner => 1,400,000,000,000
    [sv] ca 35 mdr => about 35,000,000,000
    """#)

  @Test(arguments: golden.rows)
  func `the golden vectors of the field`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static let spellings = SpellingTable(
    #"""
    USD 3,000m => 3,000,000,000 USD
    ~USD 125bn => about 125,000,000,000 USD
    >= USD 6.3bn => at least 6,300,000,000 USD
    > USD 3bn => at least 3,000,000,000 USD, the figure itself not meant
    < $5bn => up to 5,000,000,000 USD, the figure itself not meant
    USD 350.0m => 350,000,000 USD
    US$ 14.2bn => 14,200,000,000 USD
    5 bn usd => 5,000,000,000 USD
    c.$5bn => about 5,000,000,000 USD
    $25bn/yr => 25,000,000,000 USD a year
    [en] $5+ billion => at least 5,000,000,000 USD
    [en] at least $25 billion => at least 25,000,000,000 USD
    [en] in excess of $5 billion => at least 5,000,000,000 USD, the figure itself not meant
    [en] not exceeding $5 billion => up to 5,000,000,000 USD
    [en] $1.5 billion to $2 billion => 1,500,000,000 to 2,000,000,000 USD
    [en] two and a half billion dollars => 2,500,000,000 USD
    [en] two hundred and fifty million dollars => 250,000,000 USD
    [en] a hundred and fifty million dollars => 150,000,000 USD
    [en] one hundred fifty million => 150,000,000
    [en] half a billion => 500,000,000
    350 M€ => 350,000,000 EUR
    350 USDm => 350,000,000 USD
    EUR 1.25bn => 1,250,000,000 EUR
    [sv] 350 MUSD => 350,000,000 USD
    [sv] 2 300 Mkr => 2,300,000,000 SEK
    [sv] 12,5 mdkr => 12,500,000,000 SEK
    [sv] dryga 20 miljarder kronor => about 20,000,000,000 SEK, rather more
    [sv] uppemot 100 miljarder kronor => up to 100,000,000,000 SEK
    [sv] c:a 35 mdr => about 35,000,000,000
    [sv] fem och en halv miljarder kronor => 5,500,000,000 SEK
    [sv] tvåhundrafemtio miljoner kronor => 250,000,000 SEK
    [sv] tjugoett miljarder => 21,000,000,000
    [de] ca. 5 Mrd. € => about 5,000,000,000 EUR
    [de] rd. 500 Mio. € => about 500,000,000 EUR
    [de] 250 TEUR => 250,000 EUR
    [de] zweieinhalb Milliarden Euro => 2,500,000,000 EUR
    [de] zweihundertfünfzig Millionen Euro => 250,000,000 EUR
    [de] 27 bis 29 Mrd. Euro => 27,000,000,000 to 29,000,000,000 EUR
    # no figure is disclosed
    undisclosed => undisclosed
    [en] an undisclosed amount => undisclosed
    [sv] ej offentliggjort => undisclosed
    [de] nicht bekannt => undisclosed
    # what is ambiguous or none
    1.5 billion => refused: is ambiguous without its language: 1,500,000,000 (English), or
        1,500,000,000,000 (German)
    $5+ billion => refused: is ambiguous without its language: at least 5,000,000,000 USD
        (English), or at least 5,000,000,000,000 USD (German)
    1.234 => refused: is ambiguous without its language: 1.234 (Swedish, English), or 1,234
        (Swedish, German)
    [sv] 1.234 miljarder => refused: is ambiguous in Swedish: 1,234,000,000, or 1,234,000,000,000
    ¥300bn => refused: names a currency that may be: JPY, or CNY
    100 kr => refused: names a currency that may be: SEK, or NOK, or DKK
    +USD 3.0bn => refused: has “+” before the figure, which says by how much something grows
    $5bn or $6bn => refused: is no amount in Swedish, English or German
    $5bn, undisclosed => refused: is no amount in Swedish, English or German
    [en] tens of billions of dollars => refused: names no figure
    [en] half billion => refused: has “billion” in the wrong place
    [en] 5 dollars and 3 euros => refused: has “and” in the wrong place
    [en] between one hundred and two hundred million dollars => refused: begins a range and has
        one figure
    USDm 350 => refused: has no number before “USDm”
    (1,234) => refused: is no amount in Swedish, English or German
    $1.2 billion (€1.1 billion) => refused: is no amount in Swedish, English or German
    n/a => refused: is no amount in Swedish, English or German
    """#)

  @Test(arguments: spellings.rows)
  func `amounts as filings and news write them`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static func read(_ row: SpellingTable.Row) -> String {
    SpellingTable.reading(row.text) { () throws(ReadingError) in
      try AmountText.read(row.text, language: row.language).description
    }
  }

  @Test func `an undisclosed amount needs no currency and keeps the one it names`() throws {
    #expect(try AmountText.read("undisclosed").amount() == .undisclosed())
    #expect(try AmountText.read("undisclosed").amount(in: .usd).currency == .usd)
    #expect(try AmountText.read("USD undisclosed").amount().currency == .usd)
    #expect(throws: AmountError.currencyContradicted("USD")) {
      try AmountText.read("USD undisclosed").amount(in: .eur)
    }
  }
}
