import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// What the article of 10 November 2025 says, as the ledger answers it.
@Suite struct FoundingArticleTests {
  @Test func `38 billion are 23.25 and 14.75, counted once`() throws {
    let ledger = try ShippedLedger.reading()
    let tranches = try Answer.sql(
      """
      SELECT tranche_key, amount_minor, counted FROM tranches
      WHERE deal_key = 'oracle-vantage-2025' ORDER BY tranche_key
      """, in: ledger)
    #expect(
      tranches == """
        oracle-vantage-2025/texas | 2325000000000 | 1
        oracle-vantage-2025/wisconsin | 1475000000000 | 1
        """)
    let deal = try Answer.sql(
      "SELECT amount_minor, stated_amount_minor FROM deals WHERE deal_key = 'oracle-vantage-2025'",
      in: ledger)
    #expect(deal == "3800000000000 | 3800000000000")
    // The talks of August 2025 became the Texas facility.
    let replaced = try Answer.sql(
      "SELECT counted, replaced_by_key FROM deals WHERE deal_key = 'vantage-frontier-2025-08'",
      in: ledger)
    #expect(replaced == "0 | oracle-vantage-2025")
  }

  @Test func `Meta's private financing is 27, and 27 to 29`() throws {
    let ledger = try ShippedLedger.reading(.article)
    let claims = try Answer.sql(
      """
      SELECT stance, amount / 1e9, amount_low / 1e9, amount_high / 1e9, original FROM claims
      WHERE record_key = 'article/meta-private-2025' AND attribute = 'amount' ORDER BY stance DESC
      """, in: ledger)
    #expect(
      claims == """
        preferred | 27 | – | – | 27 miljarder dollar
        alternative | – | 27 | 29 | mellan 27 och 29 miljarder amerikanska dollar
        """)
    let rows = try Answer.rows(
      "contradictions", "record attribute followed other is_resolved", in: ledger)
    #expect(
      rows.contains(
        "article/meta-private-2025 | amount | 27 miljarder dollar | "
          + "mellan 27 och 29 miljarder amerikanska dollar | 0"))
  }

  @Test func `the total that counts Meta's 27 tells that it is contradicted`() throws {
    let ledger = try ShippedLedger.reading(.article)
    let rows = try Answer.rows(
      "private-credit-total",
      "definition is_private tranches announced_low announced_high rows_contradicted", in: ledger)
    #expect(rows.hasPrefix("by_lender | yes | 1 | 27 | 27 | 1\n"))
  }

  @Test func `nobody says 28`() throws {
    let ledger = try ShippedLedger.reading(.article)
    var numbers: [Double] = []
    for table in ["claim", "tranche", "tranche_figure", "participation", "event", "deals"] {
      let result = try QueryRunner.run("SELECT * FROM \(table)", in: ledger)
      numbers += result.rows.flatMap { $0.compactMap(number) }
    }
    for name in shippedQueries {
      numbers += try Answer.result(name, in: ledger).rows.flatMap { $0.compactMap(number) }
    }
    #expect(numbers.contains(27e9) && numbers.contains(27e11))
    for middle in [28e9, 28e11] { #expect(!numbers.contains(middle)) }
  }

  @Test func `in the whole ledger, nothing on Meta's record is 28 either`() throws {
    let ledger = try ShippedLedger.reading()
    for view in ["claims", "tranches", "commitments", "events", "deals", "contradictions"] {
      let result = try QueryRunner.run("SELECT * FROM \(view)", in: ledger)
      let own = result.rows.filter { row in
        row.contains { value in
          if case .text(let text) = value {
            text.hasPrefix("article/meta-private-2025")
          } else {
            false
          }
        }
      }
      let numbers = own.flatMap { $0.compactMap(number) }
      for middle in [28e9, 28e11] { #expect(!numbers.contains(middle), "\(view)") }
    }
  }

  @Test(arguments: [Seeding.Choice.all, .article])
  func `the circular pairs are there`(seeds: Seeding.Choice) throws {
    let ledger = try ShippedLedger.reading(seeds)
    let pairs = try Answer.rows("circular-pairs", "gives_capital buys", in: ledger)
      .split(separator: "\n").map(String.init)
    for pair in ["Nvidia | OpenAI", "Nvidia | xAI", "AMD | OpenAI"] {
      #expect(pairs.contains(pair), "\(pairs)")
    }
  }

  @Test(arguments: [
    ("article/ig-debt-sep-oct-2025", "75 bn USD", "75 miljarder dollar"),
    ("article/ig-debt-annual-mean-2015-2024", "32 bn USD", "32 miljarder dollar"),
    ("article/morgan-stanley-gap", "1500 bn USD", "1,5 biljoner dollar"),
    ("article/jpmorgan-ai-index-share", "14 percent", "14 procent"),
    ("article/oracle-openai-revenue-share", "66.67 percent", "två tredjedelar"),
    ("article/openai-oracle-300bn/l1", "300 bn USD", "300 miljarder"),
    ("article/openai-plan-1400bn", "1400 bn USD", "1,4 biljoner dollar"),
    ("article/openai-plan-1500bn", "1500 bn USD", "uppskattningsvis 1,5 biljoner dollar"),
  ])
  func `a figure stands beside the words it comes from`(
    record: String, statement: String, original: String
  ) throws {
    let ledger = try ShippedLedger.reading(.article)
    let rows = try Answer.rows("founding-figures", "record stance statement original", in: ledger)
    #expect(
      rows.split(separator: "\n").contains("\(record) | preferred | \(statement) | \(original)"))
  }

  @Test func `a Swedish biljon is a thousand milliards`() throws {
    let ledger = try ShippedLedger.reading()
    let gap = try Answer.sql(
      """
      SELECT value, unit, currency, amount_minor FROM observations
      WHERE observation_key = 'article/morgan-stanley-gap'
      """, in: ledger)
    #expect(gap == "1500 | bn | USD | 150000000000000")
  }

  @Test(arguments: [("payer", "OpenAI", "Oracle"), ("payee", "Oracle", "OpenAI")])
  func `who pays the 300 billion is told both ways, and one is followed for a reason`(
    attribute: String, followed: String, other: String
  ) throws {
    let ledger = try ShippedLedger.reading()
    let rows = try Answer.sql(
      """
      SELECT dispute_kind, followed_value, followed_original, other_value, other_original,
        is_resolved, followed_because
      FROM contradictions
      WHERE record_key = 'article/openai-oracle-300bn/l1' AND attribute = '\(attribute)'
      """, in: ledger)
    #expect(
      rows == "direction | \(followed) | OpenAI ska betala exakt samma belopp | \(other) | "
        + "åtar sig företaget att betala OpenAI 300 miljarder dollar | 1 | "
        + "all other reporting and Oracle's own backlog have OpenAI as the customer who pays")
  }

  private func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }
}
