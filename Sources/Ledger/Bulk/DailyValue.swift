public import Finance

/// What something known by its name is on a day: the rate of a currency, the fixing of a benchmark.
public struct DailyValue: Hashable, Sendable {
  /// The currency or the benchmark.
  public let name: String
  /// The day.
  public let day: Day
  /// Units of the currency for one euro, or percent a year.
  public let value: Double

  /// One with what is given.
  public init(name: String, day: Day, value: Double) {
    (self.name, self.day, self.value) = (name, day, value)
  }
}

/// A table with one value a day of each name.
struct DailyTable: Sendable {
  let table: String
  let name: String
  let day: String
  let value: String
  /// The unique index on name and day.
  let index: String

  static let exchangeRates = DailyTable(
    table: "fx_rate", name: "currency", day: "published_on", value: "units_per_euro",
    index: "fx_rate_by_day")
  static let fixings = DailyTable(
    table: "benchmark_rate", name: "benchmark", day: "fixed_on", value: "rate_pct",
    index: "benchmark_rate_by_day")
}
