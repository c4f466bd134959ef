public import Finance

/// A benchmark as the header of a table of fixings names it, with its tenor.
public struct BenchmarkName: Hashable, Sendable, CustomStringConvertible {
  /// The benchmark.
  public let benchmark: RateBenchmark
  /// The tenor as the header has it, in capitals without blanks: `3M`; `nil` for overnight rates.
  public let tenor: String?

  /// Names of published series that do not say what they are.
  private static let series: [String: RateBenchmark] = [
    "iudsoia": .sonia, "ecbestrvolwgttrmdmnrt": .estr, "effr": .fedFunds, "dff": .fedFunds,
    "dprime": .prime, "fedfunds": .fedFunds,
  ]

  /// Reads `SOFR`, `EURIBOR 3M`, `euribor_3m`, `€STR`, `SONIA (%)`, or a series such as `IUDSOIA`;
  /// `nil` when it names no benchmark.
  public init?(_ header: String) {
    var name = header.lowercased().split(separator: "(").first.map(String.init) ?? ""
    name = String(name.map { $0 == "€" ? "e" : $0 }.filter { $0.isLetter || $0.isNumber })
    if let benchmark = Self.series[name] {
      self.init(benchmark: benchmark, tenor: nil)
      return
    }
    let rates = RateBenchmark.allCases.filter { !$0.isYield && $0 != .referenceRate }
    for benchmark in rates {
      let key = benchmark.rawValue.lowercased().filter { $0.isLetter }
      guard name.hasPrefix(key) else { continue }
      let rest = name.dropFirst(key.count)
      if rest.isEmpty || rest == "rate" || rest == "percent" || rest == "pct" || rest == "on" {
        self.init(benchmark: benchmark, tenor: nil)
        return
      }
      guard rest.first?.isNumber == true else { continue }
      self.init(benchmark: benchmark, tenor: rest.uppercased())
      return
    }
    return nil
  }

  private init(benchmark: RateBenchmark, tenor: String?) {
    self.benchmark = benchmark
    self.tenor = tenor
  }

  /// Name and tenor: `EURIBOR 3M`.
  public var description: String { tenor.map { "\(benchmark.name) \($0)" } ?? benchmark.name }
}
