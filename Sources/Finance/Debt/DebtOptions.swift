/// Money drawn on a day under a commitment.
public struct Draw: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// How much in minor units; `nil` when not known.
  public let minorUnits: Int64?

  /// A draw.
  public init(on day: Day, minorUnits: Int64?) {
    self.day = day
    self.minorUnits = minorUnits
  }
}

/// What is paid for money that is committed and not drawn.
public struct CommitmentFee: Hashable, Sendable {
  /// Percent a year of what is not drawn, by the day count of the interest.
  public let rate: InterestRate
  /// The day from which nothing more can be drawn, and no fee is paid; `nil` for maturity.
  public let ends: Day?

  /// A fee in percent a year.
  public init(percent: Double, ends: Day? = nil) {
    rate = .fixed(percent: percent)
    self.ends = ends
  }
}

/// A later maturity that the borrower may choose.
public struct MaturityExtension: Hashable, Sendable {
  /// The new maturity.
  public let maturity: Day
  /// The fee in percent of what is owed on the day it replaces; `nil` for none.
  public let feePercent: Double?

  /// An extension.
  public init(to maturity: Day, feePercent: Double? = nil) {
    self.maturity = maturity
    self.feePercent = feePercent
  }
}
