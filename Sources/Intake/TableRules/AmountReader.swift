import Finance
import Tabular

/// Reads an amount in the unit of its column, perhaps with a currency beside it.
struct AmountReader {
  private let reading: ValueReading

  init(_ reading: ValueReading) { self.reading = reading }

  func read(_ text: String) throws(CellFault) -> ValueReader.Value {
    if let range = Self.range(text) {
      throw CellFault(
        "“\(text)” is a range: \(range)",
        hint: "a deal sheet holds one amount; give amount_low and amount_high of a document")
    }
    var currency: String?
    var digits = text
    if let found = Self.currency(in: text) { (currency, digits) = (found.code, found.rest) }
    let plain: PlainNumber
    do throws(CellFault) {
      plain = try PlainNumber(digits, reading, original: text)
    } catch {
      if let words = try inWords(text) { return words }
      throw CellFault(error.message, hint: error.hint ?? Self.hint(text, digits))
    }
    guard !plain.isLessThanZero else { throw CellFault("“\(text)”: an amount is not negative") }
    if let currency, let unit = reading.unit.currency,
      !CurrencySigns.codes(of: currency).contains(unit)
    {
      throw CellFault(
        "“\(text)” is in \(currency), and the rules say that the column is in \(unit)",
        hint: "write the amount in \(unit), or give the currency a column")
    }
    return ValueReader.Value(
      text: plain.scaled(by: reading.unit.exponent), currency: reading.unit.currency ?? currency)
  }

  private static func hint(_ text: String, _ digits: String) -> String? {
    if digits.contains(where: { "*†‡#¹²³".contains($0) }) {
      return "take the footnote's mark away"
    }
    let letters = digits.contains { $0.isLetter }
    return letters ? "for amounts in words say language: en, sv or de" : nil
  }

  /// An amount with its own scale, where the rules name a language.
  private func inWords(_ text: String) throws(CellFault) -> ValueReader.Value? {
    guard let language = reading.language, text.contains(where: \.isLetter) else { return nil }
    let amount: AmountReading
    do throws(ReadingError) {
      amount = try AmountText.read(text, language: language)
    } catch {
      let readings = error.readings.isEmpty ? nil : error.readings.joined(separator: " or ")
      throw CellFault("“\(text)” \(error.message)", hint: readings)
    }
    guard amount.qualifier == .exact, amount.denominator == 1, let value = amount.value,
      amount.unit == .money || amount.unit == .number
    else {
      throw CellFault(
        "“\(text)” is not one exact amount: \(amount)",
        hint: "a deal sheet holds one amount; give amount and qualifier of a document")
    }
    if reading.unit.exponent != 0 {
      throw CellFault(
        "“\(text)” has a scale of its own, and the rules say that the column is in "
          + (reading.unit.text ?? "another one"),
        hint: "write the number alone")
    }
    if let found = amount.currency, let unit = reading.unit.currency, found != unit {
      throw CellFault("“\(text)” is in \(found), and the rules say that the column is in \(unit)")
    }
    return ValueReader.Value(
      text: value.description, currency: amount.currency ?? reading.unit.currency)
  }

  /// A currency before or behind the digits: its three letters, or a sign that only one has.
  private static func currency(in text: String) -> (code: String, rest: String)? {
    let letters = text.uppercased()
    for (code, rest) in [
      (String(letters.prefix(3)), text.dropFirst(3)), (String(letters.suffix(3)), text.dropLast(3)),
    ] where Currency(code: code) != nil {
      let digits = CellWords.trimmed(String(rest))
      guard let first = digits.first, first.isNumber || first == "(" || first == "-" else {
        continue
      }
      return (code, digits)
    }
    for sign in CurrencySigns.all {
      for rest in [
        text.hasPrefix(sign) ? text.dropFirst(sign.count) : nil,
        text.hasSuffix(sign) ? text.dropLast(sign.count) : nil,
      ] {
        let digits = rest.map { CellWords.trimmed(String($0)) }
        if let digits, let first = digits.first, first.isNumber || "(-".contains(first) {
          return (sign, digits)
        }
      }
    }
    return nil
  }

  /// Two numbers with a dash between them.
  private static func range(_ text: String) -> String? {
    let ends = text.split(omittingEmptySubsequences: false) { "-–—".contains($0) }
    guard ends.count == 2 else { return nil }
    let trimmed = ends.map { CellWords.trimmed(String($0)) }
    guard trimmed.allSatisfy({ $0.contains { $0.isNumber } }) else { return nil }
    return "\(trimmed[0]) to \(trimmed[1])"
  }
}

/// Signs of currencies, of which most stand for several.
enum CurrencySigns {
  private static let codes: [String: [String]] = [
    "€": ["EUR"], "£": ["GBP"], "¥": ["JPY", "CNY"], "kr": ["SEK", "NOK", "DKK", "ISK"],
    "$": ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"],
    "US$": ["USD"], "C$": ["CAD"], "A$": ["AUD"], "HK$": ["HKD"], "S$": ["SGD"],
  ]

  /// Longer signs first, so that `US$` is no `$`.
  static let all = codes.keys.sorted { ($1.count, $0) < ($0.count, $1) }

  /// The currencies a sign can stand for; a code stands for itself.
  static func codes(of sign: String) -> [String] { codes[sign] ?? [sign] }
}
