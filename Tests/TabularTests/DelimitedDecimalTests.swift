import Tabular
import TestSupport
import Testing

/// Numbers as people write them, and what they are where the decimal mark is not known, where it is
/// the point, and where it is the comma: digits and scale, or the reason and its byte.
@Suite struct DelimitedDecimalTests {
  private static let rows: [(String, unknown: String, point: String, comma: String)] = [
    ("0", "0e0", "0e0", "0e0"), ("5", "5e0", "5e0", "5e0"), ("+5", "5e0", "5e0", "5e0"),
    ("-5", "-5e0", "-5e0", "-5e0"), ("\u{2212}5", "-5e0", "-5e0", "-5e0"),
    ("007", "7e0", "7e0", "7e0"), ("00", "0e0", "0e0", "0e0"),
    ("  5 ", "5e0", "5e0", "5e0"), ("\u{A0} 5\u{A0}", "5e0", "5e0", "5e0"),
    ("1.5", "15e1", "15e1", "otherMark 1"), ("1,5", "15e1", "otherMark 1", "15e1"),
    ("1.50", "150e2", "150e2", "otherMark 1"), ("0.00", "0e2", "0e2", "otherMark 1"),
    ("12.3456", "123456e4", "123456e4", "otherMark 2"),
    ("1234.567", "1234567e3", "1234567e3", "otherMark 4"),
    ("1234,567", "1234567e3", "otherMark 4", "1234567e3"),
    // Three digits behind a single mark may be thousands.
    ("1.234", "ambiguous 1", "1234e3", "1234e0"), ("1,234", "ambiguous 1", "1234e0", "1234e3"),
    ("-123,456", "ambiguous 4", "-123456e0", "-123456e3"),
    ("0.234", "234e3", "234e3", "otherMark 1"), ("0,234", "234e3", "otherMark 1", "234e3"),
    // More than one are thousands.
    ("1,234,567", "1234567e0", "1234567e0", "grouping 5"),
    ("1.234.567", "1234567e0", "grouping 5", "1234567e0"),
    ("4,000,000,000", "4000000000e0", "4000000000e0", "grouping 9"),
    ("1,23,456", "grouping 4", "grouping 4", "grouping 4"),
    ("1,234,56", "grouping 5", "grouping 5", "grouping 5"),
    ("0,234,567", "grouping 5", "grouping 5", "grouping 5"),
    ("1234,567,890", "grouping 8", "grouping 8", "grouping 8"),
    // Both marks have one reading, but which convention the file has is not for one field to say.
    ("1,250.50", "bothMarks 5", "125050e2", "otherMark 5"),
    ("1.250,50", "bothMarks 5", "otherMark 5", "125050e2"),
    ("1,234,567.89", "bothMarks 9", "123456789e2", "otherMark 9"),
    ("1.250,50.1", "grouping 8", "grouping 8", "grouping 8"),
    ("12,50.5", "grouping 5", "grouping 5", "grouping 5"),
    // Spaces and apostrophes are never decimal.
    ("1 250 000", "1250000e0", "1250000e0", "1250000e0"),
    ("1\u{A0}250\u{202F}000,50", "125000050e2", "otherMark 12", "125000050e2"),
    ("1\u{2009}250.5", "12505e1", "12505e1", "otherMark 7"),
    ("1 234,567", "1234567e3", "otherMark 5", "1234567e3"),
    ("1'250'000.25", "125000025e2", "125000025e2", "otherMark 9"),
    ("1\u{2019}250", "1250e0", "1250e0", "1250e0"),
    ("1 25", "grouping 1", "grouping 1", "grouping 1"),
    ("1250 000", "grouping 4", "grouping 4", "grouping 4"),
    ("1 250'000", "grouping 5", "grouping 5", "grouping 5"),
    ("1.250 000", "grouping 5", "grouping 5", "grouping 5"),
    ("0 250", "grouping 1", "grouping 1", "grouping 1"),
    // No numbers.
    ("", "empty 0", "empty 0", "empty 0"), (" \u{A0} ", "empty 0", "empty 0", "empty 0"),
    ("-", "notANumber 0", "notANumber 0", "notANumber 0"),
    ("--5", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("- 5", "notANumber 1", "notANumber 1", "notANumber 1"),
    (".5", "notANumber 0", "notANumber 0", "notANumber 0"),
    ("5.", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("1  250", "notANumber 2", "notANumber 2", "notANumber 2"),
    ("1..5", "notANumber 2", "notANumber 2", "notANumber 2"),
    (" 5%", "notANumber 2", "notANumber 2", "notANumber 2"),
    ("$5", "notANumber 0", "notANumber 0", "notANumber 0"),
    ("(5)", "notANumber 0", "notANumber 0", "notANumber 0"),
    ("5-", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("NaN", "notANumber 0", "notANumber 0", "notANumber 0"),
    ("inf", "notANumber 0", "notANumber 0", "notANumber 0"),
    ("0x1F", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("٣", "notANumber 0", "notANumber 0", "notANumber 0"),
    ("1\u{3000}250", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("5\u{200B}", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("1e400", "exponent 1", "exponent 1", "exponent 1"),
    ("1.25E+09", "exponent 4", "exponent 4", "exponent 4"),
    ("1e-2", "exponent 1", "exponent 1", "exponent 1"),
    ("1e", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("1e+", "notANumber 1", "notANumber 1", "notANumber 1"),
    ("5 EUR", "notANumber 2", "notANumber 2", "notANumber 2"),
    ("-0", "negativeZero 0", "negativeZero 0", "negativeZero 0"),
    (" -0.00", "negativeZero 1", "negativeZero 1", "otherMark 3"),
    ("-0.01", "-1e2", "-1e2", "otherMark 2"),
    // The ends of what fits.
    (
      "9223372036854775807", "9223372036854775807e0", "9223372036854775807e0",
      "9223372036854775807e0"
    ),
    ("9223372036854775808", "tooManyDigits 0", "tooManyDigits 0", "tooManyDigits 0"),
    ("18446744073709551616", "tooManyDigits 0", "tooManyDigits 0", "tooManyDigits 0"),
    ("99999999999999999999999", "tooManyDigits 0", "tooManyDigits 0", "tooManyDigits 0"),
    ("0.000000000000000001", "1e18", "1e18", "otherMark 1"),
    ("0.0000000000000000001", "tooManyDigits 0", "tooManyDigits 0", "otherMark 1"),
  ]

  @Test(arguments: rows)
  func `a number has one reading or none`(
    text: String, unknown: String, point: String, comma: String
  ) {
    #expect(Self.reading(text, nil) == unknown)
    #expect(Self.reading(text, .point) == point)
    #expect(Self.reading(text, .comma) == comma)
    // What is read on a short way is read on the long one too, which a blank makes necessary.
    let marks: [(DelimitedDecimalMark?, String)] = [
      (nil, unknown), (.point, point), (.comma, comma),
    ]
    for (mark, expected) in marks {
      #expect(Self.reading("\(text) ", mark) == expected)
    }
  }

  private static func reading(_ text: String, _ mark: DelimitedDecimalMark?) -> String {
    do throws(DelimitedValueError) {
      let decimal = try DelimitedDecimal(text.utf8.span, mark: mark)
      return "\(decimal.coefficient)e\(decimal.scale)"
    } catch {
      return "\(error.reason) \(error.offset)"
    }
  }

  @Test(arguments: [
    ("250", "250"), ("-1 250", "-1250"), ("1.0", "notWhole 0"), (" 2.5", "notWhole 1"),
    ("1,250", "ambiguous 1"), ("1,250,000", "1250000"), ("x", "notANumber 0"), ("", "empty 0"),
  ])
  func `a whole number has no decimals`(text: String, expected: String) {
    do throws(DelimitedValueError) {
      let value = try DelimitedDecimal.integer(text.utf8.span)
      #expect(String(value) == expected)
    } catch {
      #expect("\(error.reason) \(error.offset)" == expected)
    }
  }

  @Test(arguments: UInt64(0)..<16)
  func `every amount is read back in every way of writing it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let bits = UInt64.random(in: 0..<62, using: &random)
      let coefficient = Int64.random(in: 1...(1 << Int64(bits)), using: &random)
      let scale = Int.random(in: 0...4, using: &random)
      for (group, point) in [
        ("", "."), (" ", ","), ("\u{A0}", "."), ("'", "."), (",", "."), (".", ","),
      ] {
        let text = Self.written(coefficient, scale: scale, group: group, point: point)
        let mark: DelimitedDecimalMark = point == "." ? .point : .comma
        let read = try DelimitedDecimal(text.utf8.span, mark: mark)
        #expect((read.coefficient, read.scale) == (coefficient, scale), "\(text)")
      }
    }
  }

  private static func written(
    _ coefficient: Int64, scale: Int, group: String, point: String
  ) -> String {
    let digits = String(coefficient)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = Array(padded.dropLast(scale))
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += group }
      text.append(digit)
    }
    return scale == 0 ? text : text + point + padded.suffix(scale)
  }

  @Test func `a reason goes on from the value`() {
    let error = #expect(throws: DelimitedValueError.self) {
      try DelimitedDecimal("1.234".utf8.span)
    }
    #expect(
      error?.description
        == "is ambiguous: three digits behind the mark are decimals or thousands")
  }
}
