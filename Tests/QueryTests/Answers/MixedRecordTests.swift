import Ledger
import SQLite
import TestSupport
import Testing

/// One ledger of everything that goes wrong with figures, and the answer for every stage, rule and
/// currency.
@Suite(.temporaryDirectory) struct MixedRecordTests {
  private static let contradicted =
    #""claims": [{"attribute": "amount", "amount": 9e9, "currency": "USD", "measure": "priced", "#
    + #""stance": "alternative", "source": 0}]"#
  private static func closed(_ more: String = "") -> String {
    #""closed_on": "2025-11-10"\#(more.isEmpty ? "" : ", " + more)"#
  }

  /// Bonds priced on 6 November 2025, when a euro was 1.1533 dollars; on 14 November it was 1.1648.
  /// Amounts are powers of two, so that each sum tells what is in it.
  private static let records = [
    Document.bond("plain", "1", ratings: "S&P BBB", priced: "2025-11-06", more: closed()),
    Document.bond(
      "split", "2", ratings: "S&P BBB-, Moody's Ba1", priced: "2025-11-06", more: closed()),
    Document.bond("range", "4 to 6", ratings: "S&P B", priced: "2025-11-06"),
    Document.bond("ceiling", "up_to 8", ratings: "S&P B", priced: "2025-11-06"),
    Document.bond(
      "euro", "16", ratings: "S&P A", currency: "EUR", priced: "2025-11-06", more: closed()),
    Document.bond(
      "riyal", "32", ratings: "S&P A", currency: "SAR", priced: "2025-11-06", more: closed()),
    Document.bond(
      "contradicted", "64", ratings: "S&P B", priced: "2025-11-06", more: closed(contradicted)),
    Document.bond(
      "told-twice", "128", ratings: "S&P B", priced: "2025-11-06",
      more: #""counted": false, "not_counted_because": "told twice""#),
    Document.bond("lapsed", "256", ratings: "S&P B", priced: "2025-11-06", binding: "lapsed"),
    Document.bond(
      "conditional", "512", ratings: "S&P B", priced: "2025-11-06", binding: "conditional"),
    Document.bond(
      "rumoured", "1024", ratings: "S&P B", priced: "2025-11-06", more: #""evidence": "rumoured""#),
    Document.bond(
      "repaid", "2048", ratings: "S&P B", priced: "2025-11-06", more: #""funding": "repaid""#),
    Document.bond("unknown", "?", ratings: "S&P B", priced: "2025-11-06", more: closed()),
    Document.bond("unrated", "4096", priced: "2025-11-06", more: closed()),
    // Nobody says when: it counts on every day, and is counted as undated.
    #"{"key": "undated", "name": "Notes", "kind": "bond", "issuer": "B", "currency": "USD", "#
      + #""amount": 8192e9, "evidence": "filed", "binding": "definitive", "sources": "#
      + #"[{"title": "Somewhere", "publisher": "Nobody", "grade": "S"}]}"#,
  ]

  @Test(arguments: [
    // Stage, rule, currency, rate: investment grade, high yield (least and most), unrated; of high
    // yield how many are without amount, and contradicted; of all how many unconverted.
    ("announced", "second_best", "USD", "deal_date", "19.4528 | 2630 to 2640 | 12288 | 1 | 1 | 1"),
    ("binding", "second_best", "USD", "deal_date", "19.4528 | 2118 to 2128 | 12288 | 1 | 1 | 1"),
    ("funded", "second_best", "USD", "deal_date", "19.4528 | 2114 to 2114 | 4096 | 1 | 1 | 1"),
    ("outstanding", "second_best", "USD", "deal_date", "19.4528 | 66 to 66 | 4096 | 1 | 1 | 1"),
    ("outstanding", "average", "USD", "deal_date", "19.4528 | 66 to 66 | 4096 | 1 | 1 | 1"),
    ("outstanding", "lowest", "USD", "deal_date", "19.4528 | 66 to 66 | 4096 | 1 | 1 | 1"),
    ("outstanding", "highest", "USD", "deal_date", "21.4528 | 64 to 64 | 4096 | 1 | 1 | 1"),
    ("outstanding", "sp_first", "USD", "deal_date", "21.4528 | 64 to 64 | 4096 | 1 | 1 | 1"),
    ("outstanding", "moodys_first", "USD", "deal_date", "19.4528 | 66 to 66 | 4096 | 1 | 1 | 1"),
    ("outstanding", "fitch_first", "USD", "deal_date", "21.4528 | 64 to 64 | 4096 | 1 | 1 | 1"),
    ("outstanding", "second_best", "USD", "2025-11-14", "19.6368 | 66 to 66 | 4096 | 1 | 1 | 1"),
  ])
  func `every stage, rule and rate has one answer`(
    stage: String, rule: String, currency: String, fx: String, answer: String
  ) throws {
    let ledger = try SmallLedger.open(Self.records)
    let values = ["stage": stage, "rating_rule": rule, "currency": currency, "fx": fx]
    let lines = try Answer.rows(
      "junk-bond-share",
      "face_low face_high rows_without_amount rows_contradicted rows_unconverted", values,
      in: ledger
    ).split(separator: "\n").map { $0.split(separator: " | ").map(String.init) }
    let unconverted = lines.reduce(0) { $0 + (Int($1[4]) ?? 0) }
    #expect(
      "\(lines[0][0]) | \(lines[1][0]) to \(lines[1][1]) | \(lines[2][0]) | \(lines[1][2]) | "
        + "\(lines[1][3]) | \(unconverted)" == answer)
  }

  /// What is outstanding, on 14 November: 4163 in dollars, 16 in euros, 32 in riyals, whose rate is
  /// not published. Queries, how often each tells of a bond, and in how many rows.
  private static let sums = [
    ("weighted-cost", "owed_low", 2), ("tenor-and-life", "principal_low", 1),
    ("maturity-wall", "due_low", 1), ("headline-against-funded", "outstanding", 1),
    ("obligor-exposure", "debt_low", 1), ("issuance-in-window", "low", 1),
  ]

  @Test(arguments: [
    // Currency, rate: all that is outstanding.
    ("USD", "deal_date", 4181.4528), ("USD", "2025-11-14", 4181.6368), ("USD", "as_of", 4181.6368),
    ("EUR", "deal_date", 3625.6419), ("EUR", "2025-11-14", 3590.0041), ("EUR", "as_of", 3590.0041),
    // Nothing but the riyals can be told in riyals, and before the series begins nothing but what
    // is in the currency asked for.
    ("SAR", "deal_date", 32), ("EUR", "1990-01-01", 16), ("USD", "1990-01-01", 4163),
  ])
  func `a sum is the same in every query, in any currency at any day's rate`(
    currency: String, fx: String, sum: Double
  ) throws {
    let ledger = try SmallLedger.open(Self.records)
    for (name, column, times) in Self.sums {
      var values = ["currency": currency, "fx": fx, "as_of": "2025-11-14"]
      if name != "headline-against-funded" { values["stage"] = "outstanding" }
      if name == "obligor-exposure" { values["party"] = "borrower" }
      let found = try Answer.rows(name, column, values, in: ledger).split(separator: "\n")
        .reduce(0) { $0 + (Double($1) ?? 0) }
      #expect(abs(found - Double(times) * sum) < 0.0002, "\(name): \(found)")
    }
  }

  @Test(arguments: [
    // In euros the euro bond is as it stands, and only the riyal is left.
    (
      "junk-bond-share", ["currency": "EUR", "stage": "outstanding"],
      "bucket rows_used rows_unconverted",
      "investment_grade | 2 | 1\nhigh_yield | 2 | 0\nunrated | 1 | 0"
    ),
    (
      "junk-bond-share", ["as_of": "2025-11-05"], "bucket tranches undated",
      "investment_grade | 0 | 0\nhigh_yield | 0 | 0\nunrated | 1 | 1"
    ),
    (
      "junk-bond-share", ["fx": "2030-01-01", "stage": "outstanding"],
      "bucket face_low rows_unconverted",
      "investment_grade | 1 | 2\nhigh_yield | 66 | 0\nunrated | 4096 | 0"
    ),
    (
      "maturity-wall", [:],
      "falls_due due_low due_high undated rows_used rows_without_amount "
        + "rows_unconverted rows_contradicted",
      "no date | 4181.4528 | 4181.4528 | 0 | 5 | 1 | 1 | 1"
    ),
    (
      "maturity-wall", ["stage": "announced"], "due_low due_high undated rows_used",
      "14937.4528 | 14947.4528 | 1 | 10"
    ),
    (
      "maturity-wall", ["currency": "EUR", "fx": "2025-11-14"], "rows_used rows_unconverted",
      "5 | 1"
    ),
    (
      "weighted-cost", [:], "group_of owed_low rate_unknown rows_used rows_unconverted",
      "all | 4181.4528 | 7 | 5 | 1\nbond | 4181.4528 | 7 | 0 | 0"
    ),
    (
      "tenor-and-life", [:], "principal_low no_date rows_used rows_without_amount rows_unconverted",
      "4181.4528 | 7 | 5 | 1 | 1"
    ),
    (
      "headline-against-funded", ["kind": "bond"], "deal_key",
      "undated\nunrated\nrepaid\nconditional\ncontradicted\neuro\nceiling\nrange\nsplit\nplain\n"
        + "riyal\nunknown"
    ),
  ])
  func `what is missing is a row or is counted, never dropped`(
    name: String, values: [String: String], columns: String, rows: String
  ) throws {
    let ledger = try SmallLedger.open(Self.records)
    #expect(try Answer.rows(name, columns, values, in: ledger) == rows)
  }
}
