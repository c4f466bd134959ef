import Finance
import TestSupport
import Testing

/// Dates of every format, right and wrong ones, against a second reading.
@Suite struct DateFuzzTests {
  @Test(arguments: UInt64(0)..<8)
  func `a date is read where one reading is possible, and only there`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var counts = (read: 0, refused: 0)
    for _ in 0..<1000 {
      let text = Self.text(&random)
      let possible = SimpleDate.readings(of: text)
      let span = try? DateText.read(text).span
      let found = span.map {
        SimpleDate.Span(first: Self.number($0.first), last: Self.number($0.last))
      }
      let expected = possible.count == 1 ? possible.first : nil
      #expect(found == expected, "“\(text)”, seed \(seed)")
      if found == nil { counts.refused += 1 } else { counts.read += 1 }
    }
    #expect(counts.read > 400 && counts.refused > 100)
  }

  /// A date in a random format, with numbers that need not be those of a day.
  private static func text(_ random: inout SplitMix64) -> String {
    var text = ""
    for part in SimpleDate.formats.randomElement(using: &random) ?? "" {
      switch part {
      case "Y": text += String(Int.random(in: 1990...2079, using: &random))
      case "y": text += padded(Int.random(in: 0...79, using: &random))
      case "m": text += String(Int.random(in: 0...14, using: &random))
      case "M": text += padded(Int.random(in: 0...14, using: &random))
      case "d": text += String(Int.random(in: 0...33, using: &random))
      case "D": text += padded(Int.random(in: 0...33, using: &random))
      case "q": text += String(Int.random(in: 0...5, using: &random))
      case "h": text += String(Int.random(in: 0...3, using: &random))
      case "N":
        let names = SimpleDate.months.randomElement(using: &random) ?? []
        text += names.randomElement(using: &random) ?? ""
      default: text.append(part)
      }
    }
    return text
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static func number(_ day: Day) -> Int {
    let (year, month, day) = day.components
    return (year * 100 + month) * 100 + day
  }
}
