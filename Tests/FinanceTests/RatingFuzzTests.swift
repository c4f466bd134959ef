import Finance
import TestSupport
import Testing

/// Ratings of one to three agencies with marks, some of them damaged, against a second reading.
@Suite struct RatingFuzzTests {
  @Test(arguments: UInt64(0)..<8)
  func `ratings are read as a flat table reads them`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var counts = (read: 0, refused: 0)
    for _ in 0..<1000 {
      let text = Self.text(&random)
      let expected = SimpleRating.grades(of: text)
      let found = try? RatingText.read(text).map(Self.simple)
      #expect(found == expected, "“\(text)”, seed \(seed)")
      if found == nil { counts.refused += 1 } else { counts.read += 1 }
    }
    #expect(counts.read > 400 && counts.refused > 100)
  }

  private static func simple(_ reading: RatingReading) -> SimpleRating.Grade {
    let grade = reading.grades.first
    return SimpleRating.Grade(
      notch: reading.notch ?? 0, kind: grade?.kind.rawValue ?? "",
      isStructured: grade?.isStructured ?? false, outlook: grade?.outlook?.rawValue)
  }

  private static func text(_ random: inout SplitMix64) -> String {
    let count = Int.random(in: 1...3, using: &random)
    let separator = ["/", " / ", "/ "].randomElement(using: &random) ?? "/"
    return (1...count).map { _ in grade(&random) }.joined(separator: separator)
  }

  private static func grade(_ random: inout SplitMix64) -> String {
    var grade = SimpleRating.notches.keys.sorted().randomElement(using: &random) ?? ""
    if Int.random(in: 0..<8, using: &random) == 0 { grade = damaged(grade, &random) }
    grade = grade.replacing("(", with: Bool.random(using: &random) ? " (" : "(")
    if Bool.random(using: &random) { grade = grade.replacing("-", with: "–") }
    let before = ["", "", "", "", "(P)", "(P) "].randomElement(using: &random) ?? ""
    // Marks in words stand at no end of several grades, where they would be ambiguous.
    let after = ["", "", "", "sf", "(sf)", " (SF)", " (prelim)", "(EXP)", "(+)", " (-)"]
    return before + grade + (after.randomElement(using: &random) ?? "")
  }

  /// The grade with one character more, less or other, the first left as it is.
  private static func damaged(_ grade: String, _ random: inout SplitMix64) -> String {
    var characters = Array(grade)
    let index = Int.random(in: 0..<characters.count, using: &random)
    let other = "ABCDabcHLM123+-".randomElement(using: &random) ?? "A"
    switch Int.random(in: 0..<3, using: &random) {
    case 0: characters.insert(other, at: index + 1)
    case 1 where index > 0: characters.remove(at: index)
    default: if index > 0 { characters[index] = other }
    }
    return String(characters)
  }
}
