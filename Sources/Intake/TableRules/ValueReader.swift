import Finance
import Tabular

/// Reads the text of a cell as the rules have it.
enum ValueReader {
  /// What came of a cell.
  struct Value: Equatable {
    /// The value as deal sheets and documents write it: plain digits, ISO days.
    var text: String
    /// The currency the cell names beside its amount.
    var currency: String?
  }

  /// Reads a text that is not empty.
  static func read(_ text: String, as reading: ValueReading) throws(CellFault) -> Value {
    switch reading.kind {
    case .text: return Value(text: text)
    case .amount: return try AmountReader(reading).read(text)
    case .number, .basisPoints: return Value(text: try number(text, reading))
    case .percent:
      do throws(CellFault) {
        return Value(text: try number(text, reading))
      } catch {
        let rate = RateCell(reading: reading, currency: nil)
        return Value(text: try rate.percent(text, otherwise: error))
      }
    case .years: return Value(text: try years(text, reading))
    case .date: return Value(text: try DateReader.read(text, reading))
    case .flag: return Value(text: try flag(text))
    }
  }

  private static func flag(_ text: String) throws(CellFault) -> String {
    switch text.lowercased() {
    case "true", "yes", "y", "1", "ja", "x": return "true"
    case "false", "no", "n", "0", "nej", "nein": return "false"
    default: throw CellFault("“\(text)” is neither yes nor no", hint: "say it with words:")
    }
  }

  /// A length of time in years: `5`, `5Y`, `7 years`, `18 months`, `5 år`.
  private static func years(_ text: String, _ reading: ValueReading) throws(CellFault) -> String {
    let digits = text.prefix { !$0.isLetter }
    let number = try PlainNumber(CellWords.trimmed(String(digits)), reading, original: text)
      .scaled(by: 0)
    switch text.dropFirst(digits.count).lowercased() {
    case "", "y", "yr", "yrs", "year", "years", "år", "j", "jahr", "jahre": return number
    case "m", "mo", "month", "months", "mån", "månad", "månader", "monat", "monate":
      return Double(number).map { "\($0 / 12)" } ?? number
    case let word:
      throw CellFault("“\(word)” in “\(text)” is no length of time", hint: "write years or months")
    }
  }

  /// A number, a percentage or basis points, as plain digits in its own unit.
  static func number(_ text: String, _ reading: ValueReading) throws(CellFault) -> String {
    var digits = text
    var unit = reading.unit
    // A sign in the cell goes before what the rules say of the column.
    let signs: [(ending: String, percent: Int, basisPoints: Int)] = [
      ("%", 0, 2), (" percent", 0, 2), (" pct", 0, 2), (" procent", 0, 2), (" bps", -2, 0),
      ("bps", -2, 0), (" bp", -2, 0), ("bp", -2, 0),
    ]
    var isSigned = false
    if reading.kind != .number {
      for sign in signs where digits.lowercased().hasSuffix(sign.ending) {
        digits = CellWords.trimmed(String(digits.dropLast(sign.ending.count)))
        isSigned = reading.kind == .percent && sign.ending == "%"
        unit = ValueUnit(
          exponent: reading.kind == .percent ? sign.percent : sign.basisPoints)
        break
      }
    }
    let decimal = try PlainNumber(digits, reading, original: text)
    if unit.isFraction, decimal.isMoreThanOne {
      let percent = decimal.scaled(by: 0)
      throw CellFault(
        "“\(text)” as a fraction is \(decimal.scaled(by: 2)) %, and \(percent) % as it stands",
        hint: "write the fraction, or the percentage with its sign: \(percent)%")
    }
    // The sign is kept: with it nobody takes a percentage for a fraction.
    return decimal.scaled(by: unit.exponent) + (isSigned ? "%" : "")
  }
}

/// A decimal number of a cell, exactly.
struct PlainNumber {
  private let isNegative: Bool
  /// The digits without a mark.
  private let digits: [UInt8]
  /// How many of them are decimals.
  private let decimals: Int

  /// Reads a number as the rules have it written.
  init(_ text: String, _ reading: ValueReading, original: String) throws(CellFault) {
    var plain = text
    // Accountants put what is negative in parentheses.
    let isInParentheses = plain.hasPrefix("(") && plain.hasSuffix(")") && plain.count > 2
    if isInParentheses { plain = String(plain.dropFirst().dropLast()) }
    if let thousands = reading.thousands {
      try Self.checkGroups(of: plain, thousands, reading, original: original)
    }
    let mark: DelimitedDecimalMark? = reading.decimalMark.map { $0 == "," ? .comma : .point }
    let decimal: DelimitedDecimal
    do throws(DelimitedValueError) {
      decimal = try DelimitedDecimal(Array(plain.utf8).span, mark: mark)
    } catch {
      throw CellFault("“\(original)” \(error)", hint: Self.hint(error, reading))
    }
    let isNegative = decimal.coefficient < 0
    guard !isInParentheses || !isNegative else {
      throw CellFault("“\(original)” has two signs")
    }
    self.isNegative = isNegative || isInParentheses && decimal.coefficient != 0
    digits = Array(String(decimal.coefficient.magnitude).utf8)
    decimals = decimal.scale
  }

  private static func hint(_ error: DelimitedValueError, _ reading: ValueReading) -> String? {
    switch error.reason {
    case .ambiguous, .bothMarks: "say decimal: \".\" or \",\" in the rules"
    case .otherMark, .grouping:
      reading.decimalMark.map { "the rules say that “\($0)” begins the decimals" }
    default: nil
    }
  }

  private static func checkGroups(
    of text: String, _ thousands: String, _ reading: ValueReading, original: String
  ) throws(CellFault) {
    for character in text
    where !character.isNumber && character != reading.decimalMark && character != "-"
      && character != "−" && character != "+"
    {
      let isBlank = character.isWhitespace && thousands == " "
      let isApostrophe = "'’".contains(character) && thousands == "'"
      guard !isBlank, !isApostrophe, String(character) != thousands else { continue }
      // What is no mark at all is told by who reads the number.
      guard character.isWhitespace || ".,'’".contains(character) else { continue }
      throw CellFault(
        "“\(original)” has “\(character)” between its digits",
        hint: thousands.isEmpty
          ? "the rules say that thousands have no mark"
          : "the rules say that “\(thousands)” stands between thousands")
    }
  }

  /// Whether it is more than one, whatever its sign.
  var isMoreThanOne: Bool {
    let whole = digits.dropLast(decimals).drop { $0 == 0x30 }
    guard !whole.isEmpty else { return false }
    return whole.count > 1 || whole.first != 0x31
      || digits.suffix(decimals).contains { $0 != 0x30 }
  }

  var isLessThanZero: Bool { isNegative }

  /// The number times a power of ten as plain digits. Three decimals get a fourth, so that no one
  /// takes them for thousands.
  func scaled(by exponent: Int) -> String {
    var all = digits
    var scale = decimals - exponent
    if scale < 0 {
      all += Array(repeating: 0x30, count: -scale)
      scale = 0
    }
    while scale > 0, all.last == 0x30, all.count > 1 {
      all.removeLast()
      scale -= 1
    }
    if all.count <= scale { all = Array(repeating: 0x30, count: scale - all.count + 1) + all }
    var text = String(decoding: all.dropLast(scale).drop { $0 == 0x30 }, as: UTF8.self)
    if text.isEmpty { text = "0" }
    if scale > 0 { text += "." + String(decoding: all.suffix(scale), as: UTF8.self) }
    if scale == 3 { text += "0" }
    return (isNegative ? "-" : "") + text
  }
}
