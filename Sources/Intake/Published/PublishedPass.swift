import Ledger
import PublicData
import SQLite
import Tabular

/// A place in a file that is read; SQLite's module has positions of its own, in SQL.
typealias FilePlace = Tabular.SourcePosition

/// What the formats share while a file is read.
final class PublishedPass {
  let options: PublishedImporter.Options
  var writer: LedgerWriter
  let parties: PublishedParties
  /// What stops the import.
  var refusals = TellingList()
  /// What is kept, but not as the file has it.
  var warnings = TellingList()
  /// What is worth knowing of the whole.
  var notes: [String] = []
  private var savedSources: Set<String> = []

  init(
    _ options: PublishedImporter.Options, run: ImportRun, in transaction: borrowing Transaction
  ) throws {
    self.options = options
    writer = LedgerWriter(run: run)
    parties = try PublishedParties(transaction, matches: options.matches)
  }

  /// Saves a source unless it is there; what is on file of it stays.
  func cite(_ source: Source, in transaction: borrowing Transaction) throws -> String {
    if savedSources.insert(source.key).inserted {
      try writer.save(source, fillingOnly: true, in: transaction)
    }
    return source.key
  }

  /// Whether to go on; asked now and then.
  func checkInterruption() throws {
    if options.shallStop() { throw ImportInterrupted() }
  }
}

/// Things to tell with their places: the first hundred, and how many there are.
struct TellingList {
  private(set) var first: [SourceProblem] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func add(_ problem: SourceProblem) {
    count += 1
    if first.count < 100 { first.append(problem) }
  }

  mutating func add(_ position: FilePlace, _ message: String, hint: String? = nil) {
    add(SourceProblem(position: position, message: message, hint: hint))
  }

  mutating func add(_ log: ProblemLog) {
    count += log.count
    first += log.first.prefix(max(0, 100 - first.count))
  }
}

extension ImportRefused {
  /// A refusal for one reason.
  init(_ problem: SourceProblem) { self.init(problems: [problem]) }

  /// A refusal for all that is listed.
  init(_ list: TellingList) {
    self.init(
      problems: list.first.sorted { $0.position < $1.position },
      untold: list.count - list.first.count)
  }
}
