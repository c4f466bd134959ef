import Glibc
import Testing

@testable import Finance

@Suite struct DoublePowersTests {
  @Test func `logarithms and powers of e are those of the C library`() {
    var generator = SeededGenerator(seed: 7)
    var (worstLog, worstPower) = (0.0, 0.0)
    for _ in 0..<20_000 {
      let power = Double.random(in: -700...700, using: &generator)
      let value = exp(power / 20)
      let near = 1 + Double.random(in: -0.2...0.2, using: &generator)
      worstLog = max(worstLog, abs(value.naturalLogarithm - log(value)) / max(1, abs(log(value))))
      worstLog = max(worstLog, abs(near.naturalLogarithm - log(near)))
      worstPower = max(worstPower, abs(power.exponential / exp(power) - 1))
    }
    #expect(worstLog < 3e-16)
    #expect(worstPower < 3e-15)
  }

  @Test func `numbers at the edges have the values of the C library`() {
    #expect(Double.nan.exponential.isNaN)
    #expect((-1.0).naturalLogarithm.isNaN)
    #expect(0.0.exponential == 1)
    #expect(1.0.naturalLogarithm == 0)
    #expect(800.0.exponential == .infinity)
    #expect((-800.0).exponential == 0)
    #expect(abs(1.05.raised(to: -60) - pow(1.05, -60)) < 1e-16)
    #expect(Double.leastNonzeroMagnitude.naturalLogarithm == log(Double.leastNonzeroMagnitude))
  }

  private static let quotients: [(Int, Int, Int64)] = [
    (5, 2, 2), (7, 2, 4), (-5, 2, -2), (-7, 2, -4), (5, -2, -2), (6, 4, 2), (10, 4, 2), (11, 4, 3),
    (0, 3, 0), (1, 3, 0), (2, 3, 1), (-2, 3, -1), (9, 3, 3),
  ]

  @Test(arguments: quotients)
  func `a half goes to the even neighbour`(dividend: Int, divisor: Int, expected: Int64) {
    #expect(Quotient.halfEven(Int128(dividend), Int128(divisor)) == expected)
  }
}
