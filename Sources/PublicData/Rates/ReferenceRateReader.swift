internal import Finance
internal import Tabular

/// Reads the European Central Bank's reference rates as it publishes them as CSV: a line a day, a
/// column a currency, a comma at the end of each line, `N/A` where there is no rate.
public final class ReferenceRateReader {
  /// Days and rates that cannot be used.
  public var problems: ProblemLog { table.problems }

  private let table: PublishedTable
  private let currencies: [(index: Int, code: String)]
  private var days: Set<Day> = []

  /// A reader of what `source` gives; reads the header.
  ///
  /// - Throws: `SourceProblem` when the columns are not days and currencies, or what the source
  ///   throws.
  public init(name: String = "", source: @escaping (inout OutputRawSpan) throws -> Void) throws {
    table = try PublishedTable(
      name: name, options: DelimitedOptions(dialect: .comma), source: source)
    let columns = table.header.columns
    guard columns.first?.key == "date", columns.count > 1 else {
      throw table.header.missing("Date and currencies", in: name, problems: table.problems)
    }
    currencies = columns.indices.dropFirst().map { ($0, columns[$0].name) }.filter { $1 != "" }
    for (index, code) in currencies where !Self.isCode(code) {
      table.note(columns[index].problem("“\(code)” is no code of a currency"))
    }
  }

  /// The rates of the next day, newest first as they stand; `nil` at the end.
  ///
  /// - Throws: What the source throws.
  public func next() throws -> [ReferenceRate]? {
    while try table.next() {
      guard let day = table.day(0) else {
        if table.text(0) == nil { table.note("there is no day", of: 0) }
        continue
      }
      guard days.insert(day).inserted else {
        table.note("\(day) stands twice", of: 0, hint: "remove one of the lines")
        continue
      }
      return currencies.compactMap { index, code in rate(at: index, of: code, on: day) }
    }
    return nil
  }

  private func rate(at index: Int, of code: String, on day: Day) -> ReferenceRate? {
    guard Self.isCode(code), let text = table.text(index) else { return nil }
    do throws(ExactDecimalError) {
      let units = try ExactDecimal(text)
      guard units > .zero else {
        table.note("\(code): a rate of \(units) is none", of: index)
        return nil
      }
      return ReferenceRate(
        day: day, currency: code, unitsPerEuro: units,
        position: table.reader.record.position(of: index))
    } catch {
      table.note("\(code): “\(text)” is not a rate", of: index)
      return nil
    }
  }

  private static func isCode(_ name: String) -> Bool {
    name.utf8.count == 3 && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }
}
