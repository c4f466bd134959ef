import Finance
import Testing

/// The spellings of identifiers, each with its reading.
@Suite struct IdentifierTextTests {
  private static let identifiers = SpellingTable(
    #"""
    US0378331005 => ISIN US0378331005, check digits right
    us0378331005 => ISIN US0378331005, check digits right
    ISIN: US0378331005 => ISIN US0378331005, check digits right
    037833100 => CUSIP 037833100, check digits right
    CUSIP No. 037833 10 0 => CUSIP 037833100, check digits right
    CUSIP 037833-10-0 => CUSIP 037833100, check digits right
    BBG000BLNQ16 => FIGI BBG000BLNQ16, check digits right
    FIGI BBG000BLNQ16 => FIGI BBG000BLNQ16, check digits right
    HWUPKR0MPOU8FGXBT394 => LEI HWUPKR0MPOU8FGXBT394, check digits right
    LEI: HWUP KR0M POU8 FGXB T394 => LEI HWUPKR0MPOU8FGXBT394, check digits right
    CIK 320193 => CIK 0000320193, a scheme without check digits
    CIK# 0000320193 => CIK 0000320193, a scheme without check digits
    0001769628 => CIK 0001769628, a scheme without check digits
    0001193125-25-123456 => accession number 0001193125-25-123456, a scheme without check digits
    000119312525123456 => accession number 0001193125-25-123456, a scheme without check digits
    Accession Number: 0001193125-25-123456 => accession number 0001193125-25-123456, a scheme
        without check digits
    # a failed check of an LEI warns, others reject
    HWUPKR0MPOU8FGXBT395 => LEI HWUPKR0MPOU8FGXBT395, kept with a warning: its check digits should
        be 94
    LEI HWUPKR0MPOU8FGXBT300 => LEI HWUPKR0MPOU8FGXBT300, kept with a warning: its check digits
        should be 94
    US0378331006 => refused: is no ISIN: its check digit would be 5
    AZ1234567890 => refused: is no ISIN: its check digit would be 4
    037833101 => refused: is no CUSIP: its check digit would be 0
    AHJNP*#A1 => refused: is no CUSIP: its check digit would be 3
    BBG000BLNQ17 => refused: is no ISIN: its check digit would be 3 and is no FIGI: its check
        digit would be 6
    US0378331013 => refused: is no ISIN: the CUSIP in it has a wrong check digit
    # what is none
    000000000 => refused: is a placeholder: leave it out
    999999999 => refused: is a placeholder and no CUSIP: leave it out
    N/A => refused: is a placeholder: leave it out
    - => refused: is a placeholder: leave it out
    UNKNOWN => refused: is a placeholder: leave it out
    not available => refused: is a placeholder: leave it out
    CIK 0000000000 => refused: is a placeholder and no CIK: leave it out
    LEI N/A => refused: is a placeholder and no LEI: leave it out
    320193 => refused: may be a CIK, which has no check digits: write CIK before it
    1234567890 => refused: may be a CIK, which has no check digits: write CIK before it
    ISIN 037833100 => refused: is no ISIN: it is 2 letters, 9 capitals or digits and a digit
    1234567890ABCDEFGHIJ => refused: has the form of no identifier
    hello => refused: has the form of no identifier
    """#)

  @Test(arguments: identifiers.rows)
  func `identifiers as people write them`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static func read(_ row: SpellingTable.Row) -> String {
    SpellingTable.reading(row.text) { () throws(ReadingError) in
      try IdentifierText.read(row.text).description
    }
  }

  @Test func `an LEI whose check digits fail is kept and says so`() throws {
    let text = "HWUPKR0MPOU8FGXBT395"
    let reading = try IdentifierText.read(text, scheme: .lei)
    #expect(reading.value == text)
    #expect(reading.warning == .wrongCheckDigit(text, .lei, expected: "94"))
    #expect(throws: ReadingError.self) { try IdentifierText.read("\(text)0", scheme: .lei) }
    #expect(throws: ReadingError.self) { try IdentifierText.read("US0378331006", scheme: .isin) }
    #expect(throws: ReadingError.self) { try IdentifierText.read("ISIN \(text)", scheme: .lei) }
  }

  @Test func `placeholders are none in any scheme`() {
    for text in ["", "N/A", "n.a.", "000000000", "unknown", "TBD", "#N/A", "--", "99999999999"] {
      for scheme in IdentifierScheme.allCases where scheme != .cik || text.first != "9" {
        let error = #expect(throws: ReadingError.self) {
          try IdentifierText.read(text, scheme: scheme)
        }
        #expect(error?.message.contains("is a placeholder") == true, "\(scheme) \(text)")
      }
    }
  }
}
