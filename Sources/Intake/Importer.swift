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
  /// - Throws: `ImportRefused` with every problem; the ledger is then as it was.
  public func run(
    _ inputs: [SourceText], kind: ImportRun.Kind = .importing, command: String,
    into connection: inout Connection
  ) throws -> ImportSummary {
    do {
      return try connection.transaction { transaction in
        let summary = try write(inputs, kind: kind, command: command, in: transaction)
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

  private func write(
    _ inputs: [SourceText], kind: ImportRun.Kind, command: String,
    in transaction: borrowing Transaction
  ) throws -> ImportSummary {
    let problems = ProblemList()
    let mapper = try DocumentMapper(
      transaction, problems: problems, createsParties: options.createsParties)
    var documents: [JSONValue] = []
    for input in inputs {
      for record in JSONRecords(input) {
        switch record {
        case .success(let document): documents.append(document)
        case .failure(let problem): problems.add(problem)
        }
      }
    }
    mapper.map(documents)
    try mapper.finish(in: transaction)
    guard problems.isEmpty else {
      throw ImportRefused(problems: problems.problems.sorted { $0.position < $1.position })
    }
    return try save(
      mapper, documents: documents.count, inputs: inputs, kind: kind, command: command,
      in: transaction)
  }

  /// What a run says it has read: three names at most, and how many more.
  private static func named(_ inputs: [String]) -> String {
    let more = inputs.count - 3
    let first = inputs.prefix(3).joined(separator: ", ")
    return more > 0 ? "\(first) and \(more) more" : first
  }

  private func save(
    _ mapper: DocumentMapper, documents: Int, inputs: [SourceText], kind: ImportRun.Kind,
    command: String, in transaction: borrowing Transaction
  ) throws -> ImportSummary {
    let run = try ImportRun.begin(
      kind, command: command, input: Self.named(inputs.map(\.name)), in: transaction)
    var writer = LedgerWriter(run: run)
    writer.expect(mapper.batch.entries[Claim.table]?.compactMap { $0.record as? Claim } ?? [])
    var refused: [SourceProblem] = []
    for entry in mapper.batch.inOrder {
      do {
        try transaction.savepoint("record") {
          try writer.save(entry.record, fillingOnly: entry.fillingOnly, in: transaction)
        }
      } catch let error as LedgerError where error.isAboutRecord {
        refused.append(entry.place.located("\(error)"))
      }
    }
    guard refused.isEmpty else { throw ImportRefused(problems: refused) }
    for rate in mapper.rates { try writer.save(rate, in: transaction) }
    for (finding, reason) in mapper.acceptances {
      try writer.accept(finding, because: reason, in: transaction)
    }
    for fixing in mapper.fixings { try writer.save(fixing, in: transaction) }
    var hash = SHA256()
    for input in inputs { hash.take(input.bytes) }
    try writer.finish(inputHash: hash.finish(), in: transaction)
    return ImportSummary(
      documents: documents, counts: writer.counts, changes: writer.changes,
      newParties: mapper.newParties, warnings: mapper.problems.warnings)
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
  /// What was kept, but not as the document has it.
  public let warnings: [SourceProblem]
}

extension LedgerWriter {
  mutating func save(_ rate: StatedRate, in transaction: borrowing Transaction) throws {
    let value = DailyValue(name: rate.currency, day: rate.day, value: rate.unitsPerEuro)
    try saveRates([value], source: rate.source, in: transaction)
  }
}
