internal import CSQLite

/// Asked now and then whether what runs shall stop.
final class StopCheck {
  let shallStop: () -> Bool

  init(_ shallStop: @escaping () -> Bool) {
    self.shallStop = shallStop
  }
}

extension Session {
  /// SQLite's instructions between two questions: some hundredths of a second.
  private static let instructions: Int32 = 100_000

  /// Ends statements with `SQLITE_INTERRUPT` once the check says so.
  func stop(when check: StopCheck?) {
    stopCheck = check
    guard let check else {
      unsafe sqlite3_progress_handler(database, 0, nil, nil)
      return
    }
    unsafe sqlite3_progress_handler(
      database, Self.instructions,
      { context in
        guard let context = unsafe context else { return 0 }
        let check = unsafe Unmanaged<StopCheck>.fromOpaque(context).takeUnretainedValue()
        return check.shallStop() ? 1 : 0
      }, Unmanaged.passUnretained(check).toOpaque())
  }
}

extension Connection {
  /// Asks `check` now and then while statements run, and ends the one that runs with
  /// `SQLITE_INTERRUPT` when it says so. A rollback is never stopped.
  ///
  /// The corresponding C function is
  /// [`sqlite3_progress_handler`](https://www.sqlite.org/c3ref/progress_handler.html).
  public mutating func stop(when check: @escaping () -> Bool) {
    session.stop(when: StopCheck(check))
  }

  /// Runs `body` without looking after references between rows, for a writer that makes them
  /// itself.
  ///
  /// `PRAGMA foreign_keys` has no effect within a transaction.
  public mutating func withoutForeignKeys<R>(
    _ body: (inout Connection) throws -> R
  ) throws -> R {
    try session.set(SQLITE_DBCONFIG_ENABLE_FKEY, to: false)
    defer { try? session.set(SQLITE_DBCONFIG_ENABLE_FKEY, to: true) }
    return try body(&self)
  }
}
