import Finance
import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// The figures of the founding article, read in its own words: what is stored is what they say.
@Suite struct ArticleFigureTests {
  /// Figures that are stored otherwise than their words read, and why.
  private static let exceptions: [String: String] = [
    "två tredjedelar": "a fraction, stored as 66.67 percent",
    "knappt tre fjärdedelar": "a fraction, stored as 75 percent",
    "mer än hälften": "a fraction, stored as at least 50 percent",
    "ungefär en tredjedel": "a fraction of another figure, in words",
    "cirka 2,5 procentenheter över": "percentage points, stored as 250 basis points",
    "översteg 100 miljarder dollar": "a threshold that was passed, with its verb",
    "flera miljarder dollar": "no number",
    "nästan fördubblas": "a growth in words, stored as 100 percent",
    "34,9 miljarder dollar per kvartal": "the base of a comparison of rates in words",
    "åtar sig företaget att betala OpenAI 300 miljarder dollar": "a sentence about who pays",
    "för första gången sedan 2020": "a year",
  ]

  private struct Stated {
    let key: String
    let attribute: String
    let original: String
    let value: String?
    let amount: AmountColumns
    let unit: String?
    /// The figure of a statistic: value, low and high in its unit.
    let figure: [Double?]
    let figureQualifier: String?
  }

  private static func claims() throws -> [Stated] {
    let connection = try ShippedLedger.reading(.article)
    return try connection.query(
      """
      SELECT c.key, c.attribute, c.original, c.value, c.amount_minor, c.amount_low_minor,
        c.amount_high_minor, c.qualifier, c.currency, o.unit, o.value, o.value_low, o.value_high,
        o.qualifier
      FROM claim c LEFT JOIN observation o ON c.record_table = 'observation' AND o.id = c.record_id
      WHERE c.original IS NOT NULL AND c.language = 'sv' ORDER BY c.id
      """
    ) { row in
      var amount = AmountColumns()
      amount.minor = try row(4)
      amount.lowMinor = try row(5)
      amount.highMinor = try row(6)
      amount.qualifier = try row(7)
      amount.currency = try row(8)
      return Stated(
        key: try row(0), attribute: try row(1), original: try row(2), value: try row(3),
        amount: amount, unit: try row(9), figure: try (10...12).map { try row($0) },
        figureQualifier: try row(13))
    }
  }

  /// Whether a text holds a figure of money or percent.
  private static func hasFigure(_ text: String) -> Bool {
    ["miljard", "miljon", "biljon", "procent", "dollar", "euro"].contains(where: text.contains)
  }

  @Test func `each amount is what its words say`() throws {
    var count = 0
    for claim in try Self.claims()
    where claim.amount.hasFigure && Self.exceptions[claim.original] == nil {
      let reading = try AmountText.read(claim.original, language: .swedish)
      let amount = try reading.amount(in: claim.amount.currency.flatMap(Currency.init(code:)))
      #expect(amount.minor == claim.amount.minor, "\(claim.key): \(claim.original)")
      #expect(amount.lowMinor == claim.amount.lowMinor, "\(claim.key): \(claim.original)")
      #expect(amount.highMinor == claim.amount.highMinor, "\(claim.key): \(claim.original)")
      #expect(
        amount.qualifier.rawValue == claim.amount.qualifier, "\(claim.key): \(claim.original)")
      count += 1
    }
    #expect(count > 15)
  }

  @Test func `each statistic is what its words say`() throws {
    var count = 0
    for claim in try Self.claims()
    where claim.attribute == "value" && Self.hasFigure(claim.original)
      && Self.exceptions[claim.original] == nil
    {
      let reading = try AmountText.read(claim.original, language: .swedish)
      let said = [reading.value, reading.low, reading.high].map { $0?.approximate }
      let scale = claim.unit?.hasPrefix("bn") == true ? 1e9 : 1
      let stored = claim.figure.map { $0.map { $0 * scale } }
      for (words, number) in zip(said, stored) {
        #expect(Self.isSame(words, number), "\(claim.key): \(claim.original) is \(stored)")
      }
      #expect(
        (reading.unit == .percent) == (claim.unit == "percent"), "\(claim.key): \(claim.original)")
      count += 1
    }
    #expect(count > 40)
  }

  @Test func `each other figure of money or percent is what its words say`() throws {
    for claim in try Self.claims()
    where claim.attribute != "value" && !claim.amount.hasFigure && Self.hasFigure(claim.original)
      && Self.exceptions[claim.original] == nil
    {
      let reading = try AmountText.read(claim.original, language: .swedish)
      let value = try #require(claim.value.flatMap(Double.init), "\(claim.key)")
      #expect(Self.isSame(reading.value?.approximate, value), "\(claim.key): \(claim.original)")
    }
  }

  @Test func `every exception is one`() throws {
    let originals = Set(try Self.claims().map(\.original))
    for exception in Self.exceptions.keys.sorted() {
      #expect(originals.contains(exception), "\(exception)")
    }
  }

  @Test func `biljon is ten to the twelfth, not the ninth`() throws {
    for text in ["en biljon", "1 biljon", "1 000 miljarder"] {
      let reading = try AmountText.read(text, language: .swedish)
      #expect(reading.value == (try ExactDecimal("1000000000000")))
    }
    let connection = try ShippedLedger.reading(.article)
    #expect(
      try rows(
        """
        SELECT o.value, o.amount_minor FROM observation o
        JOIN claim c ON c.record_table = 'observation' AND c.record_id = o.id
        WHERE c.original = '1,4 biljoner dollar'
        """, in: connection) == ["1400.0 | 140000000000000"])
  }

  private static func isSame(_ first: Double?, _ second: Double?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return (first - second).magnitude <= 1e-9 * Swift.max(first.magnitude, 1)
  }
}
