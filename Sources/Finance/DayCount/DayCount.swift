/// How the days between two dates become a part of a year.
///
/// The raw value is the code in documents and in the file.
public enum DayCount: String, Sendable, CaseIterable {
  /// Months of 30 days with the rules for the end of February: US corporate and agency bonds
  /// (Mayle, “Standard Securities Calculation Methods”, volume 1; SIA).
  case thirty360US = "30_360_us"
  /// Months of 30 days without those rules, “bond basis” (2006 ISDA Definitions, 4.16(f)).
  case thirty360 = "30_360"
  /// Months of 30 days, every 31st a 30th, “eurobond basis” (2006 ISDA Definitions, 4.16(g)).
  case thirty360European = "30e_360"
  /// Calendar days over 360: money markets and SOFR loans (2006 ISDA Definitions, 4.16(e)).
  case actual360 = "act_360"
  /// Calendar days over 365, in leap years too (2006 ISDA Definitions, 4.16(d)).
  case actual365Fixed = "act_365f"
  /// Calendar days over the days of the coupon period times its frequency: treasuries and most euro
  /// bonds (ICMA Rule 251.1(iii); 2006 ISDA Definitions, 4.16(c)).
  case actualActualICMA = "act_act_icma"

  /// Whether months count as 30 days.
  var hasEqualMonths: Bool {
    switch self {
    case .thirty360US, .thirty360, .thirty360European: true
    case .actual360, .actual365Fixed, .actualActualICMA: false
    }
  }

  /// Whether every whole coupon period is the same part of a year, so that coupons are equal.
  var hasEqualPeriods: Bool { hasEqualMonths || self == .actualActualICMA }

  /// The days that a year has for simple interest; `nil` where that depends on the period.
  var daysInYear: Int? {
    switch self {
    case .actual365Fixed: 365
    case .actualActualICMA: nil
    default: 360
    }
  }

  /// The days from one date to another, the first included.
  ///
  /// `isMonthEnd`: Whether the instrument pays on last days of months, on which alone
  /// 30/360 US makes the end of February a 30th.
  public func days(from start: Day, to end: Day, isMonthEnd: Bool = true) -> Int {
    switch self {
    case .actual360, .actual365Fixed, .actualActualICMA:
      return end.days(since: start)
    case .thirty360US, .thirty360, .thirty360European:
      let (first, last) = equalMonthDays(start, end, isMonthEnd: isMonthEnd)
      let (from, to) = (start.components, end.components)
      return (to.year - from.year) * 360 + (to.month - from.month) * 30 + (last - first)
    }
  }

  /// The days of the month that both dates count as.
  private func equalMonthDays(
    _ start: Day, _ end: Day, isMonthEnd: Bool
  ) -> (first: Int, last: Int) {
    var (first, last) = (start.day, end.day)
    if self == .thirty360European { return (min(first, 30), min(last, 30)) }
    if self == .thirty360US, isMonthEnd, start.isFebruaryEnd {
      if end.isFebruaryEnd { last = 30 }
      first = 30
    }
    if last == 31, first >= 30 { last = 30 }
    return (min(first, 30), last)
  }
}

extension Day {
  /// Whether the day is the last of a February.
  fileprivate var isFebruaryEnd: Bool { isMonthEnd && month == 2 }
}
