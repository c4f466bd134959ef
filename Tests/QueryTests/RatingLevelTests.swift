import Finance
import Foundation
import Ledger
import SQLite
import TestSupport
import Testing

/// Which ratings stand for a bond, and that two programs make the same one of them.
@Suite(.temporaryDirectory) struct RatingLevelTests {
  private static let tranche = #"{"name": "Notes", "amount": 1e9, "seniority": "senior unsecured"}"#
  private static let subordinated = #"{"name": "Notes", "amount": 1e9, "seniority": "senior"}"#

  private static func rating(_ grade: String, _ rest: String) -> String {
    #"{"party": "Borrower", "agency": "S&P", "grade": "\#(grade)", \#(rest)}"#
  }

  @Test(arguments: [
    // The tranche's ratings on the pricing day, 2 June 2025, with the bucket they give.
    (tranche, [#""scope": "issuer", "date": "2025-05-01""#], "high_yield"),
    (tranche, [#""scope": "senior unsecured", "date": "2025-05-01""#], "high_yield"),
    (tranche, [#""scope": "corporate family", "date": "2025-05-01""#], "unrated"),
    (subordinated, [#""scope": "senior unsecured", "date": "2025-05-01""#], "unrated"),
    (subordinated, [#""scope": "issuer", "date": "2025-05-01""#], "high_yield"),
    // A rating of the day itself counts, a later or undated one does not.
    (tranche, [#""scope": "issuer", "date": "2025-06-02""#], "high_yield"),
    (tranche, [#""scope": "issuer", "date": "2025-06-03""#], "unrated"),
    (tranche, [#""scope": "issuer""#], "unrated"),
    (
      tranche,
      [
        #""scope": "issuer", "date": "2025-05-01""#,
        #""scope": "issuer", "date": "2025-05-02", "action": "withdrawn""#,
      ], "unrated"
    ),
  ])
  func `a rating stands for a bond by its level and day`(
    tranche: String, ratings: [String], bucket: String
  ) throws {
    let bond = Document.bond("a", "1", more: #""tranches": [\#(tranche)]"#)
    let ledger = try SmallLedger.open([bond] + ratings.map { Self.rating("B", $0) })
    let rows = try Answer.rows("junk-bond-share", "bucket tranches", in: ledger)
    #expect(rows.split(separator: "\n").filter { $0.hasSuffix("1") } == ["\(bucket) | 1"])
  }

  @Test func `the bond's own rating goes before that of its issuer`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "1", ratings: "Moody's Baa3"),
      Self.rating("B", #""scope": "issuer", "date": "2025-05-01""#))
    let rows = try Answer.rows(
      "junk-bond-share", "bucket tranches", ["rating_rule": "lowest"], in: ledger)
    #expect(rows.contains("investment_grade | 1"))
  }

  @Test func `the query and the program make the same composite of 500 sets of ratings`() throws {
    var random = SplitMix64(seed: 20_251_110)
    let sets = (0..<500).map { _ in RatingSet(using: &random) }
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "500",
        more: #""tranches": [\#(sets.enumerated().map(RatingSet.tranche).joined(separator: ", "))]"#
      ))
    // The query's own text, up to the point where it has made one notch of each bond's.
    let query = try SavedQueries.find("junk-bond-share", in: ledger).sql
    let end = try #require(query.range(of: ",\nvalued AS ("))
    let sql =
      query[..<end.lowerBound]
      + " SELECT t.name, r.notch FROM rated r JOIN tranche t ON t.id = r.tranche_id ORDER BY t.id"
    for rule in CompositeRule.allCases {
      let notches = try QueryRunner.run(
        String(sql), values: ["rating_rule": rule.rawValue, "as_of": Answer.day], in: ledger)
      #expect(notches.rows.count == 500)
      for (row, set) in zip(notches.rows, sets) {
        let expected = CompositeRating(notches: set.notches, rule: rule).notch
        #expect(row[1] == expected.map { .integer(Int64($0)) } ?? .null, "\(rule) of \(set)")
      }
    }
  }
}

/// What up to four agencies think of one bond.
private struct RatingSet: CustomStringConvertible {
  let notches: [RatingAgency: Int]

  init(using random: inout SplitMix64) {
    var notches: [RatingAgency: Int] = [:]
    for agency in [RatingAgency.sp, .moodys, .fitch, .dbrs] where Bool.random(using: &random) {
      // Around the boundary more often than elsewhere. Moody's has no grade at 22.
      notches[agency] =
        Bool.random(using: &random)
        ? Int.random(in: 9...12, using: &random) : Int.random(in: 1...21, using: &random)
    }
    self.notches = notches
  }

  var description: String {
    notches.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
  }

  static func tranche(number: Int, set: RatingSet) -> String {
    let ratings = set.notches.sorted { $0.key.rawValue < $1.key.rawValue }.map { agency, notch in
      let grade = RatingGrade.code(notch: notch, agency: agency) ?? ""
      return #"{"agency": "\#(agency.name)", "grade": "\#(grade)", "date": "2025-05-01"}"#
    }
    let list = ratings.joined(separator: ", ")
    return #"{"name": "\#(number)", "amount": 1e9, "ratings": [\#(list)]}"#
  }
}
