/// Why a schedule, a cash flow, a price or a yield cannot be worked out.
public enum BondError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A date that does not exist.
  case date(DateError)
  /// Maturity on or before the first day.
  case maturityNotAfterStart(Day, Day)
  /// A roll day that no month has.
  case rollDayOutOfRange(Int)
  /// A named coupon outside the life of the instrument.
  case couponOutsideTerm(Day)
  /// A named coupon on a day that is none of the grid's.
  case couponOffGrid(Day, rollDay: Int, months: Int)
  /// A calendar of holidays only.
  case noBusinessDay(Day)
  /// A rate that is no number, or beyond `ExactRate.maximumPercent`.
  case rateOutOfRange(Double)
  /// Two steps of a rate on one day.
  case stepTwice(Day)
  /// A day count that overnight rates are not compounded with.
  case dayCountUnfit(DayCount)
  /// An amount below zero, or a sum too large.
  case amountOutOfRange
  /// A draw before the start, or on or after maturity.
  case drawOutsideTerm(Day)
  /// Draws above the commitment.
  case drawsExceedCommitment(Day)
  /// A repayment on or before the start, or after maturity.
  case repaymentOutsideTerm(Day)
  /// A repayment above what is owed.
  case repaymentTooLarge(Day)
  /// More extensions asked for than there are.
  case extensionMissing(asked: Int, available: Int)
  /// An extension that does not lengthen the life.
  case extensionNotLater(Day)
  /// A settlement before the start, or on or after maturity.
  case settlementOutsideTerm(Day)
  /// Nothing owed on the day of settlement.
  case nothingOutstanding(Day)
  /// A flow whose amount is not known.
  case flowUnknown(Day, MissingFigure)
  /// No principal left to be repaid after a day.
  case noPrincipalAhead(Day)
  /// A price of nothing or less.
  case priceNotPositive(Double)
  /// A yield or margin at which nothing can be discounted.
  case yieldOutOfRange(Double)
  /// A price that no yield gives.
  case noYield(price: Double)
  /// Money that changes direction more than once, so that several yields may give the price.
  case yieldNotUnique
  /// A life that is not above zero.
  case lifeNotPositive(Double)

  /// What is wrong and what to do, as a sentence without a full stop.
  public var description: String {
    termProblem ?? amountProblem ?? yieldProblem ?? "this cannot be worked out"
  }

  /// Runs a computation of dates, whose errors become errors of bonds.
  static func dated<Value>(_ body: () throws(DateError) -> Value) throws(BondError) -> Value {
    do throws(DateError) { return try body() } catch { throw .date(error) }
  }
}
