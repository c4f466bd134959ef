import ArgumentParser
import Finance
import Ledger
import SQLite

/// Terms of payment to take instead of what is usual, or of what a source says.
struct TermOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day from which interest accrues.", valueName: "YYYY-MM-DD"))
  var starts: String?

  @Option(help: ArgumentHelp("The day principal is due.", valueName: "YYYY-MM-DD"))
  var matures: String?

  @Option(help: ArgumentHelp("The first coupon.", valueName: "YYYY-MM-DD"))
  var firstCoupon: String?

  @Option(help: ArgumentHelp("Payments of interest a year: 1, 2, 4 or 12.", valueName: "number"))
  var frequency: Int?

  @Option(help: ArgumentHelp("How days count, as 30_360_us or act_360.", valueName: "code"))
  var dayCount: String?

  @Option(help: ArgumentHelp("Rate of interest in percent a year.", valueName: "percent"))
  var coupon: Double?

  @Option(help: ArgumentHelp("Spread over the benchmark in basis points.", valueName: "bps"))
  var spread: Double?

  @Option(help: "How principal is repaid: bullet, equal or annuity.")
  var repayment: TermOverrides.RepaymentWord?

  @Option(
    help: ArgumentHelp(
      "A later maturity the borrower takes; may be given again.", valueName: "YYYY-MM-DD"))
  var extendTo: [String] = []

  @Option(
    help: ArgumentHelp(
      "The benchmark on days without a published rate, in percent; else what rests on them is "
        + "unknown.", valueName: "percent"))
  var assumeBenchmark: Double?

  @Option(help: ArgumentHelp("Rates published by that day count.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  func overrides() throws -> TermOverrides {
    var overrides = TermOverrides()
    overrides.start = try Self.day(starts, "--starts")
    overrides.maturity = try Self.day(matures, "--matures")
    overrides.firstCoupon = try Self.day(firstCoupon, "--first-coupon")
    overrides.frequency = frequency.flatMap { CouponFrequency(rawValue: $0) }
    overrides.dayCount = dayCount.flatMap { DayCount(rawValue: $0) }
    overrides.couponPercent = coupon
    overrides.spreadBasisPoints = spread
    overrides.repayment = repayment
    overrides.extensions = try extendTo.compactMap { try Self.day($0, "--extend-to") }
    return overrides
  }

  /// The terms of a tranche and its flows.
  func plan(
    of key: String, in connection: borrowing Connection
  ) throws -> (terms: PaymentTerms, plan: CashFlowPlan) {
    let stored = try StoredTerms(of: key, in: connection)
    let terms = try PaymentTerms(stored, overrides: try overrides())
    let fixings = try Fixings(
      of: stored.benchmark, until: try Self.day(asOf, "--as-of"),
      assumingElsewhere: assumeBenchmark, in: connection)
    let plan = try terms.instrument.cashFlows(fixings: fixings, extensions: terms.extensions)
    return (terms, plan)
  }

  static func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    do { return try Day(text) } catch { throw ValidationError("\(option) \(text): \(error)") }
  }

  func validate() throws {
    if let frequency, CouponFrequency(rawValue: frequency) == nil {
      throw ValidationError("--frequency \(frequency): 1, 2, 4 or 12")
    }
    if let dayCount, DayCount(rawValue: dayCount) == nil {
      let known = DayCount.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--day-count \(dayCount): one of \(known)")
    }
    _ = try overrides()
    _ = try Self.day(asOf, "--as-of")
  }
}
