/// A flow with its time from settlement, counted in periods of the yield.
struct DiscountedFlow: Hashable, Sendable {
  let amount: Double
  /// The time that discounts by simple interest.
  let simple: Double
  /// The time that discounts by powers.
  let compounded: Double

  /// All of the time.
  var periods: Double { simple + compounded }

  /// The present value at a rate a period, with its first and second derivative by that rate.
  ///
  /// With s simple and c compounded the factor is `d = (1 + s x)^-1 (1 + x)^-c`; then `d' = -d g`,
  /// `g = s / (1 + s x) + c / (1 + x)`, and `d'' = d (g² - g')`.
  func value(at rate: Double) -> (value: Double, slope: Double, bend: Double) {
    let (line, power) = (1 + simple * rate, 1 + rate)
    let factor = power.raised(to: -compounded) / line
    let (bySimple, byPower) = (simple / line, compounded / power)
    let steepness = bySimple + byPower
    let bend = steepness * steepness + bySimple * bySimple + byPower / power
    return (amount * factor, -amount * factor * steepness, amount * factor * bend)
  }
}
