import Finance

/// What holds of every reader of values, for every text: blanks around it change nothing, what is
/// read is within its bounds, and what is stored of it is read as the same.
enum ValueLaws {
  /// The laws that an input breaks: a letter for the reader, then the text.
  static func broken(by bytes: [UInt8]) -> [String] {
    guard let kind = bytes.first else { return [] }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    switch kind % 5 {
    case 0: return amount(text)
    case 1: return date(text)
    case 2: return rating(text)
    case 3: return rate(text)
    default: return identifier(text)
    }
  }

  private static func amount(_ text: String) -> [String] {
    TextLanguage.allCases.flatMap { language in
      law(text) {
        try AmountText.read($0, language: language)
      } holds: { reading in
        if let low = reading.low, let high = reading.high, low > high {
          return "a range begins at its lower end"
        }
        // What is stored is an integer, or a refusal in words.
        _ = try? reading.amount(in: Currency(code: "USD"))
        return nil
      }
    }
      + law(text) {
        try AmountText.read($0)
      } holds: { _ in
        nil
      }
  }

  private static func date(_ text: String) -> [String] {
    law(text) {
      try DateText.read($0).span
    } holds: { span in
      guard span.first <= span.last else { return "a date ends on its first day or later" }
      guard span.first == span.last else { return nil }
      let again = try? DateText.read(span.first.description).span
      return again == span ? nil : "a day as it is stored is read as itself"
    }
  }

  private static func rating(_ text: String) -> [String] {
    law(text) {
      try RatingText.read($0)
    } holds: { readings in
      let notches = readings.compactMap(\.notch)
      return notches.allSatisfy((1...22).contains) ? nil : "a grade is on the scale"
    }
  }

  private static func rate(_ text: String) -> [String] {
    law(text) {
      try RateText.read($0)
    } holds: { _ in
      nil
    }
  }

  private static func identifier(_ text: String) -> [String] {
    law(text) {
      try IdentifierText.read($0)
    } holds: { reading in
      let again = try? IdentifierText.read(reading.value, scheme: reading.scheme)
      return again?.value == reading.value && again?.scheme == reading.scheme
        ? nil : "an identifier as it is stored is read as itself"
    }
  }

  /// Reads a text with and without blanks around it, and looks at what comes.
  private static func law<R: Equatable>(
    _ text: String, _ read: (String) throws -> R, holds: (R) -> String?
  ) -> [String] {
    let reading = try? read(text)
    var broken: [String] = []
    // A mark joins the blank before it.
    let isPlain = text.unicodeScalars.first?.isASCII ?? true
    if isPlain, (try? read(" \(text) ")) != reading {
      broken.append("blanks around it change nothing")
    }
    if let reading, let law = holds(reading) { broken.append(law) }
    return broken.map { "\($0): “\(text)”" }
  }
}
