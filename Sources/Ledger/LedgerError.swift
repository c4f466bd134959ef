public import SQLite

/// What can go wrong with a ledger, in words for the person who asked. Its `description` is shown
/// as it is.
public enum LedgerError: Error, Equatable, CustomStringConvertible {
  /// There is no file at the path.
  case missing(path: String)
  /// There is a file already where a new ledger should be.
  case exists(path: String)
  /// The file is no ledger.
  case foreign(path: String)
  /// The file was written by a newer program.
  case newer(path: String, version: Int, known: Int)
  /// The file lacks steps this program needs.
  case older(path: String, pending: [String])
  /// Pages of the file are damaged; what is wrong with them. Nothing was written.
  case damaged(path: String, findings: [String])
  /// The file holds what acts by itself when it is written, or other views than this program's.
  case altered(path: String, objects: [String], remedy: String)
  /// A migration broke references; nothing was changed.
  case brokenReferences(step: String, rows: [String])
  /// A rule of the schema does not hold for a record.
  case rule(record: String, rule: String)
  /// A record names another that does not exist.
  case unknownKey(kind: String, key: String, wantedBy: String)
  /// There is no record of that key; perhaps one of these was meant.
  case unknownRecord(key: String, similar: [String])
  /// There is no claim of that key; perhaps one of these was meant.
  case unknownClaim(key: String, similar: [String])
  /// A record has no such attribute, and nobody claims anything of it.
  case unknownAttribute(record: String, attribute: String)
  /// Two records would share one key.
  case duplicateKey(kind: String, key: String)
  /// What a record pays cannot be worked out; why, and what to give.
  case terms(record: String, problem: String)
  /// There is no saved query of that name.
  case unknownQuery(name: String, similar: [String])
  /// A saved query's header or parameter is wrong.
  case query(name: String, problem: String)
  /// SQL that would do more than read.
  case notAQuestion(problem: String)
  /// A question names a table, column or function that is not there; what may have been meant.
  case unknownName(SQLiteError, advice: String)
  /// A question or its answer is larger than is allowed; by what, and what to do.
  case beyondLimit(problem: String, remedy: String)
  /// An entry of the history that no trigger of a ledger writes.
  case damagedHistory(entry: Int64)
  /// There is no run of that number.
  case unknownRun(Int64)
  /// Nothing was known yet at a moment; the first run, and when it ended, where there is one.
  case nothingKnown(at: String, first: String?)
  /// A run cannot be undone; why, line by line. Nothing was changed.
  case undoRefused(run: Int64, because: [String])
  /// SQLite could not do it.
  case database(SQLiteError)

  /// Whether a record is at fault, and not the ledger, the disk or the caller.
  public var isAboutRecord: Bool {
    switch self {
    case .rule, .unknownKey, .duplicateKey: true
    default: false
    }
  }

  /// What the user reads.
  public var description: String {
    switch self {
    case .missing(let path), .exists(let path), .foreign(let path), .newer(let path, _, _),
      .older(let path, _), .damaged(let path, _), .altered(let path, _, _):
      "\(path): \(aboutFile)"
    case .brokenReferences(let step, let rows):
      "step \(step) would leave references to nothing: \(rows.joined(separator: "; "))"
    case .rule(let record, let rule):
      "\(record): \(rule)"
    case .unknownKey(let kind, let key, let wantedBy):
      "\(wantedBy): there is no \(kind) with the key '\(key)'"
    case .unknownRecord(let key, let similar):
      "there is no record with the key or name '\(key)'"
        + (similar.isEmpty
          ? "; `deals find` looks for words" : "; did you mean \(similar.joined(separator: ", "))?")
    case .unknownClaim(let key, let similar):
      "there is no claim with the key '\(key)'; "
        + (similar.isEmpty
          ? "`deals trace KEY` shows the keys of claims"
          : "did you mean \(similar.joined(separator: ", "))?")
    case .unknownAttribute(let record, let attribute):
      "\(record) has no '\(attribute)', and nobody claims anything of it"
    case .duplicateKey(let kind, let key):
      "there is a \(kind) with the key '\(key)' already"
    case .unknownQuery(let name, let similar):
      "no saved query '\(name)'"
        + (similar.isEmpty
          ? "; `deals query` lists them" : "; did you mean \(similar.joined(separator: " or "))?")
    case .terms(let record, let problem):
      "\(record): \(problem)"
    case .query(let name, let problem):
      "query \(name): \(problem)"
    case .notAQuestion(let problem):
      problem
    case .unknownName(let error, let advice):
      error.description + (error.position == nil ? "; " : "\n") + advice
    case .beyondLimit(let problem, let remedy):
      "\(problem); \(remedy)"
    case .damagedHistory(let entry):
      "row_history \(entry): is no image of a row that a trigger of this ledger made"
    case .unknownRun(let run):
      "there is no run \(run); `deals log` lists them"
    case .nothingKnown(let moment, let first):
      "nothing was known at \(moment): "
        + (first.map { "the first run of this ledger ended at \($0)" } ?? "this ledger has no run")
        + "; --published-by DAY asks what sources published by a day say"
    case .undoRefused(let run, let reasons):
      "run \(run) cannot be undone:\n"
        + reasons.map { "  \($0)" }.joined(separator: "\n")
    case .database(let error):
      error.description
    }
  }
}
