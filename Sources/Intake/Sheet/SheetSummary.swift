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
  /// Closed deals that say nothing of their funding.
  public let unfunded: UnfundedDeals
  /// Records that were added and look like ones that were on file.
  public let similar: [SimilarRecord]
  /// Amounts that were finer than the minor unit of their currency, and were rounded to it.
  public let roundedAmounts: Int
  /// Columns whose header is not known; their cells were not read.
  public let unknownColumns: [String]
  /// What was taken and is worth a look, at most as much as is printed.
  public let warnings: [SourceProblem]
  /// What was wrong with the refused lines, at most as many as are printed.
  public let problems: [SourceProblem]
}

/// An import that was stopped from outside.
public struct ImportInterrupted: Error, CustomStringConvertible {
  /// One that came.
  public init() {}

  /// What the user reads.
  public var description: String { "interrupted; the ledger is as it was" }
}
