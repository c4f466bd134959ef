/// A rate as a whole number of billionths of a percent, so that interest can be worked out exactly.
///
/// The ledger stores percent as binary numbers; 6.58 is meant as the decimal it is written as, and
/// nine decimals are more than any agreement or benchmark has.
struct ExactRate: Hashable, Sendable, Comparable {
  /// The highest rate, either side of zero, in percent.
  static let maximumPercent = 1000.0
  /// How many of the units are a whole: one hundred percent of a billion units each.
  static let unitsInWhole: Int128 = 100_000_000_000

  /// No interest.
  static let zero = ExactRate(units: 0)

  /// Billionths of a percent.
  let units: Int64

  /// A rate in percent.
  ///
  /// - Throws: `BondError.rateOutOfRange`.
  init(percent: Double) throws(BondError) {
    guard percent.isFinite, abs(percent) <= Self.maximumPercent else {
      throw .rateOutOfRange(percent)
    }
    units = Int64((percent * 1e9).rounded(.toNearestOrEven))
  }

  /// A rate in hundredths of a percent, as margins are given.
  ///
  /// - Throws: `BondError.rateOutOfRange`.
  init(basisPoints: Double) throws(BondError) {
    guard basisPoints.isFinite, abs(basisPoints) <= Self.maximumPercent * 100 else {
      throw .rateOutOfRange(basisPoints / 100)
    }
    units = Int64((basisPoints * 1e7).rounded(.toNearestOrEven))
  }

  private init(units: Int64) {
    self.units = units
  }

  /// The sum.
  func adding(_ other: ExactRate) -> ExactRate {
    ExactRate(units: units + other.units)
  }

  /// The nearest binary number of percent.
  var percent: Double { Double(units) / 1e9 }

  /// Orders by value.
  static func < (left: ExactRate, right: ExactRate) -> Bool {
    left.units < right.units
  }
}
