/// Where values stand along an axis whose ticks are round numbers.
struct Scale: Sendable {
  /// The places of the axis' ends, in pixels.
  let start, end: Double
  /// The values with a tick, in order; the first and the last are the axis' ends.
  let ticks: [Double]
  private let decimals: Int

  /// An axis that holds zero and all values.
  ///
  /// - Parameter count: about how many ticks.
  init(from least: Double = 0, to most: Double, start: Double, end: Double, count: Int) {
    self.start = start
    self.end = end
    let low = min(0, least)
    let high = low == 0 && most <= 0 ? 1 : max(0, most)
    let (step, decimals) = Self.step(of: high - low, count: max(2, count))
    let (first, last) = ((low / step).rounded(.down), (high / step).rounded(.up))
    self.decimals = decimals
    ticks = (Int(first)...max(Int(last), Int(first) + 1)).map { Double($0) * step }
  }

  /// The place of a value.
  func place(_ value: Double) -> Double {
    let (first, last) = (ticks[0], ticks[ticks.count - 1])
    return start + (value - first) / (last - first) * (end - start)
  }

  /// A tick's number.
  func label(_ tick: Double) -> String { NumberText.fixed(tick, decimals: decimals) }

  /// The least of 1, 2 or 5 times a power of ten that makes no more than `count` steps.
  private static func step(of length: Double, count: Int) -> (step: Double, decimals: Int) {
    let count = Double(count)
    var (power, exponent) = (1.0, 0)
    while power * count < length { (power, exponent) = (power * 10, exponent + 1) }
    while power * count >= length * 10, exponent > -9 {
      (power, exponent) = (power / 10, exponent - 1)
    }
    for part in [5.0, 2] where power / part * count >= length {
      return (power / part, max(0, 1 - exponent))
    }
    return (power, max(0, -exponent))
  }
}
