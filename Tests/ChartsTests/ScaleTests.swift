import Testing

@testable import Charts

@Suite("Axes")
struct ScaleTests {
  @Test(
    "ticks are round numbers, and hold all values",
    arguments: [
      (0.0, 28.0, 5, "0 10 20 30"),
      (0, 600, 5, "0 200 400 600"),
      (0, 0.7, 5, "0.0 0.2 0.4 0.6 0.8"),
      (0, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0"),
      (0, 1_400, 4, "0 500 1,000 1,500"),
      (-3, 9, 6, "-4 -2 0 2 4 6 8 10"),
      (0, 47, 5, "0 10 20 30 40 50"),
      (0, 0, 5, "0.0 0.2 0.4 0.6 0.8 1.0"),
      (0, 100, 5, "0 20 40 60 80 100"),
    ])
  func ticks(_ least: Double, _ most: Double, _ count: Int, _ expected: String) {
    let scale = Scale(from: least, to: most, start: 0, end: 100, count: count)
    #expect(scale.ticks.map(scale.label).joined(separator: " ") == expected)
    #expect(scale.place(scale.ticks[0]) == 0)
    #expect(scale.place(scale.ticks[scale.ticks.count - 1]) == 100)
  }
}
