/// Finds where a function is zero: Newton's steps, halving the bracket wherever they leave it.
struct RootSearch {
  /// The value of a function and its slope.
  typealias Sample = (value: Double, slope: Double)

  /// The ends between which the root is looked for.
  let bracket: ClosedRange<Double>
  /// Where to begin.
  let guess: Double

  /// The root; `nil` when the function has the same sign at both ends of the bracket.
  func root(of function: (Double) -> Sample) -> Double? {
    var (low, high) = (bracket.lowerBound, bracket.upperBound)
    let (atLow, atHigh) = (function(low).value, function(high).value)
    if atLow == 0 { return low }
    if atHigh == 0 { return high }
    guard (atLow < 0) != (atHigh < 0) else { return nil }
    let risesFromLow = atLow < 0
    var point = bracket.contains(guess) ? guess : (low + high) / 2
    for _ in 0..<300 {
      let (value, slope) = function(point)
      if value == 0 { return point }
      if (value < 0) == risesFromLow { low = point } else { high = point }
      let newton = point - value / slope
      let next = newton > low && newton < high ? newton : (low + high) / 2
      if abs(next - point) <= 1e-15 * max(1, abs(next)) || next == low || next == high {
        return next
      }
      point = next
    }
    return point
  }
}
