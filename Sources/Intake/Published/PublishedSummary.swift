public import Ledger
public import Tabular

/// What the import of a published file did, or would do.
public struct PublishedSummary: Sendable {
  /// How many holdings, rates, figures or entities were read.
  public let count: Int
  let kind: (one: String, many: String)
  /// What was done to records.
  public let counts: ImportRun.Counts
  /// What of records on file was changed.
  public let changes: [RecordChange]
  /// Names that were near nothing known and became parties.
  public let newParties: [String]
  /// What is worth knowing of the whole, a sentence each.
  public let notes: [String]
  /// What was kept, but not as the file has it: the first hundred.
  public let warnings: [SourceProblem]
  /// How many such things there are.
  public let warningCount: Int

  /// What was read, as `55 holdings read`.
  public var read: String { "\(count) \(count == 1 ? kind.one : kind.many) read" }
}
