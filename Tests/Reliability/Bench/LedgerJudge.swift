import Foundation
import Ledger
import SQLite
import Synchronization

/// Says of a ledger that something happened to whether it is as before or complete, to the last
/// row, and sound.
final class LedgerJudge: Sendable {
  /// What a ledger may be.
  enum Verdict: Hashable, Sendable {
    case before, after
    /// Some of the steps of a migration, each of them whole.
    case between
    /// Neither: what is wrong with it.
    case wrong(String)

    var words: String {
      switch self {
      case .before: "as before"
      case .after: "complete"
      case .between: "between two whole steps"
      case .wrong(let problem): "wrong: \(problem)"
      }
    }
  }

  let before: Data
  let after: Data
  private let reference: Workplace
  /// Tells whether a sound ledger that is neither may be so.
  private let mayBeBetween: @Sendable (Data) throws -> Bool
  /// Each image that was looked at once: few differ, and only by the second they were written in.
  private let known = Mutex<[Data: Verdict]>([:])

  init(
    before: Data, after: Data,
    mayBeBetween: @escaping @Sendable (Data) throws -> Bool = { _ in false }
  ) throws {
    self.before = before
    self.after = after
    self.mayBeBetween = mayBeBetween
    reference = try Workplace()
    try reference.place(["before": before, "after": after])
  }

  /// Judges the ledger at a path, which nothing else has open and no journal belongs to.
  func verdict(_ path: String) throws -> Verdict {
    guard let bytes = FileManager.default.contents(atPath: path) else { return .wrong("is gone") }
    if bytes == before { return .before }
    if bytes == after { return .after }
    if let verdict = known.withLock({ $0[bytes] }) { return verdict }
    let verdict = try look(at: path, bytes)
    known.withLock { $0[bytes] = verdict }
    return verdict
  }

  private func look(at path: String, _ bytes: Data) throws -> Verdict {
    do {
      let connection = try Connection(path: path, mode: .readOnly)
      let damage = try connection.integrityCheck()
      guard damage.isEmpty else { return .wrong(damage.prefix(2).joined(separator: "; ")) }
      let lost = try connection.foreignKeyViolations()
      guard lost.isEmpty else { return .wrong("\(lost.count) references to nothing") }
    } catch {
      return .wrong("\(error)")
    }
    for (name, verdict) in [("after", Verdict.after), ("before", .before)] {
      let difference = try LedgerDifference.first(path, reference.file(name))
      if difference == nil { return verdict }
    }
    if try mayBeBetween(bytes) { return .between }
    let difference = try LedgerDifference.first(path, reference.file("after")) ?? ""
    return .wrong("neither before nor after: \(difference)")
  }
}

/// What two ledgers have that differs, but for the times at which it was written.
enum LedgerDifference {
  /// The first table that differs, with how many rows; nil when there is none.
  static func first(_ path: String, _ other: String) throws -> String? {
    let connection = try Connection(path: path, mode: .readOnly)
    try connection.execute("ATTACH ? AS other", [other])
    let objects = """
      SELECT type, name, sql FROM main.sqlite_schema EXCEPT
      SELECT type, name, sql FROM other.sqlite_schema
      """
    let more = try count(objects, in: connection)
    let fewer = try count(objects.swapped, in: connection)
    if more + fewer > 0 { return "the schema, by \(more + fewer) objects" }
    let tables = try connection.query(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    ) { try $0(0, as: String.self) }
    for table in tables {
      let columns = try connection.query("SELECT name FROM pragma_table_info(?)", [table]) {
        try $0(0, as: String.self)
      }
      let compared = columns.filter { !$0.hasSuffix("_at") }.map { "\"\($0)\"" }
      let list = compared.joined(separator: ", ")
      let rows = "SELECT \(list) FROM main.\(table) EXCEPT SELECT \(list) FROM other.\(table)"
      let different =
        try count(rows, in: connection) + (try count(rows.swapped, in: connection))
      let sizes = try ["main", "other"].map {
        try connection.value("SELECT COUNT(*) FROM \($0).\(table)", as: Int.self) ?? 0
      }
      if different > 0 || sizes[0] != sizes[1] { return "\(table), by \(different) rows" }
    }
    return nil
  }

  private static func count(_ rows: String, in connection: borrowing Connection) throws -> Int {
    try connection.value("SELECT COUNT(*) FROM (\(rows))", as: Int.self) ?? 0
  }
}

extension String {
  /// The same question with the two databases in each other's place.
  fileprivate var swapped: String {
    replacing("main.", with: "first.").replacing("other.", with: "main.")
      .replacing("first.", with: "other.")
  }
}
