import Finance
import Testing

/// The spellings of rates, each with its reading.
@Suite struct RateTextTests {
  private static let fixed = SpellingTable(
    #"""
    9-10% => fixed, 9 to 10 percent a year
    10 7/8% => fixed, 10.875 percent a year
    10-7/8% => fixed, 10.875 percent a year
    10⅞% => fixed, 10.875 percent a year
    9 7/8-10% => fixed, 9.875 to 10 percent a year
    5/8% => fixed, 0.625 percent a year
    4.200% => fixed, 4.2 percent a year
    9.250% => fixed, 9.25 percent a year
    9,250% => fixed, 9.25 percent a year
    6.58 % => fixed, 6.58 percent a year
    [sv] 6,58 procent => fixed, 6.58 percent a year
    [de] 4,25 Prozent => fixed, 4.25 percent a year
    12.5 percent => fixed, 12.5 percent a year
    0% => no interest
    zero coupon => no interest
    7.5% coupon => fixed, 7.5 percent a year
    Fixed ~5.9% => fixed, about 5.9 percent a year
    up to 12.5% => fixed, up to 12.5 percent a year
    at least 9% => fixed, at least 9 percent a year
    over 9% => fixed, at least 9 percent a year
    7.25% to 7.50% => fixed, 7.25 to 7.5 percent a year
    between 9 and 10 percent => fixed, 9 to 10 percent a year
    [sv] mellan 9 och 10 procent => fixed, 9 to 10 percent a year
    9% a year => fixed, 9 percent a year
    5.5% p.a. => fixed, 5.5 percent a year
    5% area => fixed, about 5 percent a year
    -0.5% => fixed, -0.5 percent a year
    12% PIK => fixed, 12 percent a year, paid in kind
    12% PIK toggle => fixed, 12 percent a year, paid in kind or in money as the borrower chooses
    8% cash + 4% PIK => fixed, 8 percent a year, 4 percent a year more in kind
    8% cash/4% PIK => fixed, 8 percent a year, 4 percent a year more in kind
    4% PIK and 8% cash => fixed, 8 percent a year, 4 percent a year more in kind
    # what is none
    9 => refused: names no unit, and may be: 9 percent a year, or 9 basis points over a benchmark
        not named
    7-8 => refused: names no unit, and may be: 7 to 8 percent a year, or 7 to 8 basis points over
        a benchmark not named
    10 7/8 => refused: names no unit, and may be: 10.875 percent a year, or 10.875 basis points
        over a benchmark not named
    10% to 9% => refused: is a range from the higher to the lower
    10 1/3% => refused: has a fraction that is none of halves, eighths or their like
    9/8% => refused: has a fraction that is none of halves, eighths or their like
    9.5 1/2% => refused: has decimals and a fraction
    0-1/2% => refused: is ambiguous: 0.5, or 0 to 0.5
    9%% => refused: has a word in the wrong place
    1000% => refused: has “1000”, which is no figure of a rate
    9.5% yield => refused: has “yield”, which is no word of rates
    low 5% => refused: has “low”, which is no word of rates
    mid-5% => refused: has “mid”, which is no word of rates
    9 or 10% => refused: has “or”, which is no word of rates
    5% + 3% + 2% => refused: has more figures than a rate, its part in kind and its floor
    8%, 1% floor => refused: has a floor and no benchmark that it holds up
    zero coupon 5% => refused: says zero and a figure
    percent => refused: has a word in the wrong place
    """#)

  @Test(arguments: fixed.rows)
  func `rates of percent a year`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static let floating = SpellingTable(
    #"""
    SOFR + 225 bp => 225 basis points over SOFR
    SOFR+225bps => 225 basis points over SOFR
    S+225 => 225 basis points over SOFR
    T+140 => 140 basis points over Treasuries
    T+5 => 5 basis points over Treasuries
    MS+95 => 95 basis points over mid swaps
    E+575 => 575 basis points over EURIBOR
    L+350 => 350 basis points over LIBOR
    G+120 => 120 basis points over gilts
    UST+140 => 140 basis points over Treasuries
    SOFR + 225 => 225 basis points over SOFR
    SOFR+700 => 700 basis points over SOFR
    SOFR+2.25% => 225 basis points over SOFR
    Euribor+1.75% => 175 basis points over EURIBOR
    Euribor + 1,75 % => 175 basis points over EURIBOR
    SOFR+2.5pp => 250 basis points over SOFR
    SOFR plus 2.25% => 225 basis points over SOFR
    SOFR plus 2.25% with a 0.50% floor => 225 basis points over SOFR, floor 0.5 percent
    SOFR + 450, 0.50% SOFR floor => 450 basis points over SOFR, floor 0.5 percent
    Term SOFR + 450bps (1% floor) => 450 basis points over term SOFR, floor 1 percent
    SOFR+475bp, floor of 2.5% => 475 basis points over SOFR, floor 2.5 percent
    SOFR + 600 (50bp floor) => 600 basis points over SOFR, floor 0.5 percent
    SOFR+6.00-6.50% => 600 to 650 basis points over SOFR
    SOFR+225-250bp => 225 to 250 basis points over SOFR
    SOFR + 10 1/2% => 1,050 basis points over SOFR
    compounded SOFR + 0.76% => 76 basis points over compounded SOFR
    daily simple SOFR + 1.10% => 110 basis points over daily simple SOFR
    3M EURIBOR + 175bps => 175 basis points over 3-month EURIBOR
    3-month Euribor + 1.2% => 120 basis points over 3-month EURIBOR
    Euribor 3M + 175 => 175 basis points over 3-month EURIBOR
    [sv] 3m Stibor + 1,25 procentenheter => 125 basis points over 3-month STIBOR
    [sv] cirka 2,5 procentenheter över referensräntan => about 250 basis points over a reference
        rate not named
    [de] 175 Basispunkte über Euribor => 175 basis points over EURIBOR
    [de] 1,75 % über dem 3-Monats-Euribor => 175 basis points over 3-month EURIBOR
    225bp over Treasuries => 225 basis points over Treasuries
    ~225bp over Treasuries => about 225 basis points over Treasuries
    140 over Treasuries => 140 basis points over Treasuries
    225 basis points above the 10-year Treasury => 225 basis points over 10-year Treasuries
    2.25% per annum over SOFR => 225 basis points over SOFR
    a margin of 2.25% over SOFR => 225 basis points over SOFR
    T+~225 => about 225 basis points over Treasuries
    T+140bp area => about 140 basis points over Treasuries
    up to 650bp over SOFR => up to 650 basis points over SOFR
    SONIA + 110 bps => 110 basis points over SONIA
    €STR + 85 bp => 85 basis points over €STR
    TONA + 0.5% => 50 basis points over TONA
    prime + 1% => 100 basis points over prime rate
    fed funds upper limit + 4.5% (3.25% floor) => 450 basis points over fed funds, floor 3.25
        percent
    SOFR - 10bp => 10 basis points under SOFR
    Euribor minus 10 bp => 10 basis points under EURIBOR
    10 bp under SOFR => 10 basis points under SOFR
    SOFR flat => 0 basis points over SOFR
    SOFR + 600bp + 200bp PIK => 600 basis points over SOFR, 2 percent a year more in kind
    [en] 1,300bp over SOFR => 1,300 basis points over SOFR
    [de] 1.300 bp über Euribor => 1,300 basis points over EURIBOR
    # what is ambiguous or none
    1,300bp over SOFR => refused: is ambiguous, for “1,300” may be: 1.3, or 1,300
    [sv] 1.300 bp över Euribor => refused: is ambiguous, for “1.300” may be: 1.3, or 1,300
    SOFR+2.25 => refused: names no unit, and may be: 2.25 basis points over SOFR, or 2.25 percent
        over SOFR
    SOFR+25 => refused: names no unit, and may be: 25 basis points over SOFR, or 25 percent over
        SOFR
    SOFR+30 => refused: names no unit, and may be: 30 basis points over SOFR, or 30 percent over
        SOFR
    S+2.25 => refused: names no unit, and may be: 2.25 basis points over SOFR, or 2.25 percent
        over SOFR
    SOFR => refused: names no figure
    SOFR 225 bp => refused: has no plus between benchmark and spread
    SOFR ++ 225 => refused: has two signs where one belongs
    SOFR + => refused: ends before what it is given over
    225 bp => refused: is a spread and names no benchmark
    225 bp over => refused: ends before what it is given over
    +7.25pp => refused: names no benchmark
    [sv] cirka 2,5 procentenheter över => refused: ends before what it is given over
    SOFR + CSA + 3.5% => refused: has “CSA”, which is no word of rates
    SOFR+1.5%+2% => refused: has more figures than a rate, its part in kind and its floor
    SOFR + Euribor + 2% => refused: names two benchmarks
    SOFR + 600 cash + 200 PIK => refused: has a further figure without a unit, or a range of it
    3M => refused: names no figure
    BBSY + 110 => refused: has “BBSY”, which is no word of rates
    Libor+350 or SOFR+360 => refused: has “or”, which is no word of rates
    """#)

  @Test(arguments: floating.rows)
  func `spreads over a benchmark`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static func read(_ row: SpellingTable.Row) -> String {
    SpellingTable.reading(row.text) { () throws(ReadingError) in
      try RateText.read(row.text, language: row.language).description
    }
  }

  /// Currency and the reading of `S+225` for a debt in it.
  @Test(arguments: [
    ("USD", "225 basis points over SOFR"), ("GBP", "225 basis points over SONIA"),
    ("SEK", "225 basis points over STIBOR"), ("EUR", "SOFR, SONIA, STIBOR"),
  ])
  func `the currency says whose short form S is`(code: String, expected: String) {
    let text = "S+225"
    do throws(ReadingError) {
      let reading = try RateText.read(text, currency: Currency(code: code))
      #expect(reading.description == expected)
    } catch {
      #expect(error.readings.joined(separator: ", ") == expected)
    }
  }

  @Test(arguments: [
    ("T+140", "fixed"), ("MS+95", "fixed"), ("9-10%", "fixed"), ("zero coupon", "zero"),
    ("0%", "zero"), ("SOFR flat", "floating"), ("SOFR+225bp", "floating"),
  ])
  func `what is priced over a yield is a fixed rate`(text: String, type: String) throws {
    #expect(try RateText.read(text).rateType == type)
  }

  @Test func `figures are exact, and a range has two`() throws {
    let range = try RateText.read("SOFR+6.00-6.50%, 0.50% floor")
    #expect(range.qualifier == .range)
    #expect([range.low, range.high] == [ExactDecimal(600), ExactDecimal(650)])
    #expect(try range.floorPercent == ExactDecimal("0.5"))
    let fraction = try RateText.read("10 63/64%")
    #expect(try fraction.low == ExactDecimal("10.984375"))
    #expect(fraction.low == fraction.high)
  }
}
