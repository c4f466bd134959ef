import SQLite
import TestSupport
import Testing

/// Ratings and identifiers of a tranche.
@Suite(.temporaryDirectory) struct SheetRatingTests {
  /// A column and a grade as printed; agency, grade, scale and day as stored, or nothing.
  @Test(arguments: [
    ("sp_rating", "BB+", ["sp | BB+ | long_term | 2025-11-03"]),
    ("S&P", "BB+", ["sp | BB+ | long_term | 2025-11-03"]),
    ("moodys", "Ba1", ["moodys | Ba1 | long_term | 2025-11-03"]),
    ("Moody's rating", "Aaa", ["moodys | Aaa | long_term | 2025-11-03"]),
    ("fitch", "BBB−", ["fitch | BBB- | long_term | 2025-11-03"]),
    ("dbrs", "A (low)", ["dbrs | A (low) | long_term | 2025-11-03"]),
    ("dbrs", "AL", ["dbrs | A (low) | long_term | 2025-11-03"]),
    ("fitch", "A (sf)", ["fitch | A | structured | 2025-11-03"]),
    ("sp", "NR", []), ("sp", "nr", []), ("sp", "not rated", []), ("moodys", "WR", []),
    ("sp", "", []), ("sp", "-", []), ("fitch", "n/a", []),
  ])
  func `a grade is an actual rating of the tranche on the day it was priced`(
    column: String, grade: String, stored: [String]
  ) throws {
    let connection = try SheetBench.ledger(
      with: "issuer;instrument;priced;\(column)\nAlder;bond;2025-11-03;\(grade)\n")
    #expect(
      try rows("SELECT agency, grade, scale, acted_on FROM rating_action", in: connection)
        == stored)
  }

  /// The days of a deal; the first and last day its ratings count from.
  @Test(arguments: [
    ("2025-10-01;2025-11-03;2025-12-01", "2025-11-03 | 2025-11-03"),
    ("2025-10;;2025-12-01", "2025-10-01 | 2025-10-31"),
    (";;2025-12", "2025-12-01 | 2025-12-31"), (";;", "NULL | NULL"),
  ])
  func `ratings are of the day of pricing, else of announcement, else of any other`(
    days: String, rated: String
  ) throws {
    let connection = try SheetBench.ledger(
      with: "issuer;instrument;sp;announced;priced;closed\nAlder;bond;BB;\(days)\n")
    #expect(try rows("SELECT acted_on, acted_until FROM rating_action", in: connection) == [rated])
  }

  @Test func `the composite is the second best of several`() throws {
    let connection = try SheetBench.ledger(
      with: """
        deal_id;issuer;instrument;priced;sp;moodys;fitch;dbrs
        a;Alder;bond;2025-11-03;BB+;Baa3;B;
        b;Alder;bond;2025-11-03;BB;NR;;-
        c;Alder;bond;2025-11-03;NR;;;
        """)
    #expect(
      try rows(
        """
        SELECT rating_level, sp_notch, moodys_notch, fitch_notch, composite_notch
        FROM tranche_figure ORDER BY tranche_id
        """, in: connection)
        == [
          "tranche | 11 | 10 | 15 | 11", "tranche | 12 | NULL | NULL | 12",
          "NULL | NULL | NULL | NULL | NULL",
        ])
  }

  @Test func `an ISIN and a CUSIP are kept by their check digits`() throws {
    let connection = try SheetBench.ledger(
      with: """
        issuer;instrument;tranche;isin;cusip
        Alder;bond;A;us0378331005;037833100
        Alder;bond;B;-;
        """)
    #expect(
      try rows("SELECT key, scheme, value FROM instrument_identifier", in: connection)
        == [
          "alder/a/isin/us0378331005 | isin | US0378331005",
          "alder/a/cusip/037833100 | cusip | 037833100",
        ])
  }
}
