import Ledger
import SQLite
import TestSupport
import Testing

/// Ratings on the day a tranche was priced. Each is written `subject agency grade day`, with `kind`
/// where it is no actual one.
@Suite(.temporaryDirectory) struct CompositeTests {
  /// Ratings; level, composite and the notches of S&P, Moody's, Fitch and DBRS.
  private static let rules: [(ratings: [String], composite: String)] = [
    ([], "- - - - - -"),
    // One: that. Two: the worse. Three: the middle. Four: the second best.
    (["tranche sp BBB- 2025-01-01"], "tranche 10 10 - - -"),
    (["tranche sp BBB- 2025-01-01", "tranche moodys Ba1 2025-01-01"], "tranche 11 10 11 - -"),
    (
      [
        "tranche sp BBB- 2025-01-01", "tranche moodys Ba1 2025-01-01",
        "tranche fitch BB- 2025-01-01",
      ], "tranche 11 10 11 13 -"
    ),
    (
      ["tranche sp BB 2025-01-01", "tranche moodys Ba2 2025-01-01", "tranche fitch B 2025-01-01"],
      "tranche 12 12 12 15 -"
    ),
    // The best level that has any: tranche, deal, senior unsecured, issuer.
    (["deal sp BB 2025-01-01", "issuer sp AA 2025-01-01"], "deal 12 12 - - -"),
    (["tranche fitch A 2025-01-01", "deal sp BB 2025-01-01"], "tranche 6 - - 6 -"),
    (
      ["senior_unsecured sp A 2025-01-01", "issuer moodys B2 2025-01-01"],
      "senior_unsecured 6 6 - - -"
    ),
    (["issuer moodys B2 2025-01-01"], "issuer 15 - 15 - -"),
    // Never the corporate family's, nor another issue's.
    (["corporate_family moodys B2 2025-01-01"], "- - - - - -"),
    (["issue sp AA 2025-01-01"], "- - - - - -"),
    // The latest on or before the pricing day, the day itself included.
    (["issuer sp AA 2025-01-01", "issuer sp A 2025-06-01"], "issuer 6 6 - - -"),
    (["issuer sp AA 2025-01-01", "issuer sp B 2025-11-04"], "issuer 3 3 - - -"),
    (["issuer sp AA 2025-01-01", "issuer sp B 2025-11-03"], "issuer 15 15 - - -"),
    (["issuer sp AA 2025-11-04"], "- - - - - -"),
    // Actual ratings alone, and none without a day.
    (["issuer sp AA 2025-01-01 expected"], "- - - - - -"),
    (["issuer sp AA 2025-01-01", "issuer sp B 2025-02-01 preliminary"], "issuer 3 3 - - -"),
    (["issuer sp AA -"], "- - - - - -"),
    // Withdrawn is no rating.
    (["issuer sp AA 2025-01-01", "issuer sp AA 2025-02-01 withdrawn"], "- - - - - -"),
  ]

  @Test(arguments: rules.indices) func `the composite of a tranche at its pricing`(
    index: Int
  ) throws {
    let (ratings, composite) = Self.rules[index]
    #expect(try Self.composite(of: ratings) == composite)
  }

  /// Instrument, seniority and whether it is secured; whether senior unsecured ratings are its.
  @Test(arguments: [
    ("bond", "senior_unsecured", "0", true), ("convertible", "senior_unsecured", "0", true),
    ("bond", "senior_unsecured", "NULL", true), ("bond", "senior_unsecured", "1", false),
    ("bond", "senior_secured", "1", false), ("bond", "NULL", "0", false),
    ("term_loan", "senior_unsecured", "0", false),
  ])
  func `senior unsecured ratings are those of unsecured senior bonds`(
    instrument: String, seniority: String, secured: String, isMeant: Bool
  ) throws {
    let composite = try Self.composite(
      of: ["senior_unsecured sp A 2025-01-01"],
      change: """
        UPDATE tranche SET instrument = '\(instrument)', secured = \(secured),
          seniority = nullif('\(seniority)', 'NULL')
        """)
    #expect(composite.hasPrefix(isMeant ? "senior_unsecured 6" : "- -"))
  }

  @Test func `investment grade ends at BBB-, Baa3 and BBB (low)`() throws {
    let connection = try Workbench.make()
    #expect(
      try rows(
        """
        SELECT agency, grade FROM rating_grade WHERE notch = 10
        UNION ALL SELECT agency, grade FROM rating_grade WHERE notch = 11 ORDER BY 1, 2
        """, in: connection
      ).filter { !$0.hasPrefix("scope") && !$0.hasPrefix("kbra") && !$0.hasPrefix("jcr") } == [
        "dbrs | BB (high)", "dbrs | BBB (low)", "fitch | BB+", "fitch | BBB-",
        "moodys | Ba1", "moodys | Baa3", "sp | BB+", "sp | BBB-",
      ])
  }

  private static func composite(of ratings: [String], change: String? = nil) throws -> String {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      try DealRepository().insert(Workbench.deal("d"), in: transaction)
      var tranche = try Workbench.tranche("t", of: "d", "100 USD")
      tranche.seniority = "senior_unsecured"
      try TrancheRepository().insert(tranche, in: transaction)
      if let change { try transaction.run(change) }
      var priced = try Workbench.event("e", "priced", on: "2025-11-03")
      priced.deal = "d"
      try Repository<Event>().insert(priced, in: transaction)
      for (number, line) in ratings.enumerated() {
        try Repository<RatingAction>().insert(try rating(line, "r\(number)"), in: transaction)
      }
      try Figures.rebuild(in: transaction)
    }
    return try connection.one(
      """
      SELECT rating_level, composite_notch, sp_notch, moodys_notch, fitch_notch, dbrs_notch
      FROM tranche_figure
      """
    ) { row in
      let notches = try (1...5).map { try row($0, as: Int?.self).map(String.init) ?? "-" }
      return ([try row(0, as: String?.self) ?? "-"] + notches).joined(separator: " ")
    }
  }

  private static func rating(_ line: String, _ key: String) throws -> RatingAction {
    let words = line.split(separator: " ").map(String.init)
    var rating = RatingAction(key: key)
    rating.party = "meta"
    rating.level = words[0]
    if words[0] == "tranche" { rating.tranche = "t" }
    if words[0] == "deal" { rating.deal = "d" }
    (rating.agency, rating.grade) = (words[1], words[2])
    rating.acted = try Workbench.days(words[3] == "-" ? nil : words[3])
    if words.count > 4 {
      if words[4] == "withdrawn" { rating.isWithdrawn = true } else { rating.kind = words[4] }
    }
    rating.origin = Workbench.source()
    return rating
  }
}
