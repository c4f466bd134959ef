/// The coupon periods of an instrument, from its start to its maturity without a gap.
public struct Schedule: Hashable, Sendable {
  /// What it was made from.
  public let terms: ScheduleTerms
  /// The dates on which coupons fall, before and after the life of the instrument.
  public let grid: CouponGrid
  /// The periods in order; at least one.
  public let periods: [AccrualPeriod]

  /// Lays out the periods.
  ///
  /// - Throws: `BondError` when maturity is not after the start, or a named coupon does not fit.
  public init(_ terms: ScheduleTerms) throws(BondError) {
    guard terms.start < terms.maturity else {
      throw .maturityNotAfterStart(terms.start, terms.maturity)
    }
    let grid = try terms.grid
    let dates = try Self.dates(terms, on: grid)
    var periods: [AccrualPeriod] = []
    for (from, to) in zip(dates, dates.dropFirst()) {
      periods.append(try Self.period(from, to, terms, grid))
    }
    self.terms = terms
    self.grid = grid
    self.periods = periods
  }

  /// The period that a day bears interest in; `nil` outside the life of the instrument.
  public func period(containing day: Day) -> AccrualPeriod? {
    periods.last { $0.start <= day }.flatMap { day < $0.end ? $0 : nil }
  }

  /// The ends of all periods, from the start to maturity.
  private static func dates(_ terms: ScheduleTerms, on grid: CouponGrid) throws(BondError) -> [Day]
  {
    var coupons: [Day] = []
    var index = try grid.index(onOrBefore: terms.start) + 1
    while case let day = try grid.date(index), day < terms.maturity {
      coupons.append(day)
      index += 1
    }
    for named in [terms.firstCoupon, terms.lastCoupon].compactMap(\.self) {
      guard terms.start < named, named <= terms.maturity else { throw .couponOutsideTerm(named) }
      guard named == terms.maturity || grid.contains(named) else {
        throw .couponOffGrid(named, rollDay: grid.rollDay, months: grid.frequency.months)
      }
    }
    if let first = terms.firstCoupon {
      coupons.removeAll { $0 < first }
    } else if terms.stub == .longFirst, !grid.contains(terms.start), !coupons.isEmpty {
      coupons.removeFirst()
    }
    if let last = terms.lastCoupon {
      coupons.removeAll { $0 > last }
    } else if terms.stub == .longLast, !grid.contains(terms.maturity), !coupons.isEmpty {
      coupons.removeLast()
    }
    return [terms.start] + coupons + [terms.maturity]
  }

  private static func period(
    _ from: Day, _ to: Day, _ terms: ScheduleTerms, _ grid: CouponGrid
  ) throws(BondError) -> AccrualPeriod {
    let payment = try terms.calendar.adjusting(to, by: terms.paymentRule)
    var (start, end) = (from, to)
    if terms.accruesToPayment {
      if from != terms.start { start = try terms.calendar.adjusting(from, by: terms.paymentRule) }
      end = payment
    }
    let next = try grid.date(try grid.index(onOrBefore: from) + 1)
    let isWhole = grid.contains(from) && next == to
    return AccrualPeriod(
      start: start, end: end, due: to, payment: payment,
      isRegular: isWhole && start == from && end == to)
  }
}
