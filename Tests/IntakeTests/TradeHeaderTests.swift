import Tabular
import TestSupport
import Testing

@testable import Intake

/// What a first draft of rules makes of the headers of the trade.
@Suite struct TradeHeaderTests {
  @Test(arguments: [
    ("Facility", "tranche: \"Facility\""), ("Pricing", "rate: \"Pricing\""),
    ("Zinssatz", "rate: \"Zinssatz\""), ("Räntesats", "rate: \"Räntesats\""),
    ("Rating (S&P)", "sp_rating: \"Rating (S&P)\""),
    ("Rating (Moody's)", "moodys_rating: \"Rating (Moody's)\""),
    ("Fitch rating", "fitch_rating: \"Fitch rating\""),
    ("Tenor", "tenor_years: \"Tenor\""), ("Laufzeit", "tenor_years: \"Laufzeit\""),
    ("Closed", "closed_on: \"Closed\""), ("Financial close", "closed_on: \"Financial close\""),
    ("Kreditnehmer", "issuer: \"Kreditnehmer\""), ("Bolag", "issuer: \"Bolag\""),
    ("Volumen (Mio EUR)", "amount: {column: \"Volumen (Mio EUR)\", unit: \"EUR Mio\"}"),
    ("Size (€m)", "amount: {column: \"Size (€m)\", unit: \"EUR m\"}"),
    (
      "Size ($m)",
      "amount: {column: \"Size ($m)\", unit: \"USD m\"}    # if $ is that of the United States"
    ),
    ("Fälligkeit", "maturity_on: \"Fälligkeit\""), ("Colour of the ink", nil),
    // Of two agencies it is said of neither.
    ("S&P / Moody's", nil),
  ])
  func `a header`(header: String, rule: String?) throws {
    #expect(try Self.fields([header]).first { !$0.contains("?") } == rule)
  }

  @Test func `names of arrangers are parties with a role`() throws {
    #expect(
      try Self.fields(["Arranger"]).prefix(2) == [
        "lender: \"Arranger\"", "role: {value: arranger}",
      ])
  }

  @Test func `where no column has the kind of debt, the facility does`() throws {
    #expect(try Self.fields(["Facility"])[1].hasPrefix("instrument: \"Facility\""))
    #expect(try Self.fields(["Facility", "Loan type"])[1] == "instrument: \"Loan type\"")
  }

  @Test func `a header means one thing`() {
    let keys = TradeHeaders.names.flatMap { _, row in row.split(separator: "|").map(String.init) }
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(SheetColumn.named(key) == nil, "\(key) is a name of deal sheets") }
  }

  /// The fields of the draft for a header.
  private static func fields(_ headers: [String]) throws -> [String] {
    let text = headers.joined(separator: "\t") + "\n"
    let input = try UnpackedInput(name: "t", source: ByteSource.of(Array(text.utf8)))
    let draft = try RulesDraft(input, options: InputOptions(), headerLine: 1).text
    return draft.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .map { String($0.dropFirst(2)) }
  }
}
