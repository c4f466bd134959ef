public import Finance
public import Ledger
internal import SQLite

/// What a tranche is worth and costs on a day, measure by measure.
public struct YieldTable {
  /// What is asked of a tranche.
  public struct Question: Sendable, Equatable {
    /// The day the buyer pays; nil for the day interest begins.
    public var settlement: Day?
    /// The quoted price in percent; nil for the price of issue.
    public var price: Double?
    /// The yield to price at, in percent; nil where a price is asked with.
    public var yield: Double?
    /// The benchmark taken for all days without a rate, in percent a year.
    public var benchmarkPercent: Double?

    /// The price of issue on the first day.
    public init() {}
  }

  private let terms: PaymentTerms
  private let plan: CashFlowPlan
  private let question: Question
  private var rows: [[Value]] = []

  /// The measures that can be worked out; the others are told with what they lack.
  ///
  /// - Throws: `LedgerError.terms` where there is neither price nor yield, `BondError` where the
  ///   flows give none.
  public static func result(
    _ plan: CashFlowPlan, of terms: PaymentTerms, _ question: Question
  ) throws -> ResultSet {
    var table = YieldTable(terms: terms, plan: plan, question: question)
    try table.fill()
    return ResultSet(
      columns: [
        .init(name: "measure", unit: "text"), .init(name: "value", unit: "number"),
        .init(name: "unit", unit: "text"), .init(name: "meaning", unit: "text"),
      ], rows: table.rows)
  }

  private mutating func add(
    _ measure: String, _ value: Double?, _ unit: String, _ meaning: String
  ) {
    guard let value else { return }
    let rounded = (value * 1e6).rounded() / 1e6
    rows.append([.text(measure), .real(rounded), .text(unit), .text(meaning)])
  }

  private mutating func fill() throws {
    let settlement = question.settlement ?? terms.instrument.schedule.start
    let value = try Valuation(plan, settling: settlement, by: terms.convention)
    let clean = try cleanPrice(value)
    let frequency = terms.convention.frequency.rawValue
    add("clean_price", clean, "percent", "quoted price of what is owed, without accrued interest")
    add("accrued_interest", value.accruedInterest, "percent", "interest since the last coupon")
    add("dirty_price", clean + value.accruedInterest, "percent", "what is paid on \(settlement)")
    let yield = try value.yield(cleanPrice: clean)
    add(
      "yield", yield, "percent",
      "rate that makes the price of the flows, compounded \(Self.times[frequency] ?? "")")
    if let published = terms.stored.yieldPercent, isAtIssue(settlement) {
      add("published_yield", published, "percent", "yield at issue as the source has it")
      add(
        "difference", (yield - published) * 100, "basis points", "yield less published yield")
    }
    add("current_yield", try value.currentYield(cleanPrice: clean), "percent", "coupon over price")
    add(
      "macaulay_duration", try value.macaulayDuration(yield: yield), "years",
      "time to the flows, weighed by present value")
    add(
      "modified_duration", try value.modifiedDuration(yield: yield), "percent",
      "loss of price for a yield one point higher")
    add("convexity", try value.convexity(yield: yield), "years²", "bend of the price by the yield")
    add("average_life", try plan.averageLife(from: settlement), "years", "time to the repayments")
    try addSpreads(settlement, clean)
  }

  private static let times = [1: "once", 2: "twice", 4: "four times", 12: "twelve times"]
    .mapValues { "\($0) a year" }

  private func isAtIssue(_ settlement: Day) -> Bool {
    settlement == terms.instrument.schedule.start && question.yield == nil
      && (question.price == nil || question.price == terms.stored.issuePricePercent)
  }

  private func cleanPrice(_ value: Valuation) throws -> Double {
    if let yield = question.yield { return try value.cleanPrice(yield: yield) }
    if let price = question.price ?? terms.stored.issuePricePercent { return price }
    throw LedgerError.terms(
      record: terms.stored.key,
      problem: "no source says its price of issue; give --price or --yield")
  }

  /// What a rate that follows a benchmark costs over it.
  private mutating func addSpreads(_ settlement: Day, _ clean: Double) throws {
    guard case .floating(let rate) = terms.instrument.interest else { return }
    let margin = rate.marginBasisPoints.rate(on: settlement)
    if let benchmark = question.benchmarkPercent {
      let valuation = try MarginValuation(
        plan, settling: settlement, benchmarkPercent: max(benchmark, rate.floorPercent ?? benchmark)
      )
      let found = try valuation.discountMargin(cleanPrice: clean)
      add(
        "discount_margin", found, "basis points",
        "margin over the benchmark that makes the price")
      add(
        "spread_duration", try valuation.spreadDuration(marginBasisPoints: found), "percent",
        "loss of price for a margin one point higher, coupons unchanged")
    }
    let loan = LoanSpread(
      margin: margin, commitmentFee: terms.stored.commitmentFeeBasisPoints,
      upfrontFeePercent: terms.stored.upfrontFeePercent ?? 0,
      issuePrice: terms.stored.issuePricePercent ?? 100)
    add("all_in_drawn", loan.allInDrawn, "basis points", "margin and yearly fees on what is drawn")
    add("all_in_undrawn", loan.allInUndrawn, "basis points", "yearly fees on what is not drawn")
    add(
      "all_in_four_years", try loan.allInDrawn(assumedLifeYears: 4), "basis points",
      "all-in drawn with fee and discount spread over a life of four years")
  }
}
