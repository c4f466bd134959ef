import Finance
import Testing

@Suite struct CompositeRatingTests {
  private static let three: [RatingAgency: Int] = [.sp: 10, .moodys: 11, .fitch: 10]
  private static let two: [RatingAgency: Int] = [.sp: 10, .moodys: 11]

  /// The vectors of domain.md 8, and their like.
  private static let vectors: [([RatingAgency: Int], CompositeRule, String, RatingBucket)] = [
    (three, .secondBest, "BBB-", .investmentGrade),
    (three, .average, "BBB-", .investmentGrade), (three, .lowest, "BB+", .highYield),
    (three, .highest, "BBB-", .investmentGrade), (two, .secondBest, "BB+", .highYield),
    (two, .average, "BB+", .highYield), ([.moodys: 11], .secondBest, "BB+", .highYield),
    ([:], .secondBest, "NR", .unrated), ([:], .average, "NR", .unrated),
    ([:], .lowest, "NR", .unrated), ([:], .spFirst, "NR", .unrated),
    (three, .spFirst, "BBB-", .investmentGrade), (three, .moodysFirst, "BB+", .highYield),
    (three, .fitchFirst, "BBB-", .investmentGrade), (two, .fitchFirst, "BBB-", .investmentGrade),
    ([.kbra: 9, .dbrs: 12], .spFirst, "BB", .highYield),
    ([.sp: 1, .moodys: 5, .fitch: 9, .dbrs: 13], .secondBest, "A+", .investmentGrade),
  ]

  @Test(arguments: vectors)
  func `several ratings become one by a rule`(
    notches: [RatingAgency: Int], rule: CompositeRule, grade: String, bucket: RatingBucket
  ) {
    let composite = CompositeRating(notches: notches, rule: rule)
    #expect(composite.grade == grade)
    #expect(composite.bucket == bucket)
  }

  @Test func `an average between two notches is rounded as asked`() {
    let worse = CompositeRating(notches: Self.two, rule: .average)
    let better = CompositeRating(notches: Self.two, rule: .average, roundsHalfToWorse: false)
    #expect(worse.notch == 11)
    #expect(better.notch == 10)
  }

  @Test(arguments: UInt64(0)..<32)
  func `second best is the middle of three and the worse of two`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let notches = (0..<3).map { _ in Int.random(in: 1...22, using: &generator) }
      let three: [RatingAgency: Int] = [.sp: notches[0], .moodys: notches[1], .fitch: notches[2]]
      let two: [RatingAgency: Int] = [.sp: notches[0], .moodys: notches[1]]
      #expect(CompositeRating(notches: three, rule: .secondBest).notch == notches.sorted()[1])
      #expect(
        CompositeRating(notches: two, rule: .secondBest).notch == max(notches[0], notches[1]))
      for rule in CompositeRule.allCases {
        let notch = CompositeRating(notches: three, rule: rule).notch
        #expect(notch.map { notches.min() ?? 0 <= $0 && $0 <= notches.max() ?? 0 } == true)
      }
    }
  }
}
