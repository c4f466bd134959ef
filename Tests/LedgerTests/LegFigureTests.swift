import Ledger
import SQLite
import TestSupport
import Testing

/// A contract's leg in dollars, in all and for one year.
@Suite(.temporaryDirectory) struct LegFigureTests {
  /// Amount, its period, the term in years; cents in all, least, most, and for one year.
  private static let rules: [(leg: String, period: String, years: Double?, cents: String)] = [
    ("100 USD", "total", 5, "10000 | 10000 | 10000 | 2000"),
    ("100 USD", "total", nil, "10000 | 10000 | 10000 | NULL"),
    ("100 USD", "year", 5, "50000 | 50000 | 50000 | 10000"),
    ("100 USD", "year", nil, "NULL | NULL | NULL | 10000"),
    ("100 USD", "month", 2, "240000 | 240000 | 240000 | 120000"),
    ("100 USD", "month", nil, "NULL | NULL | NULL | 120000"),
    ("up_to 100 USD", "total", 4, "10000 | 0 | 10000 | 2500"),
    ("at_least 100 USD", "total", 4, "10000 | 10000 | NULL | 2500"),
    ("27-29 USD", "total", 2, "NULL | 2700 | 2900 | NULL"),
    ("-", "total", 5, "NULL | NULL | NULL | NULL"),
  ]

  @Test(arguments: rules.indices) func `a leg in all and for one year`(index: Int) throws {
    let (leg, period, years, cents) = Self.rules[index]
    var connection = try Workbench.make()
    try save(leg, period: period, years: years, &connection)
    #expect(
      try rows(
        """
        SELECT amount_usd_minor, low_usd_minor, high_usd_minor, usd_per_year_minor FROM leg_figure
        """, in: connection) == [cents])
  }

  /// Days it was signed and announced; the day of the leg.
  @Test(arguments: [
    ("2025-10-01", "2025-09-01", "2025-10-01"), ("-", "2025-09-01", "2025-09-01"),
    ("-", "-", "2025-11-03"),
  ])
  func `a leg has the day of its contract's signing`(
    signed: String, announced: String, expected: String
  ) throws {
    var connection = try Workbench.make()
    try save("100 USD", period: "total", years: 1, &connection)
    try connection.transaction { transaction in
      for (kind, day) in [("signed", signed), ("announced", announced)] where day != "-" {
        var event = try Workbench.event(kind, kind, on: day)
        event.contract = "c"
        try Repository<Event>().insert(event, in: transaction)
      }
      try Figures.rebuild(in: transaction)
    }
    #expect(try rows("SELECT dated_on FROM leg_figure", in: connection) == [expected])
  }

  @Test func `an amount a year without a term is not unconverted`() throws {
    var connection = try Workbench.make()
    try save("100 USD", period: "year", years: nil, &connection)
    #expect(try rows("SELECT is_unconverted FROM leg_figure", in: connection) == ["0"])
  }

  private func save(
    _ amount: String, period: String, years: Double?, _ connection: inout Connection
  ) throws {
    try connection.transaction { transaction in
      var contract = Contract(key: "c")
      (contract.name, contract.kind, contract.years) = ("Contract", "compute_purchase", years)
      contract.origin = Workbench.source()
      try ContractRepository().insert(contract, in: transaction)
      var leg = ContractLeg(key: "c/l1")
      (leg.contract, leg.payer, leg.payee) = ("c", "meta", "apollo")
      (leg.what, leg.purpose, leg.amountPeriod) = ("cash", "purchase", period)
      leg.amount = try Workbench.amountColumns(amount)
      leg.origin = Workbench.source()
      try Repository<ContractLeg>().insert(leg, in: transaction)
      try Figures.rebuild(in: transaction)
    }
  }
}
