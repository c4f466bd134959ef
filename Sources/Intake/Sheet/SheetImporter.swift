public import Ledger
public import SQLite
public import Tabular

/// Reads a deal sheet into a ledger: CSV or TSV, one line a tranche or a lender's part of one.
///
/// The sheet is read once, piece by piece, and nothing of it is kept but hashes. All of it is
/// written or none, unless lines may be refused one by one.
public struct SheetImporter {
  /// How an import goes about it.
  public struct Options {
    /// The name problems are told under, and of the sheet as a source.
    public var name: String
    /// How many bytes there are, where that is known.
    public var byteCount: Int?
    /// What the run is recorded as.
    public var command: RunCommand = "import"
    /// Take a name that is one letter from a known one for another party.
    public var createsParties = false
    /// Take values that can hardly be right as they stand.
    public var takesDoubtful = false
    /// Tell what would be done, and leave the ledger as it is.
    public var isDryRun = false
    /// Where refused lines go, header first, while the others are written; nil refuses all.
    public var rejects: ((Rejected) throws -> Void)?
    /// What names mean in this import.
    public var matches: [PartyMatch] = []
    /// Is given each document that tells what is added and changed, before anything is final.
    public var changes: ((WrittenDocument) throws -> Void)?
    /// Told now and then how far it has come, in bytes and lines.
    public var progress: ((_ bytes: Int, _ lines: Int) -> Void)?
    /// Asked now and then whether to stop.
    public var shallStop: () -> Bool = { false }

    /// The usual way, of an input with a name.
    public init(name: String) { self.name = name }
  }

  /// A line that was refused, as it stands in the sheet; the header has no problems.
  public struct Rejected {
    /// The line.
    public let line: OriginalLine
    /// Its number.
    public let number: Int
    /// What is wrong with it.
    public let problems: [SourceProblem]
  }

  private let options: Options

  /// One with what is given.
  public init(_ options: Options) { self.options = options }

  /// Imports what a source gives.
  ///
  /// - Parameter source: As `DelimitedReader` takes it.
  /// - Throws: `SheetRefused` with what is wrong, `ImportInterrupted`; the ledger is then as it
  ///   was.
  public func run(
    _ source: @escaping PieceReader, into connection: inout Connection
  ) throws -> SheetSummary {
    try run(TableInput(name: options.name, read: source), into: &connection)
  }

  /// Imports a table.
  ///
  /// - Throws: As the other one; `InputRefused` where the table cannot be read to its end.
  public func run(
    _ table: TableInput, into connection: inout Connection
  ) throws -> SheetSummary {
    connection.stop(when: options.shallStop)
    defer { try? BulkIndexes.setRulesChecked(true, in: connection) }
    do {
      // References are made of row numbers that were just handed out.
      return try connection.withoutForeignKeys { connection in
        try connection.transaction { transaction in
          let summary = try write(table, in: transaction)
          if options.isDryRun || summary.counts.changesNothing { throw Unwritten(summary: summary) }
          return summary
        }
      }
    } catch let unwritten as Unwritten {
      return unwritten.summary
    } catch let error as SQLiteError where error.code == .interrupt {
      throw ImportInterrupted()
    }
  }

  private struct Unwritten: Error {
    let summary: SheetSummary
  }

  private func write(
    _ table: TableInput, in transaction: borrowing Transaction
  ) throws -> SheetSummary {
    var reader = DelimitedReader(
      name: options.name, options: table.options, origin: table.origin, source: table.read)
    let header = try reader.readHeader()
    let layout = SheetLayout(header, file: options.name)
    let rejects = SheetRejects(
      table, header, record: reader.record, dialect: reader.dialect, give: options.rejects)
    let headerFaults = table.origin?.faults(line: reader.record.line).map(\.problem) ?? []
    guard layout.problems.isEmpty, headerFaults.isEmpty else {
      throw SheetRefused(headerFaults + layout.problems, of: options.name)
    }
    let run = try ImportRun.begin(
      .importing, command: options.command, input: options.name, in: transaction)
    var pass = try SheetPass(
      layout: layout, options: options, run: run, expectedLines: expectedLines, in: transaction)
    var refusal = SheetRefused([], of: options.name)
    reading: while true {
      let problems: [SourceProblem]
      switch try reader.next() {
      case .record:
        let faults = rejects.faults(of: reader.record, in: layout)
        problems =
          faults.isEmpty
          ? try pass.take(reader.record, in: transaction)
          : try pass.refuse(reader.record, faults)
      case .rejected(let found):
        pass.countUnreadable()
        problems = rejects.placed(found)
      case .end: break reading
      }
      if reader.recordCount.isMultiple(of: 1 << 12) {
        options.progress?(reader.bytesRead, pass.counts.lines)
        if options.shallStop() { throw ImportInterrupted() }
      }
      guard !problems.isEmpty else { continue }
      refusal.add(problems)
      if options.rejects == nil { pass.isWriting = false }
      try rejects.take(reader.record, problems)
    }
    if rejects.count > 0, options.rejects == nil { throw refusal }
    return try finish(
      &pass, refusal, rejects.count, unknown: layout.unknown.map(\.name), transaction)
  }

  private func finish(
    _ pass: inout SheetPass, _ refusal: SheetRefused, _ refusedLines: Int, unknown: [String],
    _ transaction: borrowing Transaction
  ) throws -> SheetSummary {
    pass.forget()
    try pass.bulk.writeDealFigure()
    try pass.load.finish(in: transaction)
    pass.saver.note(
      added: pass.bulk.added, unchanged: pass.counts.unchanged, refused: refusedLines)
    let hash = String(pass.counts.hash, radix: 16)
    try pass.saver.finish(inputHash: hash, in: transaction)
    if let changes = options.changes {
      try DocumentWriter.write(.run(pass.saver.run.id), of: transaction, to: changes)
    }
    return SheetSummary(
      lines: pass.counts.lines, unchangedLines: pass.counts.unchanged, refusedLines: refusedLines,
      counts: pass.saver.counts, changes: pass.saver.changes, newParties: pass.newParties,
      unfunded: pass.unfunded,
      similar: try SimilarRecords.added(by: pass.saver.run.id, in: transaction),
      roundedAmounts: pass.values.roundedAmounts, unknownColumns: unknown, warnings: pass.warnings,
      problems: refusal.problems)
  }

  /// A line of a sheet has some 300 bytes.
  private var expectedLines: Int? { options.byteCount.map { $0 / 300 } }
}
