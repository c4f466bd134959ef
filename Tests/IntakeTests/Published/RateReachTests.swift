import Finance
import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// New rates make anew what they bear on: all of it, and nothing else.
@Suite(.temporaryDirectory) struct RateReachTests {
  private static let currencies = ["USD", "EUR", "SEK", "JPY", "SAR"]
  private static let firstDay = 20_454  // 1 January 2026

  private static func day(_ number: Int) -> String {
    Day(daysSince1970: firstDay + number)?.description ?? ""
  }

  /// Deals with parts in other currencies, and contracts, on days of two months.
  private static func documents(_ generator: inout SplitMix64) -> String {
    func currency() -> String {
      "\"currency\": \"\(currencies[Int.random(in: 0..<5, using: &generator)])\""
    }
    func date() -> String { day(Int.random(in: 0..<60, using: &generator)) }
    let deals = (0..<30).map { number in
      Workbench.deal(
        "d\(number)", currency(), "\"amount\": 1234567", "\"priced_on\": \"\(date())\"",
        "\"participants\": [{\"party\": \"JPMorgan\", \"role\": \"lender\", \"amount\": 345, "
          + "\(currency())}]",
        "\"tranches\": [{\"name\": \"A\", \"amount\": 1000, \(currency()), "
          + "\"participants\": [{\"party\": \"JPMorgan\", \"role\": \"lender\", "
          + "\"amount\": 7, \(currency())}]}]"
      )
    }
    let contracts = (0..<15).map { number in
      Workbench.contract(
        "c\(number)",
        legs: "{\"from\": \"OpenAI\", \"to\": \"CoreWeave\", \"what\": \"cash\", \"amount\": 99, "
          + "\(currency())}", "\"signed_on\": \"\(date())\"")
    }
    return (deals + contracts).joined(separator: "\n")
  }

  /// Some rates on some of the days.
  private static func rates(_ generator: inout SplitMix64) -> String {
    let columns = ["USD", "SEK", "JPY"].filter { _ in Bool.random(using: &generator) } + ["GBP"]
    let header = "Date,USD,\(columns.filter { $0 != "USD" }.joined(separator: ",")),"
    let names = ["USD"] + columns.filter { $0 != "USD" }
    let days = (0..<70).filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
    let lines = days.map { day in
      let cells = names.map { _ in
        Int.random(in: 0..<3, using: &generator) == 0
          ? "N/A" : String(Int.random(in: 1...9, using: &generator))
      }
      return ([Self.day(day)] + cells).joined(separator: ",") + ","
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  @Test(arguments: 1...8) func `what is derived after each import is what the records give`(
    seed: UInt64
  ) throws {
    var generator = SplitMix64(seed: seed)
    var connection = try Workbench.ledger(with: Self.documents(&generator))
    var converted: Set<Int> = []
    for _ in 0..<6 {
      try PublishedBench.load(Self.rates(&generator), &connection)
      #expect(try Figures.stale(in: connection).map(\.table) == [], "seed \(seed)")
      let count = try connection.value(
        "SELECT COUNT(*) FROM tranche_figure WHERE fx_on IS NOT NULL", as: Int.self)
      converted.insert(count ?? 0)
    }
    #expect(converted.count > 1, "seed \(seed)")
  }

  /// The currency and the day of an amount, the currency and the day of a rate, and whether the
  /// amount is converted anew.
  @Test(arguments: [
    ("SEK", "2026-02-10", "SEK", "2026-02-10", true),
    ("SEK", "2026-02-10", "SEK", "2026-02-03", true),
    ("SEK", "2026-02-10", "SEK", "2026-02-02", false),
    ("SEK", "2026-02-10", "SEK", "2026-02-11", false),
    ("SEK", "2026-02-10", "USD", "2026-02-09", true),
    ("SEK", "2026-02-10", "JPY", "2026-02-10", false),
    ("EUR", "2026-02-10", "USD", "2026-02-10", true),
    ("EUR", "2026-02-10", "SEK", "2026-02-10", false),
    ("USD", "2026-02-10", "USD", "2026-02-10", false),
  ])
  func `a rate bears on amounts of its currency in the days after it`(
    currency: String, day: String, rate: String, rateDay: String, isReached: Bool
  ) throws {
    var connection = try Workbench.ledger(
      with: Workbench.deal(
        "d", "\"currency\": \"\(currency)\"", "\"amount\": 10", "\"priced_on\": \"\(day)\""))
    // What is wrong stays wrong where nothing is made anew.
    try connection.execute("UPDATE tranche_figure SET rating_level = 'wrong'")
    var values = [DailyValue(name: rate, day: try Day(rateDay), value: 2)]
    if rate != "USD" { values.append(DailyValue(name: "GBP", day: try Day(rateDay), value: 3)) }
    try connection.transaction { transaction in
      let run = try ImportRun.begin(.importing, command: "test", input: nil, in: transaction)
      var writer = LedgerWriter(run: run)
      try writer.saveRates(values, source: "paper", in: transaction)
      try writer.finish(in: transaction)
    }
    let wrong = try connection.value(
      "SELECT COUNT(*) FROM tranche_figure WHERE rating_level = 'wrong'", as: Int.self)
    #expect(wrong == (isReached ? 0 : 1))
  }
}
