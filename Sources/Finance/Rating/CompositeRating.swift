/// One rating made of those of several agencies.
public struct CompositeRating: Hashable, Sendable {
  /// The rule it was made by.
  public let rule: CompositeRule
  /// The place on the common scale, 1 to 22; `nil` when no agency has rated.
  public let notch: Int?

  /// Makes one rating of several.
  ///
  /// - Parameters:
  ///   - notches: The notch of each agency that has rated, 1 to 22. Which ratings count (actual,
  ///     not withdrawn, of which level and day) the caller has decided.
  ///   - rule: How they become one.
  ///   - roundsHalfToWorse: Where an average lies exactly between two notches: the worse, or else
  ///     the better. ICE does not publish which; the ledger takes the worse.
  public init(
    notches: [RatingAgency: Int], rule: CompositeRule, roundsHalfToWorse: Bool = true
  ) {
    precondition(notches.values.allSatisfy { 1...22 ~= $0 }, "a notch is 1 to 22")
    self.rule = rule
    let sorted = notches.values.sorted()
    if let agency = rule.preferredAgencies.first(where: { notches[$0] != nil }) {
      notch = notches[agency]
      return
    }
    switch rule {
    case .average:
      // The indices take no other agency into their mean.
      let averaged = [RatingAgency.sp, .moodys, .fitch].compactMap { notches[$0] }
      let (sum, count) = (averaged.reduce(0, +), averaged.count)
      let half = roundsHalfToWorse ? count : count - 1
      notch = count == 0 ? nil : (2 * sum + half) / (2 * count)
    case .lowest: notch = sorted.last
    case .highest: notch = sorted.first
    case .secondBest, .spFirst, .moodysFirst, .fitchFirst:
      notch = Self.secondBest(of: sorted)
    }
  }

  /// One rating: that; several: the second best, as the Basel rule for multiple assessments has it.
  public static func secondBest(of notches: [Int]) -> Int? {
    let sorted = notches.sorted()
    return sorted.count > 1 ? sorted[1] : sorted.first
  }

  /// The grade in the letters of S&P, `NR` when no agency has rated.
  public var grade: String {
    notch.flatMap { RatingGrade.code(notch: $0, agency: .sp) } ?? "NR"
  }

  /// The half of the scale it stands in.
  public var bucket: RatingBucket { RatingBucket(notch: notch) }
}
