import Finance
import Testing

@Suite struct RatingTests {
  /// Agency, text, expected code, scale, notch and kind.
  private static let grades: [(RatingAgency, String, String)] = [
    (.sp, "BBB-", "BBB- long_term 10 actual"), (.moodys, "Baa3", "Baa3 long_term 10 actual"),
    (.sp, "BB+", "BB+ long_term 11 actual"), (.moodys, "Ba1", "Ba1 long_term 11 actual"),
    (.fitch, "AAA", "AAA long_term 1 actual"), (.moodys, "Aaa", "Aaa long_term 1 actual"),
    (.dbrs, "A (low)", "A (low) long_term 7 actual"),
    (.dbrs, "A (low) (sf)", "A (low) structured 7 actual"),
    (.dbrs, "A(low)", "A (low) long_term 7 actual"), (.dbrs, "AL", "A (low) long_term 7 actual"),
    (.dbrs, "AAH", "AA (high) long_term 2 actual"),
    (.dbrs, "BBBL", "BBB (low) long_term 10 actual"),
    (.dbrs, "BB (high)", "BB (high) long_term 11 actual"), (.dbrs, "AAA", "AAA long_term 1 actual"),
    (.jcr, "AA-", "AA- long_term 4 actual"), (.jcr, "CCC", "CCC long_term 18 actual"),
    (.jcr, "LD", "LD long_term 22 actual"), (.jcr, "J-1+", "J-1+ short_term - actual"),
    (.scope, "(P) A (SF)", "A structured 6 provisional"),
    (.moodys, "(P)Baa3", "Baa3 long_term 10 provisional"),
    (.sp, "BBB-(sf)", "BBB- structured 10 actual"), (.fitch, "BBB-sf", "BBB- structured 10 actual"),
    (.fitch, "BBBsf(EXP)", "BBB structured 9 expected"),
    (.sp, "BBB- (prelim)", "BBB- long_term 10 preliminary"),
    (.moodys, "A1(+)", "A1 long_term 5 actual positive"),
    (.moodys, "A1 stable", "A1 long_term 5 actual stable"),
    (.sp, "BB−", "BB- long_term 13 actual"), (.kbra, "A- (sf)", "A- structured 7 actual"),
    (.fitch, "RD", "RD long_term 22 actual"), (.sp, "SD", "SD long_term 22 actual"),
    (.sp, "D", "D long_term 22 actual"), (.moodys, "Ca", "Ca long_term 20 actual"),
    (.moodys, "C", "C long_term 21 actual"), (.sp, "CCC-", "CCC- long_term 19 actual"),
    (.fitch, "F2", "F2 short_term - actual"), (.moodys, "P-1", "P-1 short_term - actual"),
    (.sp, "A-1", "A-1 short_term - actual"), (.sp, "A-1+", "A-1+ short_term - actual"),
    (.dbrs, "R-1 (low)", "R-1 (low) short_term - actual"),
    (.sp, "NR", "NR long_term - actual"), (.moodys, "WR", "NR long_term - actual"),
    (.fitch, "Not rated", "NR long_term - actual"),
    (.sp, "BBB/Baa2", "several"), (.moodys, "Aaa, Aa3, A2 by class", "none"),
    (.moodys, "Aaa, Aa3, A2", "several"), (.sp, "BBB and BB+", "several"),
    (.sp, "Baa2", "none"), (.moodys, "BBB", "none"), (.sp, "bbb", "none"), (.sp, "", "none"),
    (.sp, "AAA+", "none"), (.moodys, "Aaa1", "none"), (.sp, "A (low)", "none"),
    (.sp, "BBB (xyz)", "none"), (.dbrs, "A (low) (high)x", "none"), (.fitch, "strong", "none"),
  ]

  @Test(arguments: grades)
  func `grades are read as each agency prints them`(
    agency: RatingAgency, text: String, expected: String
  ) {
    #expect(Self.summary(text, agency) == expected)
  }

  private static func summary(_ text: String, _ agency: RatingAgency) -> String {
    do throws(RatingError) {
      let grade = try RatingGrade(text, agency: agency)
      let notch = grade.notch.map(String.init) ?? "-"
      let outlook = grade.outlook.map { " \($0.rawValue)" } ?? ""
      return "\(grade.code) \(grade.scale.rawValue) \(notch) \(grade.kind.rawValue)\(outlook)"
    } catch {
      if case .severalGrades = error { return "several" }
      return "none"
    }
  }

  private static let agencies: [(String, RatingAgency?)] = [
    ("S&P", .sp), ("Standard & Poor's", .sp), ("Moody's", .moodys),
    ("Moody’s Ratings", .moodys), ("Fitch", .fitch), ("DBRS", .dbrs), ("Morningstar DBRS", .dbrs),
    ("Scope", .scope), ("KBRA", .kbra), ("JCR", .jcr),
    ("Japan Credit Rating Agency", .jcr), ("all three", nil), ("unnamed agency", nil), ("", nil),
  ]

  @Test(arguments: agencies)
  func `agencies are known by the names they are printed under`(
    name: String, agency: RatingAgency?
  ) {
    #expect(RatingAgency(name: name) == agency)
    if let agency { #expect(RatingAgency(name: agency.name) == agency) }
  }

  @Test(arguments: RatingAgency.allCases)
  func `every grade of every agency reads back as its notch`(agency: RatingAgency) throws {
    for notch in 1...22 {
      guard let code = RatingGrade.code(notch: notch, agency: agency) else {
        #expect(agency == .moodys && notch == 22 || agency == .jcr && [17, 19].contains(notch))
        continue
      }
      let grade = try RatingGrade(code, agency: agency)
      #expect(grade.notch == notch)
      #expect(grade.bucket == (notch <= 10 ? .investmentGrade : .highYield))
    }
    #expect(RatingGrade.code(notch: 0, agency: agency) == nil)
    #expect(RatingGrade.code(notch: 23, agency: agency) == nil)
  }

  @Test func `an unrated grade is never junk`() throws {
    #expect(try RatingGrade("NR", agency: .sp).bucket == .unrated)
    #expect(RatingBucket(notch: nil) == .unrated)
  }
}
