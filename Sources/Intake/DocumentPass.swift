import Finance
import Ledger
import SQLite
import Tabular

/// One import of documents: reads them, maps them and saves what they say. Where it may keep going
/// it begins again without the documents that were refused, until none is.
struct DocumentPass {
  private let inputs: [SourceText]
  private let options: Importer.Options
  private let kind: ImportRun.Kind
  private let command: RunCommand
  private let changes: ((WrittenDocument) throws -> Void)?
  private var rejects = DocumentRejects()
  /// What could not be read; told with what else is wrong.
  private var unreadable: [SourceProblem] = []

  init(
    _ inputs: [SourceText], options: Importer.Options, kind: ImportRun.Kind, command: RunCommand,
    changes: ((WrittenDocument) throws -> Void)?
  ) {
    self.inputs = inputs
    self.options = options
    self.kind = kind
    self.command = command
    self.changes = changes
  }

  /// Imports what the inputs hold.
  ///
  /// - Throws: `ImportRefused` with every problem.
  mutating func run(in transaction: borrowing Transaction) throws -> ImportSummary {
    var documents = try read()
    let count = documents.count + rejects.count
    while true {
      let problems = ProblemList()
      for problem in unreadable { problems.add(problem) }
      let mapper = try DocumentMapper(
        transaction, problems: problems, createsParties: options.createsParties,
        matches: options.matches, refused: rejects.refused)
      try mapper.learnStatuses(of: documents, in: transaction)
      mapper.map(documents)
      try mapper.finish(in: transaction)
      do {
        guard problems.isEmpty else { throw ImportRefused(problems: problems.inOrder) }
        return try transaction.savepoint("documents") {
          try save(mapper, count: count, in: transaction)
        }
      } catch let refusal as ImportRefused where options.keepsGoing {
        documents = try rejects.take(refusal.problems, from: documents, batch: mapper.batch)
      }
    }
  }

  /// The documents of the inputs. A line that is no document is told with the others.
  private mutating func read() throws -> [JSONValue] {
    var documents: [JSONValue] = []
    var problems: [SourceProblem] = []
    for input in inputs {
      let records = JSONRecords(input)
      for record in records {
        switch record {
        case .success(let document): documents.append(document)
        case .failure(let problem):
          if options.keepsGoing, records.form == .lines {
            rejects.add(problem, in: input)
          } else {
            problems.append(problem)
          }
        }
      }
    }
    // Of a file that is no list of documents none can be told from the others.
    if options.keepsGoing, !problems.isEmpty { throw ImportRefused(problems: problems) }
    unreadable = problems
    return documents
  }

  private func save(
    _ mapper: DocumentMapper, count: Int, in transaction: borrowing Transaction
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
    writer.note(added: 0, unchanged: 0, refused: rejects.count)
    var hash = SHA256()
    for input in inputs { hash.take(input.bytes) }
    try writer.finish(inputHash: hash.finish(), in: transaction)
    try warnOfSizes(mapper, in: transaction)
    if let changes { try DocumentWriter.write(.run(run.id), of: transaction, to: changes) }
    return ImportSummary(
      documents: count, counts: writer.counts, changes: writer.changes,
      newParties: mapper.newParties, unfunded: mapper.unfunded, warnings: mapper.problems.warnings,
      similar: try SimilarRecords.added(by: run.id, in: transaction), rejected: rejects.inOrder)
  }

  /// Tells of sizes that events give and their tranches do not.
  private func warnOfSizes(
    _ mapper: DocumentMapper, in transaction: borrowing Transaction
  ) throws {
    var told: Set<String> = []
    for entry in mapper.batch.entries[Event.table] ?? [] {
      guard let event = entry.record as? Event, event.amount.hasFigure else { continue }
      for size in try SizeDifference.all(of: event.key, in: transaction)
      where told.insert(size.tranche).inserted {
        mapper.problems.warn(
          entry.place.located(
            "\(size.tranche) has \(size.told.currency.code) \(size.told.grouped) by its last "
              + "event, and \(size.onRecord.grouped) on record",
            hint: "give the tranche the amount it has now; questions go by that one"))
      }
    }
  }

  /// What a run says it has read: three names at most, and how many more.
  private static func named(_ inputs: [String]) -> String {
    let more = inputs.count - 3
    let first = inputs.prefix(3).joined(separator: ", ")
    return more > 0 ? "\(first) and \(more) more" : first
  }
}
