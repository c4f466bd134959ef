extension BondError {
  /// What is wrong with dates and terms; `nil` for other errors.
  var termProblem: String? {
    switch self {
    case .date(let error): error.description
    case .maturityNotAfterStart(let start, let maturity):
      "maturity \(maturity) is not after the start \(start): give a later maturity"
    case .rollDayOutOfRange(let day):
      "no month has a day \(day): give a roll day of 1 to 31, 31 for the last of the month"
    case .couponOutsideTerm(let day):
      "the coupon on \(day) is outside the life: name one after the start and by maturity"
    case .couponOffGrid(let day, let rollDay, let months):
      "\(day) is no coupon date: coupons fall on day \(rollDay) every \(months) months; "
        + "give a roll day, or the last coupon to count from"
    case .noBusinessDay(let day):
      "there is no business day within a year of \(day): check weekend and holidays"
    case .drawOutsideTerm(let day):
      "the draw on \(day) is outside the life: draws fall from the start to before maturity"
    case .repaymentOutsideTerm(let day):
      "the repayment on \(day) is outside the life: it falls after the start and by maturity"
    case .extensionMissing(let asked, let available):
      "\(asked) extensions are asked for and there are \(available)"
    case .extensionNotLater(let day):
      "the extension to \(day) does not lengthen the life: give later days in order"
    case .settlementOutsideTerm(let day):
      "settlement on \(day) is outside the life: take a day from the start to before maturity"
    default: nil
    }
  }

  /// What is wrong with rates and amounts; `nil` for other errors.
  var amountProblem: String? {
    switch self {
    case .rateOutOfRange(let rate):
      "a rate of \(rate) percent is refused: give percent within \(Int(ExactRate.maximumPercent))"
    case .stepTwice(let day): "the rate has two steps on \(day): keep one"
    case .dayCountUnfit(let dayCount):
      "overnight rates are not compounded with \(dayCount.rawValue): use act_360 or act_365f"
    case .amountOutOfRange:
      "an amount is below zero or its interest too large to hold: check the minor units"
    case .drawsExceedCommitment(let day):
      "with the draw on \(day) more is drawn than was committed: check both amounts"
    case .repaymentTooLarge(let day):
      "the repayment on \(day) is more than is owed: check the schedule of repayments"
    case .nothingOutstanding(let day):
      "nothing is owed on \(day), and a price is a share of that: settle after the first draw"
    case .flowUnknown(let day, let missing):
      "the flow due \(day) is unknown: \(missing)"
    case .noPrincipalAhead(let day): "no principal is repaid after \(day)"
    default: nil
    }
  }

  /// What is wrong with prices and yields; `nil` for other errors.
  var yieldProblem: String? {
    switch self {
    case .priceNotPositive(let price):
      "a price of \(price) is refused: give percent of the principal owed, above zero"
    case .yieldOutOfRange(let percent):
      "nothing can be discounted at \(percent) percent: give a higher rate"
    case .noYield(let price): "no yield gives the price \(price): check price and cash flows"
    case .yieldNotUnique:
      "several yields may give this price, since money flows to and fro: compare present values"
    case .lifeNotPositive(let years): "a life of \(years) years is refused: give one above zero"
    default: nil
    }
  }
}
