import Finance
import Ledger
import SQLite
import Tabular

/// A reference rate as it was fixed on a day.
struct StatedFixing {
  let benchmark: String
  let day: Day
  let percent: Double
  let source: String
}

extension DocumentMapper {
  /// The fixing of a reference rate: no keyed record, like an exchange rate.
  func mapFixing(_ reader: ObjectReader) {
    let sources = citedSources(reader)
    let benchmark = reader.requiredCode("benchmark", in: "benchmark")
    let rate = reader.decimal("fixing")
    let days = reader.days("on")
    if !reader.has("on") { reader.refuse(nil, "lacks 'on'") }
    reader.finish()
    guard let rate, !benchmark.isEmpty, let day = days.on else { return }
    guard days.on == days.until else {
      reader.refuse(reader.member("on"), "must be one day")
      return
    }
    fixings.append(
      StatedFixing(
        benchmark: benchmark, day: day, percent: rate.approximate, source: sources.first ?? ""))
  }
}

extension LedgerWriter {
  mutating func save(_ fixing: StatedFixing, in transaction: borrowing Transaction) throws {
    let value = DailyValue(name: fixing.benchmark, day: fixing.day, value: fixing.percent)
    try saveFixings([value], source: fixing.source, in: transaction)
  }
}
