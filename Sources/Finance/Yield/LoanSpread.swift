/// What a loan costs over its benchmark, in basis points a year.
///
/// A part is `nil` when nobody says it, and 0 when it is known that there is none. A sum with a
/// part that is not known is not known.
public struct LoanSpread: Hashable, Sendable {
  /// The margin on the benchmark of what is drawn.
  public var margin: Double?
  /// The yearly fee on the whole commitment, drawn or not (facility fee, annual fee).
  public var annualFee: Double?
  /// The yearly fee on what is not drawn.
  public var commitmentFee: Double?
  /// The fee paid once, in percent of the commitment.
  public var upfrontFeePercent: Double?
  /// The price of issue in percent; 100 less it is the original issue discount.
  public var issuePrice: Double?

  /// The parts of the cost.
  public init(
    margin: Double?, annualFee: Double? = 0, commitmentFee: Double? = 0,
    upfrontFeePercent: Double? = 0, issuePrice: Double? = 100
  ) {
    self.margin = margin
    self.annualFee = annualFee
    self.commitmentFee = commitmentFee
    self.upfrontFeePercent = upfrontFeePercent
    self.issuePrice = issuePrice
  }

  /// Margin and yearly fee, for each dollar drawn: the all-in spread drawn of LPC DealScan.
  public var allInDrawn: Double? {
    margin.flatMap { margin in annualFee.map { margin + $0 } }
  }

  /// Commitment fee and yearly fee, for each dollar not drawn: the all-in spread undrawn of LPC
  /// DealScan.
  public var allInUndrawn: Double? {
    commitmentFee.flatMap { fee in annualFee.map { fee + $0 } }
  }

  /// All-in drawn with what is paid once, spread evenly over an assumed life.
  ///
  /// Loans are seldom kept to maturity: new issues of US loans are quoted with a life of four
  /// years, so that a point is 25 basis points, and direct loans with three. No part of it is
  /// discounted; the yield at the issue price is `Valuation.yield(cleanPrice:)`.
  ///
  /// - Throws: `BondError.lifeNotPositive`.
  public func allInDrawn(assumedLifeYears life: Double) throws(BondError) -> Double? {
    guard let allInDrawn, let once = try paidOnce(life) else { return nil }
    return allInDrawn + once
  }

  /// All-in undrawn with what is paid once, spread evenly over an assumed life.
  ///
  /// - Throws: `BondError.lifeNotPositive`.
  public func allInUndrawn(assumedLifeYears life: Double) throws(BondError) -> Double? {
    guard let allInUndrawn, let once = try paidOnce(life) else { return nil }
    return allInUndrawn + once
  }

  /// The yield in percent that loans are quoted with: benchmark, not below its floor, and all-in
  /// drawn over an assumed life.
  ///
  /// - Throws: `BondError.lifeNotPositive`.
  public func quotedYield(
    benchmarkPercent: Double, floorPercent: Double? = nil, assumedLifeYears life: Double
  ) throws(BondError) -> Double? {
    try allInDrawn(assumedLifeYears: life).map {
      max(benchmarkPercent, floorPercent ?? benchmarkPercent) + $0 / 100
    }
  }

  /// The fee and the discount of issue for one year of a life.
  private func paidOnce(_ life: Double) throws(BondError) -> Double? {
    guard life.isFinite, life > 0 else { throw .lifeNotPositive(life) }
    guard let upfrontFeePercent, let issuePrice else { return nil }
    return (upfrontFeePercent + 100 - issuePrice) * 100 / life
  }
}
