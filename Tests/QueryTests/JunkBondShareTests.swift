import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct JunkBondShareTests {
  @Test func `the share is high yield over rated bonds; unrated ones stand apart`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "6", ratings: "S&P BBB"),
      Document.bond("b", "2", ratings: "S&P BB"),
      Document.bond("c", "1"),
      Document.deal("d", "convertible", "5"),
      Document.deal("e", "term_loan", "9"))
    let rows = try Answer.rows(
      "junk-bond-share",
      "bucket tranches face_low face_high share_of_rated_low_pct share_of_rated_high_pct remark",
      in: ledger)
    #expect(
      rows == """
        investment_grade | 1 | 6 | 6 | 75 | 75 | –
        high_yield | 1 | 2 | 2 | 25 | 25 | –
        unrated | 1 | 1 | 1 | – | – | –
        """)
  }

  @Test(arguments: [
    // One grade is the composite under every rule.
    ("Moody's Ba1", "second_best", "high_yield"),
    ("Moody's Baa3", "second_best", "investment_grade"),
    ("DBRS BB (high)", "second_best", "high_yield"),
    ("DBRS BB (high)", "sp_first", "high_yield"),
    // Two of them: the worse is the second best; their mean, 10.5, is rounded to the worse.
    ("S&P BBB-, Moody's Ba1", "second_best", "high_yield"),
    ("S&P BBB-, Moody's Ba1", "average", "high_yield"),
    ("S&P BBB-, Moody's Ba1", "lowest", "high_yield"),
    ("S&P BBB-, Moody's Ba1", "highest", "investment_grade"),
    ("S&P BBB-, Moody's Ba1", "sp_first", "investment_grade"),
    ("S&P BBB-, Moody's Ba1", "moodys_first", "high_yield"),
    ("S&P BBB-, Moody's Ba1", "fitch_first", "investment_grade"),
    // Three of them: the middle; the mean, 10.33, is rounded to 10.
    ("S&P BBB-, Moody's Ba1, Fitch BBB-", "second_best", "investment_grade"),
    ("S&P BBB-, Moody's Ba1, Fitch BBB-", "average", "investment_grade"),
    ("S&P BBB-, Moody's Ba1, Fitch BBB-", "lowest", "high_yield"),
    ("S&P BB+, Moody's Baa3, Fitch BB+", "fitch_first", "high_yield"),
    ("S&P BB+, Moody's Baa3, Fitch BB+", "moodys_first", "investment_grade"),
    ("S&P BB+, Moody's Baa3, Fitch BB+", "average", "high_yield"),
    // The mean is that of S&P, Moody's and Fitch.
    ("DBRS BB (high)", "average", "unrated"),
    ("S&P BBB-, DBRS B", "average", "investment_grade"),
    ("S&P BBB-, DBRS B", "lowest", "high_yield"),
    // Expected and withdrawn ratings are none.
    ("S&P BBB (prelim)", "second_best", "unrated"),
    ("Moody's (P)Ba1", "lowest", "unrated"),
  ])
  func `a bond falls into the bucket of its composite`(
    ratings: String, rule: String, bucket: String
  ) throws {
    let ledger = try SmallLedger.open(Document.bond("a", "1", ratings: ratings))
    let rows = try Answer.rows(
      "junk-bond-share", "bucket tranches", ["rating_rule": rule], in: ledger)
    #expect(rows.split(separator: "\n").filter { $0.hasSuffix("1") } == ["\(bucket) | 1"])
  }

  private static let stages = [
    Document.bond("rumoured", "1", ratings: "S&P B", more: #""evidence": "rumoured""#),
    Document.bond("lapsed", "2", ratings: "S&P B", binding: "lapsed"),
    Document.bond("conditional", "4", ratings: "S&P B", binding: "conditional"),
    Document.bond("signed", "8", ratings: "S&P B"),
    Document.bond("closed", "16", ratings: "S&P B", more: #""closed_on": "2025-06-05""#),
    Document.bond("repaid", "32", ratings: "S&P B", more: #""funding": "repaid""#),
    Document.bond("partly", "64", ratings: "S&P B", more: #""funding": "partly_drawn""#),
    Document.bond(
      "told-twice", "128", ratings: "S&P B",
      more: #""counted": false, "not_counted_because": "told twice""#),
  ]

  @Test(
    arguments: [
      ("announced", "2026-06-30", "124 | 5 | 0"),
      ("binding", "2026-06-30", "120 | 4 | 0"),
      (nil, "2026-06-30", "120 | 4 | 0"),
      // How much of a bond that is drawn in part is drawn is not known.
      ("funded", "2026-06-30", "48 | 2 | 1"),
      ("outstanding", "2026-06-30", "16 | 1 | 1"),
      ("outstanding", "2025-06-04", "0 | 0 | 1"),
      ("announced", "2025-06-01", "0 | 0 | 0"),
    ] as [(String?, String, String)])
  func `stages nest, on the day that is asked about`(
    stage: String?, day: String, sum: String
  ) throws {
    let ledger = try SmallLedger.open(Self.stages)
    var values = ["as_of": day]
    values["stage"] = stage
    let rows = try Answer.rows(
      "junk-bond-share", "face_high rows_used rows_without_amount", values, in: ledger)
    #expect(rows.split(separator: "\n").dropFirst().first ?? "" == sum)
  }

  @Test(arguments: [
    // Rated investment grade, rated high yield; the least and the most share of high yield.
    ("6", "2", "2 | 2 | 25 | 25"),
    ("1 to 3", "2 to 4", "2 | 4 | 40 | 80"),
    ("6", "up_to 2", "0 | 2 | 0 | 25"),
    ("up_to 6", "2", "2 | 2 | 25 | 100"),
    ("6", "at_least 2", "2 | 2 | 25 | 25"),
    ("6", "about 2", "2 | 2 | 25 | 25"),
    ("6", "?", "0 | 0 | 0 | 0"),
    ("?", "2", "2 | 2 | 100 | 100"),
    ("?", "?", "0 | 0 | – | –"),
  ])
  func `a range stays a range`(good: String, junk: String, answer: String) throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", good, ratings: "S&P A"), Document.bond("b", junk, ratings: "S&P B"))
    let rows = try Answer.rows(
      "junk-bond-share",
      "face_low face_high share_of_rated_low_pct share_of_rated_high_pct", in: ledger)
    #expect(rows.split(separator: "\n").dropFirst().first ?? "" == answer)
  }

  @Test(
    arguments: [
      // On 6 November 2025 the European Central Bank gave a euro as 1.1533 dollars, 10.99 kronor
      // and 177.15 yen. An amount is multiplied once and rounded once.
      (nil, "USD | 1.15330000043", "1.1533"),
      ("EUR", "EUR | 1.00000000037", "1"),
      ("SEK", "SEK | 10.99000000407", "10.99"),
      ("JPY", "JPY | 177.150000066", "177.15"),
    ] as [(String?, String, String)])
  func `an amount is converted at the rate of its own day, or not at all`(
    currency: String?, junk: String, good: String
  ) throws {
    let ledger = try SmallLedger.open(
      Document.bond(
        "a", "1.00000000037", ratings: "S&P B", currency: "EUR", priced: "2025-11-06"),
      Document.bond("b", "1.1533", ratings: "S&P A", priced: "2025-11-06"))
    var values: [String: String] = [:]
    values["currency"] = currency
    let rows = try Answer.rows("junk-bond-share", "currency face_low", values, in: ledger)
    let lines = rows.split(separator: "\n")
    #expect(lines[0].hasSuffix("| \(good)"))
    #expect(lines[1] == junk)
  }

  @Test(
    arguments: [
      // A euro was 1.1533 dollars on 6 November 2025 and 1.1648 on the 14th; on Saturday the 15th
      // the rate of Friday holds, and in 2030 none is young enough.
      ("deal_date", "1.1533"), ("2025-11-14", "1.1648"), ("2025-11-15", "1.1648"),
      ("as_of", "1.1648"), ("2030-01-01", "–"),
    ])
  func `a day for all rates may be asked for`(fx: String, dollars: String) throws {
    let ledger = try SmallLedger.open(
      Document.bond("a", "1", ratings: "S&P A", currency: "EUR", priced: "2025-11-06"))
    let rows = try Answer.rows(
      "junk-bond-share", "face_low", ["fx": fx, "as_of": "2025-11-16"], in: ledger)
    #expect(rows.split(separator: "\n").first ?? "" == dollars)
  }

  @Test func `what cannot be converted is counted and told`() throws {
    let ledger = try SmallLedger.open(
      Document.bond("riyal", "1", ratings: "S&P B", currency: "SAR"),
      Document.bond("some-day", "1", ratings: "S&P B", currency: "EUR", priced: "2025"),
      Document.bond("dollar", "1", ratings: "S&P B"))
    let rows = try Answer.rows(
      "junk-bond-share", "bucket face_low rows_used rows_unconverted", in: ledger)
    #expect(rows.contains("high_yield | 1 | 1 | 2"))
  }

  @Test func `without a rated bond there is no share, and a remark says so`() throws {
    let ledger = try SmallLedger.open(Document.bond("a", "3"))
    let rows = try Answer.rows(
      "junk-bond-share", "bucket face_low share_of_rated_low_pct remark", in: ledger)
    #expect(
      rows == """
        investment_grade | 0 | – | no rated bond with an amount
        high_yield | 0 | – | no rated bond with an amount
        unrated | 3 | – | –
        """)
  }

  private static let claim =
    #""attribute": "amount", "amount": 4e9, "currency": "USD""#
    + #", "measure": "priced", "stance": "alternative", "source": 0"#
  private static let tranche =
    #""tranches": [{"key": "a/only", "name": "Notes", "currency": "USD", "amount": 3e9}], "#

  @Test(arguments: [
    // On the amount of the tranche, and on that of a deal that nobody divides.
    (tranche + #""claims": [{"on": "a/only", \#(claim)}]"#, 1),
    (#""claims": [{\#(claim)}]"#, 1),
    // The deal's amount is another matter where its tranches are known.
    (tranche + #""claims": [{\#(claim)}]"#, 0),
  ])
  func `a bond in an unresolved contradiction is counted and told`(
    more: String, contradicted: Int
  ) throws {
    let ledger = try SmallLedger.open(Document.bond("a", "3", ratings: "S&P B", more: more))
    let rows = try Answer.rows("junk-bond-share", "bucket face_low rows_contradicted", in: ledger)
    #expect(rows.contains("high_yield | 3 | \(contradicted)"))
  }
}
