import Intake
import Ledger
import SQLite
import Seeds
import Tabular
import TestSupport
import Testing

/// Rating actions, those that are kept and those that are refused.
@Suite(.temporaryDirectory) struct RatingTests {
  private static func rating(
    _ agency: String, _ grade: String, _ more: String = "", scope: String = "issuer"
  ) -> String {
    """
    {"agency": "\(agency)", "grade": "\(grade)", "party": "Meta", "scope": "\(scope)", \
    "date": "2025-11-03"\(more), "sources": ["paper"]}
    """
  }

  /// Agency and grade as printed; agency, grade, scale and kind as stored.
  @Test(arguments: [
    ("S&P", "BBB-", "sp | BBB- | long_term | actual"),
    ("Moody's", "Ba1", "moodys | Ba1 | long_term | actual"),
    ("Fitch", "BB+", "fitch | BB+ | long_term | actual"),
    ("Moody's", "(P)Baa3", "moodys | Baa3 | long_term | provisional"),
    ("Fitch", "BB+(EXP)", "fitch | BB+ | long_term | expected"),
    ("S&P", "BB (prelim)", "sp | BB | long_term | preliminary"),
    ("JCR", "AA-", "jcr | AA- | long_term | actual"),
  ])
  func `a grade as printed`(agency: String, grade: String, stored: String) throws {
    let connection = try Workbench.ledger(with: Self.rating(agency, grade))
    #expect(
      try rows("SELECT agency, grade, scale, kind FROM rating_action", in: connection) == [stored])
  }

  /// The action in words; kind, and whether it is withdrawn.
  @Test(arguments: [
    ("assigned", "actual | 0"), ("expected rating assigned", "expected | 0"),
    ("preliminary", "preliminary | 0"), ("Withdrawn", "actual | 1"),
  ])
  func `an action tells the kind`(action: String, stored: String) throws {
    let connection = try Workbench.ledger(
      with: Self.rating("S&P", "BB", ", \"action\": \"\(action)\""))
    #expect(
      try rows("SELECT kind, is_withdrawn FROM rating_action", in: connection) == [stored])
  }

  /// What is rated, in words; the level.
  @Test(arguments: [
    ("issuer", "issuer"), ("long-term IDR", "issuer"), ("issuer comment", "issuer"),
    ("senior unsecured", "senior_unsecured"), ("Senior Unsecured notes", "senior_unsecured"),
    ("corporate family", "corporate_family"), ("senior secured notes 2030", "issue"),
  ])
  func `a scope names the level`(scope: String, level: String) throws {
    let connection = try Workbench.ledger(
      with: Self.rating("S&P", "BB", scope: scope))
    #expect(
      try rows("SELECT level, scope FROM rating_action", in: connection) == ["\(level) | \(scope)"])
  }

  @Test func `a rating is about the tranche or deal it names, else about the party`() throws {
    let connection = try Workbench.ledger(
      with: """
        \(Workbench.deal(
          "d", #""tranches": [{"name": "A", "ratings": [{"agency": "S&P", "grade": "BB"}]}]"#,
          #""ratings": [{"agency": "Fitch", "grade": "BBB-"}]"#))
        \(Self.rating("Moody's", "Ba2", ", \"tranche\": \"d/t1\""))
        \(Self.rating("Moody's", "Ba3", ", \"deal\": \"d\""))
        \(Self.rating("Moody's", "Ba1"))
        """)
    #expect(
      try rows(
        """
        SELECT r.grade, r.level, d.key, t.key FROM rating_action r
        LEFT JOIN deal d ON d.id = r.deal_id LEFT JOIN tranche t ON t.id = r.tranche_id
        ORDER BY r.grade
        """, in: connection) == [
          "BB | tranche | NULL | d/t1", "BBB- | deal | d | NULL", "Ba1 | issuer | NULL | NULL",
          "Ba2 | tranche | NULL | d/t1", "Ba3 | deal | d | NULL",
        ])
  }

  @Test func `a rating of a tranche and a deal is about neither`() throws {
    let problems = try Workbench.problems(
      Workbench.deal("d", "\"tranches\": [{\"name\": \"A\"}]") + "\n"
        + Self.rating("S&P", "BB", ", \"deal\": \"d\", \"tranche\": \"d/t1\""))
    #expect(problems.contains { $0.contains("is about a tranche or a deal, not both") })
  }

  /// A rating inside a deal that cannot be read; what is warned.
  @Test(arguments: [
    ("S&P", "by class", "/ratings/0/grade: "), ("S&P", "F2", "/ratings/0/grade: "),
    ("all three", "BBB", "/ratings/0/agency: 'all three' names no single rating agency"),
    ("Fitch", "F2", "/ratings/0/grade: 'F2' is no long-term grade"),
  ])
  func `a nested rating that cannot be read becomes a claim and a warning`(
    agency: String, grade: String, warning: String
  ) throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(
      Workbench.deal(
        "d", #""ratings": [{"agency": "\#(agency)", "grade": "\#(grade)"}]"#), &connection)
    #expect(summary.warnings.count == 1)
    let words = summary.warnings.first?.description ?? ""
    #expect(
      words.contains(warning) && words.hasSuffix("; kept as a claim on the record"), "\(words)")
    #expect(words.hasPrefix("in.jsonl:1:"))
    #expect(try rows("SELECT * FROM rating_action", in: connection) == [])
    #expect(
      try rows("SELECT stance, value FROM claim WHERE attribute = 'rating'", in: connection) == [
        "preferred | \(agency) \(grade)"
      ])
  }

  @Test func `several unreadable ratings of one record are several claims`() throws {
    var connection = try Workbench.make()
    let summary = try Workbench.load(
      Workbench.deal(
        "d",
        #""ratings": [{"agency": "S&P", "grade": "by class"}, "#
          + #"{"agency": "Fitch", "grade": "by class"}]"#), &connection)
    #expect(summary.warnings.count == 2)
    #expect(
      try rows("SELECT attribute, stance, value FROM claim ORDER BY attribute", in: connection) == [
        "rating | preferred | S&P by class", "rating_2 | preferred | Fitch by class",
      ])
    #expect(try rows("SELECT * FROM contradictions", in: connection) == [])
  }

  @Test func `the refused lines of the data are refused, each with its reason`() throws {
    let text = try #require(Seeds.text(Seeding.refusedRatings))
    var connection = try ShippedLedger.open(.none)
    let before = try contents(of: connection)
    let error = #expect(throws: ImportRefused.self) {
      _ = try Importer().run(
        [SourceText(text, name: "ratings-refused.jsonl")], command: "test", into: &connection)
    }
    #expect(try contents(of: connection) == before)
    let problems = (error?.problems ?? []).map(\.description)
    let reasons = [
      "/agency: 'all three' names no single rating agency",
      "/grade: 'F2' is no long-term grade",
      "/agency: 'unnamed agency' names no single rating agency",
    ]
    #expect(problems.count == text.split(separator: "\n").count)
    #expect(problems.count == reasons.count)
    for (index, (problem, reason)) in zip(problems, reasons).enumerated() {
      #expect(problem.hasPrefix("ratings-refused.jsonl:\(index + 1):"), "\(problem)")
      #expect(problem.contains(reason), "\(problem)")
    }
  }
}
