import Ledger
import SQLite
import TestSupport
import Testing

/// Amounts in US dollars: on which day, at which rate, rounded how.
@Suite(.temporaryDirectory) struct DollarTests {
  /// Days the tranche was settled and priced, the deal priced, closed, signed and announced; the
  /// day that counts.
  @Test(arguments: [
    (
      ["2025-11-06", "2025-11-05", "2025-11-04", "2025-11-07", "2025-11-02", "2025-11-01"],
      "2025-11-06"
    ),
    (["-", "2025-11-05", "2025-11-04", "2025-11-07", "2025-11-02", "2025-11-01"], "2025-11-05"),
    (["-", "-", "2025-11-04", "2025-11-07", "2025-11-02", "2025-11-01"], "2025-11-04"),
    (["-", "-", "-", "2025-11-07", "2025-11-02", "2025-11-01"], "2025-11-07"),
    (["-", "-", "-", "-", "2025-11-02", "2025-11-01"], "2025-11-02"),
    (["-", "-", "-", "-", "-", "2025-11-01"], "2025-11-01"),
    (["-", "-", "-", "-", "-", "-"], "2025-11-03"),
  ])
  func `the deal's day is the first known of six, else its source's`(
    days: [String], expected: String
  ) throws {
    var connection = try Workbench.make()
    let events = [
      ("tranche", "closed"), ("tranche", "priced"), ("deal", "priced"), ("deal", "closed"),
      ("deal", "signed"), ("deal", "announced"),
    ]
    try connection.transaction { transaction in
      try DealRepository().insert(Workbench.deal("d"), in: transaction)
      try TrancheRepository().insert(
        try Workbench.tranche("t", of: "d", "10 USD"), in: transaction)
      for ((subject, kind), day) in zip(events, days) where day != "-" {
        var event = try Workbench.event("\(subject)/\(kind)", kind, on: day)
        if subject == "deal" { event.deal = "d" } else { event.tranche = "t" }
        try Repository<Event>().insert(event, in: transaction)
      }
      try Figures.rebuild(in: transaction)
    }
    #expect(
      try rows("SELECT dated_on, dated_until FROM tranche_figure", in: connection) == [
        "\(expected) | \(expected)"
      ])
  }

  /// The rates: a dollar for half a euro on the 3rd, for 0.8 euro on the 10th; ten kronor for one.
  private static let rates = [
    ("USD", "2025-11-03", 2.0), ("USD", "2025-11-10", 1.25), ("SEK", "2025-11-10", 10.0),
    ("JPY", "2025-11-10", 160.0), ("USD", "2025-09-30", 1.1),
  ]

  /// Amount and day; what it is in dollars, and the day of the rate.
  @Test(arguments: [
    ("100 USD", "2025-11-03", "100 USD", "-"),
    ("100 USD", "2025", "100 USD", "-"),
    ("100 EUR", "2025-11-03", "200 USD", "2025-11-03"),
    ("100 EUR", "2025-11-10", "125 USD", "2025-11-10"),
    // The last rate on or before the day.
    ("100 EUR", "2025-11-09", "200 USD", "2025-11-03"),
    ("100 EUR", "2025-11-17", "125 USD", "2025-11-10"),
    // None older than seven days, none later.
    ("100 EUR", "2025-11-18", "unconverted", "-"),
    ("100 EUR", "2025-11-02", "unconverted", "-"),
    // A pair within one month takes the last day of the pair.
    ("100 EUR", "2025-11-01/2025-11-12", "125 USD", "2025-11-10"),
    ("100 EUR", "2025-09", "110 USD", "2025-09-30"),
    // A wider pair has no rate.
    ("100 EUR", "2025-Q4", "unconverted", "-"),
    ("100 EUR", "2025-10-31/2025-11-10", "unconverted", "-"),
    // Through the euro, both rates of one day.
    ("1000 SEK", "2025-11-10", "125 USD", "2025-11-10"),
    // No rate for the currency.
    ("100 SAR", "2025-11-10", "unconverted", "-"),
    ("-", "2025-11-10", "-", "-"),
  ])
  func `an amount in dollars on the deal's day`(
    amount: String, day: String, dollars: String, rateDay: String
  ) throws {
    let figure = try Self.figure(of: amount, on: day)
    #expect(figure == "\(dollars) \(rateDay)")
  }

  /// Amounts in minor units of a currency; cents, rounded half away from nothing.
  @Test(arguments: [
    ("EUR", Int64(1), Int64(1)), ("EUR", 2, 3), ("EUR", 3, 4), ("SEK", 4, 1), ("SEK", 3, 0),
    ("JPY", 1, 1), ("JPY", 160, 125), ("EUR", 8_000_000_000_000, 10_000_000_000_000),
  ])
  func `each row is rounded to whole cents`(currency: String, minor: Int64, cents: Int64) throws {
    var connection = try Self.make(on: "2025-11-10", "1 \(currency)")
    try connection.transaction { transaction in
      try transaction.run("UPDATE tranche SET amount_minor = ?", [minor])
      try Figures.rebuild(in: transaction)
    }
    #expect(
      try rows(
        "SELECT amount_usd_minor, typeof(amount_usd_minor) FROM tranche_figure", in: connection)
        == ["\(cents) | integer"])
  }

  /// Amount; the figure, the least and the most it can be.
  @Test(arguments: [
    ("100 USD", "10000 | 10000 | 10000"), ("about 100 USD", "10000 | 10000 | 10000"),
    ("up_to 100 USD", "10000 | 0 | 10000"), ("at_least 100 USD", "10000 | 10000 | NULL"),
    ("27-29 USD", "NULL | 2700 | 2900"), ("27-29 EUR", "NULL | 3375 | 3625"),
    ("-", "NULL | NULL | NULL"),
  ])
  func `a range keeps both ends, a ceiling begins at nothing`(
    amount: String, bounds: String
  ) throws {
    let connection = try Self.make(on: "2025-11-10", amount)
    #expect(
      try rows(
        "SELECT amount_usd_minor, low_usd_minor, high_usd_minor FROM tranche_figure",
        in: connection) == [bounds])
  }

  @Test func `a participation has the day of its tranche, or of its deal's`() throws {
    var connection = try Self.make(on: "2025-11-10", "100 EUR")
    try connection.transaction { transaction in
      var own = try Workbench.participation("p1", party: "apollo", "8 EUR")
      own.tranche = "t"
      var deals = try Workbench.participation("p2", party: "pimco", "6-7 EUR")
      deals.deal = "d"
      for part in [own, deals] {
        try Repository<Participation>().insert(part, in: transaction)
      }
      try Figures.rebuild(in: transaction)
    }
    #expect(
      try rows(
        """
        SELECT fx_on, amount_usd_minor, low_usd_minor, high_usd_minor, is_unconverted
        FROM participation_amounts
        """, in: connection) == [
          "2025-11-10 | 1000 | 1000 | 1000 | 0", "2025-11-10 | NULL | 750 | 875 | 0",
        ])
  }

  @Test func `a rebuild changes nothing that was right, and repairs what was not`() throws {
    var connection = try Self.make(on: "2025-11-10", "100 EUR")
    try connection.transaction { transaction in
      #expect(try Figures.stale(in: transaction).isEmpty)
      try transaction.run("UPDATE tranche SET amount_minor = 1")
      let stale = try Figures.stale(in: transaction)
      #expect(stale.map(\.table) == ["tranche_figure"])
      #expect(stale.map(\.rows) == [2])
      try Figures.rebuild(in: transaction)
      #expect(try Figures.stale(in: transaction).isEmpty)
    }
  }

  private static func make(on day: String, _ amount: String) throws -> Connection {
    var connection = try Workbench.make()
    try connection.transaction { transaction in
      for (currency, day, rate) in rates {
        try transaction.run(
          """
          INSERT INTO fx_rate (currency, published_on, units_per_euro, source_id)
          VALUES (?, ?, ?, (SELECT id FROM source WHERE key = 'filing'))
          """, [currency, day, rate])
      }
      try DealRepository().insert(Workbench.deal("d"), in: transaction)
      try TrancheRepository().insert(
        try Workbench.tranche("t", of: "d", amount), in: transaction)
      var event = try Workbench.event("e", "priced", on: day)
      event.deal = "d"
      try Repository<Event>().insert(event, in: transaction)
      try Figures.rebuild(in: transaction)
    }
    return connection
  }

  private static func figure(of amount: String, on day: String) throws -> String {
    let connection = try make(on: day, amount)
    return try connection.one(
      "SELECT amount_usd_minor, is_unconverted, fx_on FROM tranche_figure"
    ) { row in
      let cents = try row(0, as: Int64?.self)
      let isUnconverted = try row(1, as: Bool.self)
      let dollars = cents.map { "\($0 / 100) USD" } ?? (isUnconverted ? "unconverted" : "-")
      return "\(dollars) \(try row(2, as: String?.self) ?? "-")"
    }
  }
}
