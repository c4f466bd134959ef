import Finance
import Ledger
import PublicData
import SQLite

/// A table of days and fixings of one benchmark.
enum FixingImport: PublishedReader {
  static let kind = (one: "fixing", many: "fixings")

  static func read(
    _ input: HashedSource, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Int {
    let reader = try BenchmarkFixingReader(name: input.name, source: input.read)
    // The code that tranches have, and the tenor where there are several.
    let code = reader.name.benchmark.rawValue
    let name = reader.name.tenor.map { "\(code) \($0)" } ?? code
    var fixings: [DailyValue] = []
    while let fixing = try reader.next() {
      fixings.append(
        DailyValue(name: name, day: fixing.day, value: fixing.percent.approximate))
    }
    pass.refusals.add(reader.problems)
    guard pass.refusals.isEmpty else { return fixings.count }
    let source = try pass.cite(source(of: reader.name), in: transaction)
    try pass.writer.saveFixings(fixings, source: source, in: transaction)
    return fixings.count
  }

  /// Who fixes it, and where. The file does not say, its benchmark does.
  private static func source(of name: BenchmarkName) -> Source {
    let (publisher, url) = administrators[name.benchmark] ?? ("Its administrator", nil)
    var source = Source(key: "fixings-\(RecordKey.made(fromName: name.benchmark.rawValue))")
    source.kind = "reference"
    source.title = "Fixings of \(name.benchmark.name)"
    (source.publisher, source.url, source.grade) = (publisher, url, "P")
    return source
  }

  private static let administrators: [RateBenchmark: (String, String?)] = [
    .sofr: (
      "Federal Reserve Bank of New York", "https://www.newyorkfed.org/markets/reference-rates/sofr"
    ),
    .fedFunds: (
      "Federal Reserve Bank of New York", "https://www.newyorkfed.org/markets/reference-rates/effr"
    ),
    .prime: (
      "Board of Governors of the Federal Reserve System",
      "https://www.federalreserve.gov/releases/h15/"
    ),
    .estr: (
      "European Central Bank",
      "https://www.ecb.europa.eu/stats/financial_markets_and_interest_rates/euro_short-term_rate"
    ),
    .euribor: (
      "European Money Markets Institute", "https://www.emmi-benchmarks.eu/benchmarks/euribor/rate/"
    ),
    .sonia: (
      "Bank of England", "https://www.bankofengland.co.uk/markets/sonia-benchmark"
    ),
    .stibor: ("Swedish Financial Benchmark Facility", "https://swfbf.se"),
    .tona: ("Bank of Japan", "https://www3.boj.or.jp/market/en/menu_m.htm"),
    .saron: ("SIX", "https://www.six-group.com/en/market-data/indices/switzerland/saron.html"),
    .corra: (
      "Bank of Canada", "https://www.bankofcanada.ca/rates/interest-rates/corra/"
    ),
  ]
}
