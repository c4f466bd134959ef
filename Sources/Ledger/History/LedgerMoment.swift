internal import Finance
public import SQLite

/// A point in the history of a ledger: the end of a run.
public struct LedgerMoment: Sendable, Equatable {
  /// The run that had just ended; 0 before the first.
  public let run: Int64
  /// The last entry of the log by then; 0 where there was none.
  let entry: Int64

  /// When the run ended, in UTC; nil before the first.
  public let finishedAt: String?

  /// The end of the newest run, or the beginning where there is none.
  static func newest(in database: borrowing some Database & ~Copyable) throws -> LedgerMoment {
    try find("finished_at IS NOT NULL ORDER BY id DESC LIMIT 1", [], in: database)
      ?? LedgerMoment(run: 0, entry: 0, finishedAt: nil)
  }

  /// The end of a run by its number; 0 is the beginning.
  ///
  /// - Throws: `LedgerError.unknownRun`.
  public static func end(
    ofRun run: Int64, in database: borrowing some Database & ~Copyable
  ) throws -> LedgerMoment {
    if run == 0 { return LedgerMoment(run: 0, entry: 0, finishedAt: nil) }
    guard
      let found = try find("id = ? AND finished_at IS NOT NULL", [run], in: database)
    else { throw LedgerError.unknownRun(run) }
    return found
  }

  /// The state that was known at a moment: a run's number, a day (its end, in UTC), or a moment in
  /// UTC as `2026-01-31T12:00:00Z`.
  ///
  /// - Throws: `LedgerError.unknownRun`, and `.nothingKnown` where no run had ended by then.
  public static func known(
    at text: String, in database: borrowing some Database & ~Copyable
  ) throws -> LedgerMoment {
    let moment: LedgerMoment?
    if let run = Int64(text) {
      moment = try end(ofRun: run, in: database)
    } else {
      let last = text.utf8.count == 10 ? text + "T23:59:59Z" : text
      moment = try find(
        "finished_at <= ? ORDER BY id DESC LIMIT 1", [last], in: database)
    }
    guard let moment, moment.run > 0 else {
      let first = try database.value(
        "SELECT MIN(finished_at) FROM import_run", as: String?.self)
      throw LedgerError.nothingKnown(at: text, first: first ?? nil)
    }
    return moment
  }

  /// What is wrong with the text of a moment; nil when nothing is.
  public static func problem(with text: String) -> String? {
    if let run = Int64(text), run >= 0 { return nil }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
    let isDay = (try? Day(parts[0])) != nil
    if isDay, parts.count == 1 { return nil }
    if isDay, parts.count == 2, isTime(parts[1]) { return nil }
    return "a run's number, a day as 2026-01-31, or a moment in UTC as 2026-01-31T12:00:00Z"
  }

  private static func isTime(_ text: String) -> Bool {
    let digits = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard text.utf8.count == 9, text.hasSuffix("Z"), digits.count == 3 else { return false }
    let limits = [23, 59, 59]
    return zip(digits, limits).allSatisfy { part, most in
      let number = part.hasSuffix("Z") ? String(part.dropLast()) : part
      return number.utf8.count == 2 && number.utf8.allSatisfy { 48...57 ~= $0 }
        && (Int(number) ?? 99) <= most
    }
  }

  private static func find(
    _ condition: String, _ bindings: Bindings, in database: borrowing some Database & ~Copyable
  ) throws -> LedgerMoment? {
    try database.first(
      """
      SELECT id, coalesce(last_history_id, 0), finished_at FROM main.import_run
      WHERE \(condition)
      """, bindings
    ) { LedgerMoment(run: try $0(0), entry: try $0(1), finishedAt: try $0(2)) }
  }
}
