public import Finance
public import Tabular

/// What a benchmark was on a day.
public struct BenchmarkFixing: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The rate in percent a year.
  public let percent: ExactDecimal
  /// Where it stands in the file.
  public let position: SourcePosition
}

/// Reads a table of two columns, days and the fixings of the benchmark that the header names.
///
/// A day without a fixing, which publishers leave empty or mark with `.`, is left out.
public final class BenchmarkFixingReader {
  /// The benchmark.
  public let name: BenchmarkName
  /// Lines that cannot be used.
  public var problems: ProblemLog { table.problems }

  private let table: PublishedTable
  private var days: Set<Day> = []

  /// A reader of what `source` gives; reads the header.
  ///
  /// - Throws: `SourceProblem` when the header names no benchmark, or what the source throws.
  public init(
    name file: String = "", source: @escaping (inout OutputRawSpan) throws -> Void
  ) throws {
    table = try PublishedTable(name: file, options: DelimitedOptions(), source: source)
    let columns = table.header.columns
    guard columns.count == 2, columns[0].key.hasSuffix("date") else {
      throw table.header.missing("date and benchmark", in: file, problems: table.problems)
    }
    guard let name = BenchmarkName(columns[1].name) else {
      throw columns[1].problem(
        "“\(columns[1].name)” names no benchmark that is known",
        hint: "name the column SOFR, EURIBOR 3M, ESTR, SONIA, …")
    }
    self.name = name
  }

  /// The next fixing; `nil` at the end.
  ///
  /// - Throws: What the source throws.
  public func next() throws -> BenchmarkFixing? {
    while try table.next() {
      guard let day = table.day(0) else {
        if table.text(0) == nil { table.note("there is no day", of: 0) }
        continue
      }
      guard days.insert(day).inserted else {
        table.note("\(day) stands twice", of: 0, hint: "remove one of the lines")
        continue
      }
      guard let text = table.text(1), text != ".", text != "ND" else { continue }
      if let percent = percent(text) {
        return BenchmarkFixing(
          day: day, percent: percent, position: table.reader.record.position(of: 1))
      }
    }
    return nil
  }

  private func percent(_ text: String) -> ExactDecimal? {
    var number = text.last == "%" ? GivenText.trimmed(text.dropLast()) : text
    // Where the comma does not stand between fields it is decimal.
    if table.reader.dialect?.delimiter != UInt8(ascii: ",") {
      number = String(number.map { $0 == "," ? "." : $0 })
    }
    do throws(ExactDecimalError) {
      return try ExactDecimal(number)
    } catch {
      table.note("“\(text)” is not a rate in percent", of: 1, hint: "write it as 5.31")
      return nil
    }
  }
}
