import Finance
import Ledger
import Tabular

/// What can hardly be right as it stands: a factor of a thousand or a hundred, days that cannot
/// follow one another. A line with one is refused with both readings, until `takesDoubtful` is set.
extension SheetValues {
  /// Refuses a value that can hardly be right.
  mutating func doubt(
    _ message: String, _ column: SheetColumn, _ record: borrowing DelimitedRecord, hint: String
  ) {
    guard !takesDoubtful else { return }
    add(message, column, record, hint: hint)
  }

  /// Doubts a percentage that looks like a fraction or basis points, and the other way round.
  mutating func doubt(
    _ value: Double, _ column: SheetColumn, _ record: borrowing DelimitedRecord
  ) {
    guard value != 0 else { return }
    switch column {
    case .couponPercent, .yieldPercent:
      if value > 0, value < 0.3, !isConvertible(record) {
        doubtFraction(value, column, record)
      } else if value > 30 {
        doubt(
          "“\(written(column, record))” is \(written(column, record)) %, or "
            + "\(Self.short(value / 100)) % written in basis points", column, record,
          hint: "write \(Self.short(value / 100)), or \(Self.short(value))%")
      }
    case .issuePricePercent where value > 0 && value < 5: doubtFraction(value, column, record)
    case .spreadBasisPoints where value > 0 && value < 10:
      doubt(
        "“\(written(column, record))” is \(Self.short(value)) basis points, or "
          + "\(Self.short(value * 100)) written as percent", column, record,
        hint: "write \(Self.short(value * 100)), or say --take-doubtful")
    default: break
    }
  }

  private mutating func doubtFraction(
    _ value: Double, _ column: SheetColumn, _ record: borrowing DelimitedRecord
  ) {
    doubt(
      "“\(written(column, record))” is \(Self.short(value)) %, or \(Self.short(value * 100)) % "
        + "written as a fraction", column, record,
      hint: "write \(Self.short(value * 100)), or \(Self.short(value))%")
  }

  /// Convertibles pay as little as an eighth of a percent.
  private mutating func isConvertible(_ record: borrowing DelimitedRecord) -> Bool {
    code(.instrument, in: "instrument", SheetWords.instruments, record).equals("convertible")
  }

  private func written(_ column: SheetColumn, _ record: borrowing DelimitedRecord) -> String {
    string(column, record) ?? ""
  }

  /// A number without the noise of binary fractions.
  private static func short(_ value: Double) -> String {
    let whole = (value * 1_000_000).rounded() / 1_000_000
    return whole == whole.rounded() && abs(whole) < 1e15 ? "\(Int64(whole))" : "\(whole)"
  }

  /// The days a line may say something of its deal on, in the order they come.
  private static let stages: [(column: SheetColumn, word: String)] = [
    (.announcedOn, "announced"), (.pricedOn, "priced"), (.signedOn, "signed"),
    (.closedOn, "closed"),
  ]

  /// Refuses a maturity before the first day of the deal, and doubts a closing before it.
  mutating func checkDays(_ record: borrowing DelimitedRecord) {
    for (column, word) in Self.stages where layout.has(column) {
      guard let start = days(column, record) else { continue }
      if layout.has(.maturesOn), let end = days(.maturesOn, record), end.last < start.first {
        add(
          "it matures on \(Self.words(end.until)), before it was \(word) on "
            + Self.words(start.on), .maturesOn, record,
          hint: "a date is wrong, or day and month are swapped")
      }
      if column == .announcedOn { doubtDays(before: start, record) }
      return
    }
  }

  private mutating func doubtDays(before start: SheetDays, _ record: borrowing DelimitedRecord) {
    for (column, _) in Self.stages.dropFirst() where layout.has(column) {
      guard let day = days(column, record), day.last < start.first else { continue }
      doubt(
        "\(column.names[0]) \(Self.words(day.until)) is before the deal was announced on "
          + Self.words(start.on), column, record,
        hint: "day and month may be swapped in one of them; else say --take-doubtful")
    }
  }

  private static func words(_ bytes: TextBytes) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Doubts an amount a thousand times another one that it belongs to.
  mutating func doubt(
    _ minor: Int64, _ column: SheetColumn, beside other: Int64, of what: String,
    _ currency: SheetCurrency?, _ record: borrowing DelimitedRecord
  ) {
    guard minor > 0, other > 0, let currency else { return }
    let (more, less) = (max(minor, other), min(minor, other))
    guard more / 1000 >= less else { return }
    let unit = (0..<currency.exponent).reduce(Int64(1)) { power, _ in power * 10 }
    let code = String(decoding: currency.code, as: UTF8.self)
    let scaled = minor > other ? minor / 1000 : minor.multipliedReportingOverflow(by: 1000).0
    doubt(
      "\(code) \(minor / unit) beside \(code) \(other / unit) of \(what), or \(code) "
        + "\(scaled / unit) with another scale", column, record,
      hint: "write all amounts in whole units; if they are right say --take-doubtful")
  }
}
