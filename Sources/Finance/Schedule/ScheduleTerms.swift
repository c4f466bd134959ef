/// What an agreement says about the days of interest.
public struct ScheduleTerms: Hashable, Sendable {
  /// The day from which interest accrues.
  public var start: Day
  /// The last day, on which principal is due.
  public var maturity: Day
  /// How many coupons a year.
  public var frequency: CouponFrequency
  /// What becomes of time that is no whole period.
  public var stub: Stub
  /// The first coupon, where the agreement names it: the time before it is one period.
  public var firstCoupon: Day?
  /// The last coupon before maturity, where the agreement names it. The others are counted from it.
  public var lastCoupon: Day?
  /// The day of the month of coupons, 31 for the last; `nil` takes that of the day counted from.
  public var rollDay: Int?
  /// Whether coupons counted from the last day of a month stay on last days.
  public var rollsAtMonthEnd: Bool
  /// The days on which payments are made.
  public var calendar: BusinessCalendar
  /// What happens to payments due on other days.
  public var paymentRule: BusinessDayRule
  /// Whether interest accrues to the day of payment, as on loans, or to the scheduled day, as on
  /// bonds.
  public var accruesToPayment: Bool
  /// The day that coupons are counted from, where an extension has moved maturity.
  var anchor: Day?

  /// Terms of a schedule; what is left out is as most dollar bonds have it.
  public init(
    start: Day, maturity: Day, frequency: CouponFrequency, stub: Stub = .shortFirst,
    firstCoupon: Day? = nil, lastCoupon: Day? = nil, rollDay: Int? = nil,
    rollsAtMonthEnd: Bool = true, calendar: BusinessCalendar = .weekends,
    paymentRule: BusinessDayRule = .unadjusted, accruesToPayment: Bool = false
  ) {
    self.start = start
    self.maturity = maturity
    self.frequency = frequency
    self.stub = stub
    self.firstCoupon = firstCoupon
    self.lastCoupon = lastCoupon
    self.rollDay = rollDay
    self.rollsAtMonthEnd = rollsAtMonthEnd
    self.calendar = calendar
    self.paymentRule = paymentRule
    self.accruesToPayment = accruesToPayment
  }

  /// The same terms with a later maturity; coupons stay where they were.
  func extended(to day: Day) -> ScheduleTerms {
    var terms = self
    terms.anchor = counted
    terms.maturity = day
    return terms
  }

  /// The day that coupons are counted from.
  private var counted: Day {
    anchor ?? lastCoupon ?? (stub.isFirst ? maturity : firstCoupon ?? start)
  }

  /// The dates on which coupons fall, before and after the life of the instrument.
  ///
  /// - Throws: `BondError` when the roll day is not 1 to 31.
  public var grid: CouponGrid {
    get throws(BondError) {
      let day = counted
      let own = rollsAtMonthEnd && day.isMonthEnd ? 31 : day.day
      return try CouponGrid(through: day, frequency: frequency, rollDay: rollDay ?? own)
    }
  }
}
