import Reporting
import Testing

@Suite struct HumanNumberTests {
  @Test(arguments: [
    (0, "0.00"), (23_250_000_000, "23.25"), (1_500_000_000_000, "1,500.00"),
    (300_000_000, "0.30"), (1_234_567_890_123_456, "1,234,567.89"), (-2_500_000_000, "-2.50"),
    // Halves go away from zero; what is less than half a hundredth is nothing, without a sign.
    (125_000_000, "0.13"), (-125_000_000, "-0.13"), (4_999_999, "0.00"), (-4_999_999, "0.00"),
    (5_000_000, "0.01"), (-5_000_000, "-0.01"), (999_995_000_000, "1,000.00"), (1, "0.00"),
    (90_000_000_000_000, "90,000.00"),
  ])
  func `an amount in billions`(amount: Double, text: String) {
    #expect(HumanNumber.billions(amount) == text)
  }

  @Test(arguments: [
    (23_250_000_000, "23.25 bn"), (1_000_000_000, "1.00 bn"), (225_000_000, "225.00 mn"),
    (19_650_000, "19.65 mn"), (-2_500_000, "-2.50 mn"), (0, "0.00 bn"),
  ])
  func `an amount with its scale`(amount: Double, text: String) {
    #expect(HumanNumber.amount(amount) == text)
  }

  @Test(arguments: [
    (3.6264, 1, "3.6"), (3.65, 1, "3.7"), (99.95, 1, "100.0"), (1234.5, 0, "1,235"),
    (999.5, 0, "1,000"), (0.5, 0, "1"), (-0.4, 0, "0"), (-1234567.891, 2, "-1,234,567.89"),
    (0.05, 3, "0.050"), (1e-9, 2, "0.00"),
    // What has more digits than a number holds exactly is told as it is.
    (1e15, 2, "1000000000000000"), (-4e18, 0, "-4e+18"), (.infinity, 2, "inf"), (.nan, 2, "nan"),
  ])
  func `a number with its decimals`(number: Double, decimals: Int, text: String) {
    #expect(HumanNumber.fixed(number, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (75, "75"), (66.67, "66.67"), (0.1, "0.1"), (1e15, "1000000000000000"),
    (-12.5, "-12.5"), (143_452_861_326.39, "143452861326.39"), (1e-9, "1e-09"), (1e300, "1e+300"),
    (8_999_999_999_999_999, "8999999999999999"), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func `a number in full reads back as itself`(number: Double, text: String) {
    #expect(HumanNumber.plain(number) == text)
    #expect(Double(text) == number)
  }

  @Test(arguments: [
    (450.00000000000006, "450"), (0.1 + 0.2, "0.3"), (66.67, "66.67"), (-1.1 - 2.2, "-3.3"),
    (0.99999999999999989, "1"), (9.9999999999999982, "10"), (143_452_861_326.39, "143452861326.39"),
    (1.0 / 3, "0.333333333333333"), (2.0 / 3e7, "6.66666666666667e-08"), (75, "75"),
    (8_999_999_999_999_999, "8999999999999999"), (1e300, "1e+300"), (.infinity, "inf"),
  ])
  func `a number as people write it has fifteen digits at most`(number: Double, text: String) {
    #expect(HumanNumber.written(number) == text)
  }
}
