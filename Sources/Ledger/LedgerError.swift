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
  /// There is no saved query of that name.
  case unknownQuery(name: String, similar: [String])
  /// A saved query's header or parameter is wrong.
  case query(name: String, problem: String)
  /// SQL that would do more than read.
  case notAQuestion(problem: String)
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
    case .missing(let path):
      "\(path): no ledger here; make one with `deals init` or name one with --ledger"
    case .exists(let path):
      "\(path): exists already; remove it or name another file with --ledger"
    case .foreign(let path):
      "\(path): is no ledger of this program (its application_id differs)"
    case .newer(let path, let version, let known):
      "\(path): has schema version \(version), this program knows \(known); use a newer `deals`"
    case .older(let path, let pending):
      "\(path): lacks \(pending.joined(separator: ", ")); bring it up to date with `deals migrate`"
    case .brokenReferences(let step, let rows):
      "step \(step) would leave references to nothing: \(rows.joined(separator: "; "))"
    case .rule(let record, let rule):
      "\(record): \(rule)"
    case .unknownKey(let kind, let key, let wantedBy):
      "\(wantedBy): there is no \(kind) with the key '\(key)'"
    case .unknownRecord(let key, let similar):
      "there is no record with the key '\(key)'"
        + (similar.isEmpty ? "" : "; did you mean \(similar.joined(separator: ", "))?")
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
    case .query(let name, let problem):
      "query \(name): \(problem)"
    case .notAQuestion(let problem):
      problem
    case .database(let error):
      error.description
    }
  }
}
