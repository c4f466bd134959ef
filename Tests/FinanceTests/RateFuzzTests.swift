import Finance
import TestSupport
import Testing

/// Rates put together from parts whose meaning is known, and words in any order.
@Suite struct RateFuzzTests {
  @Test(arguments: UInt64(0)..<8)
  func `a spread is read as its parts say, in every order and unit`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<700 {
      let points = Int.random(in: 31...1500, using: &random)
      let benchmark = try #require(Self.benchmarks.randomElement(using: &random))
      let figure = Self.figure(points, &random)
      let isFirst = Bool.random(using: &random)
      let joint = isFirst ? ["+", " + ", " plus "] : [" over ", " above "]
      let between = try #require(joint.randomElement(using: &random))
      var text = isFirst ? benchmark.name + between + figure : figure + between + benchmark.name
      let floor =
        Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 0...8, using: &random) : nil
      if let floor { text += ", \(Self.percent(floor * 25))% floor" }
      let reading = try RateText.read(text, language: .english)
      #expect(reading.benchmark == benchmark.code, "“\(text)”")
      #expect(
        reading.low == ExactDecimal(Int64(points)) && reading.high == reading.low, "“\(text)”")
      #expect(try reading.floorPercent == floor.map { try ExactDecimal(Self.percent($0 * 25)) })
    }
  }

  @Test(arguments: UInt64(0)..<8)
  func `any words give a rate or an error`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "9", "10", "7/8", "%", "SOFR", "Euribor", "T", "S", "+", "-", "–", "over", "plus", "bp",
      "to", "between", "and", "floor", "PIK", "cash", "3M", "about", "1,300", "2.25", "flat", "⅞",
      "(", ")", ",", "zero coupon", "year", "term", "under",
    ]
    for _ in 0..<700 {
      let count = Int.random(in: 0...7, using: &random)
      let words = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }
      guard let reading = try? RateText.read(words.joined(separator: " ")) else { continue }
      #expect(reading.low <= reading.high)
      #expect(reading.low == reading.high || reading.qualifier == .range)
      #expect(reading.floorPercent == nil || reading.benchmark != nil)
      #expect(!reading.description.isEmpty)
    }
  }

  private static let benchmarks: [(name: String, code: RateBenchmark)] = [
    ("SOFR", .sofr), ("Term SOFR", .sofr), ("3M Euribor", .euribor), ("STIBOR", .stibor),
    ("SONIA", .sonia), ("the 10-year Treasury", .treasury), ("mid-swaps", .midSwap),
    ("€STR", .estr), ("prime", .prime),
  ]

  /// Basis points in one of the units and spellings that say the same.
  private static func figure(_ points: Int, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "\(points)bp"
    case 1: "\(points) basis points"
    case 2: "\(points)"
    case 3: "\(percent(points))%"
    case 4: percent(points).replacing(".", with: ",") + " percent"
    default: "\(percent(points)) percentage points"
    }
  }

  /// Hundredths as a number with two decimals.
  private static func percent(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
