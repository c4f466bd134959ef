public import Ledger
public import PublicData
public import SQLite
internal import Tabular

/// Reads files that authorities, central banks and funds publish into a ledger, in one transaction
/// and one run: all of a file or nothing.
public struct PublishedImporter {
  /// How an import goes about it.
  public struct Options {
    /// The name problems are told under, and of the run's input.
    public var name: String
    /// What the run is recorded as.
    public var command: RunCommand = "import"
    /// Take a name that is one letter from a known one for another party, and make parties of all
    /// that GLEIF lists.
    public var createsParties = false
    /// Tell what would be done, and leave the ledger as it is.
    public var isDryRun = false
    /// What names mean in this import.
    public var matches: [PartyMatch] = []
    /// Is given each document that tells what is added and changed.
    public var changes: ((WrittenDocument) throws -> Void)?
    /// Asked now and then whether to stop.
    public var shallStop: () -> Bool = { false }

    /// The usual way, of an input with a name.
    public init(name: String) { self.name = name }
  }

  private let options: Options

  /// One with what is given.
  public init(_ options: Options) { self.options = options }

  /// Whether a format is one of those it reads.
  public static func reads(_ format: FileFormat) -> Bool { reader(of: format) != nil }

  private static func reader(of format: FileFormat) -> (any PublishedReader.Type)? {
    switch format {
    case .referenceRates: ReferenceRateImport.self
    case .benchmarkFixings: FixingImport.self
    case .nport: FundReportImport.self
    case .companyFacts: CompanyFactsImport.self
    case .legalEntities: LegalEntityImport.self
    case .legalEntityRelationships: RelationshipImport.self
    default: nil
    }
  }

  /// Imports what a source gives, which `FileFormat.tell` takes for `format`.
  ///
  /// - Parameter source: Appends the next bytes to a span, none at the end of the input.
  /// - Throws: `ImportRefused` with what is wrong, `ImportInterrupted`, what `source` throws; the
  ///   ledger is then as it was.
  public func run(
    _ format: FileFormat, _ source: @escaping (inout OutputRawSpan) throws -> Void,
    into connection: inout Connection
  ) throws -> PublishedSummary {
    guard let reader = Self.reader(of: format) else {
      throw ImportRefused(
        SourceProblem(
          position: FilePlace(file: options.name, line: 1, column: 1),
          message: "\(format) is not one of the published formats that are read"))
    }
    connection.stop(when: options.shallStop)
    do {
      // References are looked up by key before they are written.
      return try connection.withoutForeignKeys { connection in
        try connection.transaction { transaction in
          let summary = try read(reader, source, in: transaction)
          if options.isDryRun || summary.counts.changesNothing { throw Unwritten(summary: summary) }
          return summary
        }
      }
    } catch let unwritten as Unwritten {
      return unwritten.summary
    } catch let problem as SourceProblem {
      throw ImportRefused(problem)
    } catch let error as SQLiteError where error.code == .interrupt {
      throw ImportInterrupted()
    }
  }

  private struct Unwritten: Error {
    let summary: PublishedSummary
  }

  private func read(
    _ reader: any PublishedReader.Type,
    _ source: @escaping (inout OutputRawSpan) throws -> Void, in transaction: borrowing Transaction
  ) throws -> PublishedSummary {
    let input = HashedSource(options.name, source)
    let run = try ImportRun.begin(
      .importing, command: options.command, input: options.name, in: transaction)
    let pass = try PublishedPass(options, run: run, in: transaction)
    let count = try reader.read(input, pass, in: transaction)
    guard pass.refusals.isEmpty else { throw ImportRefused(pass.refusals) }
    try pass.writer.finish(inputHash: try input.finish(), in: transaction)
    if let changes = options.changes {
      try DocumentWriter.write(.run(run.id), of: transaction, to: changes)
    }
    return PublishedSummary(
      count: count, kind: reader.kind, counts: pass.writer.counts, changes: pass.writer.changes,
      newParties: pass.parties.made, notes: pass.notes, warnings: pass.warnings.first,
      warningCount: pass.warnings.count)
  }
}

/// How one published format becomes records.
protocol PublishedReader {
  /// What the file has many of, as one and as many.
  static var kind: (one: String, many: String) { get }

  /// Reads all of an input and saves what it says.
  ///
  /// - Returns: how many of its kind there were.
  static func read(
    _ input: HashedSource, _ pass: PublishedPass, in transaction: borrowing Transaction
  ) throws -> Int
}
