public import Ledger
public import Tabular

/// What the import of a sheet did, or would do.
public struct SheetSummary: Sendable {
  /// The lines that were read, the header and empty ones apart.
  public let lines: Int
  /// Lines the ledger had already.
  public let unchangedLines: Int
  /// Lines that were refused.
  public let refusedLines: Int
  /// What was done to records.
  public let counts: ImportRun.Counts
  /// What of records on file was changed.
  public let changes: [RecordChange]
  /// Names that were near nothing known and became parties.
  public let newParties: [String]
  /// Records that were added and look like ones that were on file.
  public let similar: [SimilarRecord]
  /// Amounts that were finer than the minor unit of their currency, and were rounded to it.
  public let roundedAmounts: Int
  /// Columns whose header is not known; their cells were not read.
  public let unknownColumns: [String]
  /// What was wrong with the refused lines, at most as many as are printed.
  public let problems: [SourceProblem]
}

/// A sheet that was refused as a whole: nothing of it was written.
public struct SheetRefused: Error, CustomStringConvertible {
  /// What is wrong, in the order of the sheet, as far as it is printed.
  public private(set) var problems: [SourceProblem]
  /// How many problems there are in all.
  public private(set) var count: Int

  private let name: String

  init(_ problems: [SourceProblem], of name: String) {
    self.name = name
    self.problems = problems
    count = problems.count
  }

  mutating func add(_ more: [SourceProblem]) {
    count += more.count
    problems += more.prefix(max(0, ImportRefused.mostPrinted - problems.count))
  }

  /// What the user reads.
  public var description: String {
    var lines = problems.map(\.description)
    if count > problems.count { lines.append("… and \(count - problems.count) more") }
    lines.append(
      "\(count == 1 ? "1 problem" : "\(count) problems"); nothing of \(name) was imported")
    return lines.joined(separator: "\n")
  }
}

/// An import that was stopped from outside.
public struct ImportInterrupted: Error, CustomStringConvertible {
  /// One that came.
  public init() {}

  /// What the user reads.
  public var description: String { "interrupted; the ledger is as it was" }
}
