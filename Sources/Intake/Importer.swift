public import Ledger
public import SQLite
public import Tabular

/// Reads deal documents into a ledger: everything is validated before anything is written, in one
/// transaction and one run.
public struct Importer: Sendable {
  /// How an import goes about it.
  public struct Options: Sendable {
    /// Take a name that is one letter from a known one for another party.
    public var createsParties = false
    /// Tell what would be done, and leave the ledger as it is.
    public var isDryRun = false
    /// Write the documents that are right, and give back the others.
    public var keepsGoing = false
    /// What names mean in this import.
    public var matches: [PartyMatch] = []

    /// One that holds nothing yet.
    public init() {}
  }

  /// How the import goes about it.
  public let options: Options

  /// One with what is given.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// Imports documents: one object, a list of objects, or one object a line.
  ///
  /// - Parameters:
  ///   - inputs: the texts to read, as one import.
  ///   - command: what the run is recorded as.
  ///   - changes: is given each document that tells what is added and changed, before anything is
  ///     final.
  ///   - rejects: is given the documents that were refused while others were taken, before anything
  ///     is final.
  /// - Throws: `ImportRefused` with every problem; the ledger is then as it was.
  public func run(
    _ inputs: [SourceText], kind: ImportRun.Kind = .importing, command: RunCommand,
    into connection: inout Connection, changes: ((WrittenDocument) throws -> Void)? = nil,
    rejects: ([RejectedDocument]) throws -> Void = { _ in }
  ) throws -> ImportSummary {
    do {
      return try connection.transaction { transaction in
        var pass = DocumentPass(
          inputs, options: options, kind: kind, command: command, changes: changes)
        let summary = try pass.run(in: transaction)
        try rejects(summary.rejected)
        // A run that changes nothing leaves no trace, and a dry one none at all.
        if options.isDryRun || summary.counts.changesNothing { throw Unwritten(summary: summary) }
        return summary
      }
    } catch let unwritten as Unwritten {
      return unwritten.summary
    }
  }

  private struct Unwritten: Error {
    let summary: ImportSummary
  }
}

/// What an import did, or would do.
public struct ImportSummary: Sendable {
  /// How many documents were read.
  public let documents: Int
  /// What was done to records.
  public let counts: ImportRun.Counts
  /// What of records on file was changed.
  public let changes: [RecordChange]
  /// Names that were near nothing known and became parties.
  public let newParties: [String]
  /// Closed deals that say nothing of their funding.
  public let unfunded: UnfundedDeals
  /// What was kept, but not as the document has it.
  public let warnings: [SourceProblem]
  /// Records that were added and look like ones that were on file.
  public let similar: [SimilarRecord]
  /// Documents that were refused while others were taken, in the order of the input.
  public let rejected: [RejectedDocument]
}

extension LedgerWriter {
  mutating func save(_ rate: StatedRate, in transaction: borrowing Transaction) throws {
    let value = DailyValue(name: rate.currency, day: rate.day, value: rate.unitsPerEuro)
    try saveRates([value], source: rate.source, in: transaction)
  }
}
