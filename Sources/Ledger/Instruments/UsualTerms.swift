import Finance

/// What is usual for an instrument in a currency, where no source says it.
///
/// Bonds: 30/360 twice a year in dollars, Actual/Actual (ICMA) once a year in euros and most other
/// currencies, twice a year in pounds (ICMA, “Primary Market Handbook”; SIFMA, “Standard Formulas
/// for the Analysis of Mortgage-Backed Securities and Other Related Securities”). Loans: every
/// three months, Actual/360, in pounds Actual/365 (LMA and LSTA, standard terms).
struct UsualTerms {
  let isLoan: Bool
  let frequency: CouponFrequency
  let dayCount: DayCount
  /// What is assumed, in words.
  let frequencyWords: String
  let dayCountWords: String

  private static let bonds: Set<String> = ["bond", "convertible", "private_placement"]

  init(instrument: String, currency: String?, isFloating: Bool) {
    isLoan = !Self.bonds.contains(instrument)
    let isSterling = currency == "GBP"
    let kind = (isLoan ? "loans" : "bonds") + (isFloating ? " that float" : "")
    if isLoan || isFloating {
      frequency = .quarterly
      dayCount = isSterling ? .actual365Fixed : .actual360
      frequencyWords = "interest is paid every three months, as on most \(kind)"
      dayCountWords = "interest counts by \(dayCount.rawValue)"
    } else {
      let isDollar = currency == nil || currency == "USD"
      frequency = isDollar || isSterling || currency == "JPY" ? .semiannual : .annual
      dayCount = isDollar ? .thirty360US : .actualActualICMA
      frequencyWords =
        frequency == .annual ? "coupons are paid once a year" : "coupons are paid twice a year"
      dayCountWords = "interest counts by \(dayCount.rawValue)"
    }
  }
}
