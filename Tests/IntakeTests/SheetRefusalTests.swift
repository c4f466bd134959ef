import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// What refuses a sheet, where it stands and how it is told.
@Suite(.temporaryDirectory) struct SheetRefusalTests {
  private static let dates = "2025, 2025-11, 2025-11-03, 2025-Q4, 2025-H1, 2025-autumn"
  private static let dateHint =
    "write \(dates) or a range FIRST/LAST (write 2025-11-03, 2025-11 or 2025)"
  private static let amountHint = "(write plain digits, such as 27000000000 or 27 000 000 000,50)"

  /// A column and a cell; what is said of it, from its column in line 2 on.
  private static let cells = [
    ("amount", "ca 5", "18: “ca 5” is not a number \(amountHint)"),
    ("amount", "5 mn", "20: “5 mn” is not a number \(amountHint)"),
    ("amount", "$5", "18: “$5” is not a number \(amountHint)"),
    (
      "amount", "1.234",
      "19: “1.234” is ambiguous: three digits behind the mark are decimals or "
        + "thousands \(amountHint)"
    ),
    (
      "amount", "1,250.50",
      "23: “1,250.50” has a point and a comma, and it was not told which one "
        + "is decimal \(amountHint)"
    ),
    ("amount", "2.7E+10", "21: “2.7E+10” has a power of ten: write all its digits \(amountHint)"),
    ("amount", "12 34", "20: “12 34” has digits that are not in groups of three \(amountHint)"),
    ("amount", "-5", "18: an amount is not negative"),
    ("amount", "90000000000000,01", "18: is more than the ledger can add up"),
    ("coupon_pct", "6.75‰", "22: “6.75‰” is not a number"),
    (
      "coupon_pct", "0.0875",
      "18: “0.0875” is 0.0875 %, or 8.75 % written as a fraction (write 8.75, or 0.0875%)"
    ),
    (
      "coupon_pct", "675",
      "18: “675” is 675 %, or 6.75 % written in basis points (write 6.75, or 675%)"
    ),
    (
      "issue_price_pct", "0.995",
      "18: “0.995” is 0.995 %, or 99.5 % written as a fraction (write 99.5, or 0.995%)"
    ),
    (
      "spread_bps", "2.5",
      "18: “2.5” is 2.5 basis points, or 250 written as percent "
        + "(write 250, or say --take-doubtful)"
    ),
    ("spread_bps", "S+250", "18: “S+250” is not a number"),
    (
      "maturity_on", "03/11/2025",
      "18: “03/11/2025” is not a date: a range is FIRST/LAST "
        + "(write 2025-11-03, 2025-11 or 2025)"
    ),
    ("maturity_on", "Nov 2025", "18: “Nov 2025” is not a date: \(dateHint)"),
    (
      "announced", "2025-02-29",
      "18: “2025-02-29” is not a day: February 2025 has no day 29: it has "
        + "28 days (write 2025-11-03, 2025-11 or 2025)"
    ),
    ("source_date", "yesterday", "18: “yesterday” is not a date: \(dateHint)"),
    ("country", "Sweden", "18: “Sweden” is no country (two letters of ISO 3166-1)"),
    ("country", "XX", "18: “XX” is no country (two letters of ISO 3166-1)"),
    (
      "benchmark", "LIBOR",
      "18: “LIBOR” is no benchmark (one of ESTR, EURIBOR, SOFR, SONIA, "
        + "STIBOR, TONA, fed_funds, reference_rate, treasury)"
    ),
    (
      "market", "grey",
      "18: “grey” is no market (one of bank_syndicated, equity, other, "
        + "private_credit, rule_144a, sec_registered)"
    ),
    ("private_label", "maybe", "18: must be yes or no"),
    (
      "evidence", "hearsay",
      "18: “hearsay” is no evidence (one of company_announced, filed, "
        + "reported, rumoured)"
    ),
    (
      "sp_rating", "Ba1",
      "18: “Ba1” is no grade of S&P: its scale goes from AAA to C "
        + "(it is one of Moody's: is it in the wrong column?)"
    ),
    (
      "sp_rating", "A-1",
      "18: “A-1” is no actual long-term grade (import other ratings as rating "
        + "documents)"
    ),
    ("fitch", "BB/BB+", "18: “BB/BB+” holds several grades, and a rating has one"),
    ("isin", "US0378331006", "18: “US0378331006” is no ISIN: its check digit would be 5"),
    ("cusip", "12", "18: “12” is no CUSIP: it is 8 capitals, digits or * @ # and a digit"),
    (
      "moodys", "(P)Ba1",
      "18: “(P)Ba1” is no actual long-term grade (import other ratings as "
        + "rating documents)"
    ),
    (
      "role", "spectator",
      "18: “spectator” is no role (one of administrative_agent, agent, "
        + "anchor_investor, arranger, bookrunner, collateral_agent, developer, end_user, "
        + "guarantor, holder, investor, lender, offtaker, seller, sponsor, tenant, trustee, "
        + "underwriter)"
    ),
    ("lender", "???", "18: “???” holds no letter"),
    (
      "lender", "JPMorgana",
      "18: “JPMorgana” is one letter from JPMorgan (jpmorgan) (write it so, "
        + "or say --match 'JPMorgana=jpmorgan' if it is that one, "
        + "--create-parties if it is another)"
    ),
    ("share_pct", "half", "18: “half” is not a number"),
  ]

  @Test(arguments: cells) func `a cell that cannot be read is told with its place`(
    column: String, cell: String, problem: String
  ) throws {
    let other = column == "role" || column == "share_pct" ? "lender" : "notes"
    let sheet = "issuer;instrument;currency;\(other);\(column)\nAlder;bond;USD;A;\(cell)\n"
    let problems = try SheetBench.problems(sheet)
    #expect(problems == ["s.csv:2:\(problem)"])
  }

  /// A column and a cell that is a word of no list; what is said without the list.
  @Test(arguments: [
    ("instrument", "bnd", "7: “bnd” is no instrument (one of asset_backed, bond, "),
    ("currency", "XXQ", "12: “XXQ” is no currency (three letters of ISO 4217)"),
    ("currency", "XYZ", "12: “XYZ” is no currency (three letters of ISO 4217)"),
    ("status", "done", "16: “done” is no status (one of annonserad, announced, "),
    ("balance_sheet", "sideways", "16: “sideways” is no balance sheet (one of "),
    ("issuer", "", "1: the line names no issuer"),
    ("instrument", "", "7: the line names no instrument"),
  ])
  func `a word of no list is told once`(column: String, cell: String, problem: String) throws {
    var cells = [("issuer", "Alder"), ("instrument", "bond"), ("currency", "USD")]
    if let index = cells.firstIndex(where: { $0.0 == column }) {
      cells[index].1 = cell
    } else {
      cells.append((column, cell))
    }
    cells.append(("tranche", "A"))
    let sheet = [cells.map(\.0), cells.map(\.1)].map { $0.joined(separator: ";") }
    let problems = try SheetBench.problems(sheet.joined(separator: "\n"))
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("s.csv:2:\(problem)") == true, "\(problems)")
  }

  @Test func `an amount without a currency says what is missing`() throws {
    let hint = "an amount needs a currency (add a column “currency”)"
    #expect(
      try SheetBench.problems("issuer;instrument;amount\nAlder;bond;5\n")
        == ["s.csv:2:12: \(hint)"])
  }

  /// The body of a sheet whose header is `deal_id;issuer;instrument`; what is said of it.
  @Test(arguments: [
    (
      "a;\"Alder;bond\n",
      ["2:3: this quote is never closed (put a quote behind the end of the field)"]
    ),
    (
      "a;Alder;bond;5\nb;Alder\n",
      [
        "2:14: this row has 4 fields and the header 3 (put a field that holds a delimiter in "
          + "quotes)",
        "3:1: this row has 2 fields and the header 3 (write the delimiters of empty fields too)",
      ]
    ),
    ("\n;;\n\na;Alder;bond\n\n;;\n\n", []), ("a;Alder;bond", []),
    (
      "",
      ["1:1: the file has a header and no rows (add rows below the header, or leave the file out)"]
    ),
    ("a;\"Al\"\"der\nCompute\";bond\r\n", []),
  ])
  func `a line that is no record is told with its place, an empty one is passed over`(
    body: String, problems: [String]
  ) throws {
    #expect(
      try SheetBench.problems("deal_id;issuer;instrument\n\(body)")
        == problems.map { "s.csv:\($0)" })
  }

  @Test func `bytes that are no text are told with their place`() throws {
    let start = Array("issuer,instrument\nAl".utf8)
    let invalid = try SheetBench.problems(bytes: start + [0xFF] + Array("der,bond\n".utf8))
    #expect(invalid == ["s.csv:2:3: byte 0xFF is not UTF-8 (save the file as UTF-8)"])
    let zero = try SheetBench.problems(bytes: start + [0] + Array("der,bond\n".utf8))
    #expect(zero.count == 1)
    #expect(zero.first?.hasPrefix("s.csv:2:3: ") == true)
  }
}
