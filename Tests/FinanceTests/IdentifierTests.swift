import Finance
import Testing

@Suite struct IdentifierTests {
  /// Real identifiers, of public companies and securities.
  static let real: [(IdentifierScheme, String)] = [
    (.lei, "HWUPKR0MPOU8FGXBT394"), (.lei, "213800WSGIIZCXF1P572"), (.lei, "5493000IBP32UQZ0KL24"),
    (.lei, "BQ4BKCS1HXDV9HN80Z93"), (.isin, "US0378331005"), (.isin, "US30303M1027"),
    (.isin, "US67066G1040"), (.isin, "US5949181045"), (.isin, "SE0000108656"),
    (.cusip, "037833100"),
    (.cusip, "30303M102"), (.cusip, "67066G104"), (.cusip, "17275R102"), (.cusip, "38259P508"),
    (.figi, "BBG000BLNQ16"), (.figi, "BBG000B9XRY4"), (.figi, "BBG000BPH459"),
    (.figi, "BBG000BVPV84"),
  ]

  @Test(arguments: real)
  func `real identifiers pass, and no single wrong digit does`(
    scheme: IdentifierScheme, text: String
  ) throws {
    #expect(try Identifier(text, scheme: scheme).value == text)
    #expect(try Identifier(" \(text.lowercased())\n", scheme: scheme).value == text)
    for (at, character) in text.enumerated() where character.isNumber {
      for digit in "0123456789" where digit != character {
        var corrupted = Array(text)
        corrupted[at] = digit
        #expect(throws: IdentifierError.self) {
          try Identifier.validate(String(corrupted), as: scheme)
        }
      }
    }
  }

  @Test(arguments: real)
  func `a character too few or too many is refused`(scheme: IdentifierScheme, text: String) {
    #expect(throws: IdentifierError.wrongForm(String(text.dropLast()), scheme)) {
      try Identifier.validate(String(text.dropLast()), as: scheme)
    }
    #expect(throws: IdentifierError.wrongForm(text + "0", scheme)) {
      try Identifier.validate(text + "0", as: scheme)
    }
  }

  @Test(
    arguments: IdentifierScheme.allCases,
    ["", " ", "N/A", "na", "N.A.", "none", "NULL", "Unknown", "0", "000000000", "TBD"])
  func `placeholders are no identifiers`(scheme: IdentifierScheme, text: String) {
    #expect(throws: IdentifierError.placeholder(text, scheme)) {
      try Identifier.validate(text, as: scheme)
    }
  }

  private static let forms: [(IdentifierScheme, String, String)] = [
    (.cik, "320193", "0000320193"), (.cik, "0001769628", "0001769628"),
    (.cik, "12345678901", "error"), (.cik, "12a", "error"),
    (.accession, "0001193125-25-123456", "0001193125-25-123456"),
    (.accession, "000119312525123456", "error"), (.isin, "ZZ0378331005", "error"),
    (.isin, "XS0000000009", "XS0000000009"), (.figi, "BSG000BLNQ16", "error"),
    (.figi, "BBG000ALNQ16", "error"), (.cusip, "0378331ÿ0", "error"),
    (.lei, "HWUPKR0MPOU8FGXBT3９4", "error"),
  ]

  @Test(arguments: forms)
  func `forms are checked`(scheme: IdentifierScheme, text: String, expected: String) {
    #expect((try? Identifier.validate(text, as: scheme)) ?? "error" == expected)
  }

  @Test func `a wrong check digit is named with the right one`() {
    let error = #expect(throws: IdentifierError.self) {
      try Identifier.validate("US0378331006", as: .isin)
    }
    #expect(error?.description == "“US0378331006” is no ISIN: its check digit would be 5")
  }

  @Test func `an American ISIN holds a right CUSIP`() {
    #expect(throws: IdentifierError.wrongCUSIP("US0378331013")) {
      try Identifier.validate("US0378331013", as: .isin)
    }
  }
}
