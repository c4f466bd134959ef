import Finance
import TestSupport
import Testing

/// Amounts of three languages, with numbers of every form, against a second reading.
@Suite struct AmountFuzzTests {
  @Test(arguments: UInt64(0)..<8)
  func `an amount is read where one reading is possible, and only there`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var counts = (read: 0, refused: 0)
    for _ in 0..<1000 {
      let spoken = try #require(SimpleAmount.languages.randomElement(using: &random))
      let isTold = Bool.random(using: &random)
      let text = Self.text(spoken, &random)
      let asked = isTold ? [spoken] : SimpleAmount.languages
      let possible = asked.reduce(into: Set<String>()) {
        $0.formUnion(SimpleAmount.readings(of: text, in: $1))
      }
      let expected = possible.count == 1 ? possible.first : nil
      let language = isTold ? TextLanguage(tag: spoken.tag) : nil
      let found = (try? AmountText.read(text, language: language)).map(Self.simple)
      #expect(found == expected, "“\(text)” in \(isTold ? spoken.tag : "any"), seed \(seed)")
      if found == nil { counts.refused += 1 } else { counts.read += 1 }
    }
    #expect(counts.read > 400 && counts.refused > 100)
  }

  private static func simple(_ reading: AmountReading) -> String {
    let numbers = [reading.value, reading.low, reading.high].compactMap { $0?.description }
    return
      "\(reading.qualifier.rawValue) \(numbers.joined(separator: " ")) \(reading.currency ?? "")"
  }

  private static func text(_ language: SimpleAmount.Language, _ random: inout SplitMix64) -> String
  {
    var words: [String] = []
    if Bool.random(using: &random) {
      words.append(language.qualifiers.keys.sorted().randomElement(using: &random) ?? "")
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let joint = language.joints.randomElement(using: &random) ?? ("", "–")
      words += [joint.before, number(&random), joint.between, number(&random)]
    } else {
      words.append(number(&random))
    }
    // Now and then a scale word of another language.
    let speaker =
      Int.random(in: 0..<8, using: &random) == 0
      ? SimpleAmount.languages.randomElement(using: &random) : language
    if Int.random(in: 0..<4, using: &random) > 0 {
      words.append(speaker?.scales.keys.sorted().randomElement(using: &random) ?? "")
    }
    if Bool.random(using: &random) {
      words.append(SimpleAmount.currencies.keys.sorted().randomElement(using: &random) ?? "")
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Digits with marks: groups of three, decimals, and now and then what is neither.
  private static func number(_ random: inout SplitMix64) -> String {
    let mark = [".", ","].randomElement(using: &random) ?? "."
    let other = mark == "." ? "," : "."
    func digits(_ count: ClosedRange<Int>) -> String {
      let count = Int.random(in: count, using: &random)
      return (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0...2: return String(Int.random(in: 1...999, using: &random))
    case 3, 4: return digits(1...3) + mark + digits(1...2)
    case 5: return digits(1...3) + mark + digits(3...3)
    case 6: return digits(1...3) + mark + digits(3...3) + mark + digits(3...3)
    default: return digits(1...4) + mark + digits(2...3) + other + digits(1...3)
    }
  }
}
