public import Finance
public import SQLite

/// The exchange rates of the ledger in memory, to convert as the derived tables do.
public struct ExchangeRates: Sendable {
  /// Units for one euro, by currency, each by day.
  private let series: [String: [(day: Int, units: Double)]]
  private let minorPerUnit: [String: Double]

  /// Reads all rates.
  public init(_ database: borrowing some Database & ~Copyable) throws {
    var series: [String: [(day: Int, units: Double)]] = [:]
    try database.forEachRow(
      "SELECT currency, published_on, units_per_euro FROM fx_rate ORDER BY published_on"
    ) { row in
      let day: Day = try row(1)
      series[try row(0, as: String.self), default: []].append((day.number, try row(2)))
    }
    var minorPerUnit: [String: Double] = [:]
    try database.forEachRow("SELECT code, minor_per_unit FROM currency") { row in
      minorPerUnit[try row(0, as: String.self)] = try row(1, as: Double.self)
    }
    self.series = series
    self.minorPerUnit = minorPerUnit
  }

  /// US cents for one minor unit on a day that lies in a span, and the day of the rate; as
  /// `tranche_figure` has them.
  public func rate(of currency: String, in span: DateSpan?) -> (cents: Double?, on: Day?) {
    if currency == "USD" { return (1, nil) }
    guard let span, span.isWithinMonth,
      let quoted = series[currency == "EUR" ? "USD" : currency],
      let own = Self.last(in: quoted, until: span.last.number)
    else { return (nil, nil) }
    let day = Day(daysSince1970: own.day)
    guard let dollars = series["USD"].flatMap({ Self.value(in: $0, on: own.day) }),
      let minor = minorPerUnit[currency]
    else { return (nil, day) }
    return (dollars * 100 / (currency == "EUR" ? 1 : own.units) / minor, day)
  }

  /// The last rate on or before a day, none older than seven days.
  private static func last(
    in rates: [(day: Int, units: Double)], until day: Int
  ) -> (day: Int, units: Double)? {
    let index = firstIndex(in: rates, after: day)
    guard index > 0, rates[index - 1].day >= day - 7 else { return nil }
    return rates[index - 1]
  }

  private static func value(in rates: [(day: Int, units: Double)], on day: Int) -> Double? {
    let index = firstIndex(in: rates, after: day)
    return index > 0 && rates[index - 1].day == day ? rates[index - 1].units : nil
  }

  private static func firstIndex(in rates: [(day: Int, units: Double)], after day: Int) -> Int {
    var (low, high) = (0, rates.count)
    while low < high {
      let middle = (low + high) / 2
      if rates[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// An amount in US cents, rounded as the derived tables round it: half away from zero.
  public static func cents(_ minor: Int64, rate: Double) -> Int64 {
    let cents = Double(minor) * rate
    // Beyond this a double has no fraction, and adding a half could change it.
    guard abs(cents) < 4_503_599_627_370_496 else { return Int64(cents) }
    return Int64(cents < 0 ? cents - 0.5 : cents + 0.5)
  }
}
