import Finance
import Ledger
import PublicData
import SQLite

/// The European Central Bank's reference rates: exchange rates of each day.
enum ReferenceRateImport: PublishedReader {
  static let kind = (one: "rate", many: "rates")

  static func read(
    _ input: HashedSource, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Int {
    let reader = try ReferenceRateReader(name: input.name, source: input.read)
    var rates: [DailyValue] = []
    while let day = try reader.next() {
      for rate in day {
        rates.append(
          DailyValue(
            name: rate.currency, day: rate.day, value: rate.unitsPerEuro.approximate))
      }
      if rates.count.isMultiple(of: 1 << 12) { try pass.checkInterruption() }
    }
    pass.refusals.add(reader.problems)
    guard pass.refusals.isEmpty else { return rates.count }
    let source = try pass.cite(source, in: transaction)
    try pass.writer.saveRates(rates, source: source, in: transaction)
    return rates.count
  }

  /// The page that has the file.
  private static var source: Source {
    var source = Source(key: "ecb-reference-rates")
    source.kind = "reference"
    source.title = "Euro foreign exchange reference rates"
    source.publisher = "European Central Bank"
    source.url =
      "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/"
      + "euro_reference_exchange_rates/html/index.en.html"
    (source.grade, source.language) = ("P", "en")
    return source
  }
}
