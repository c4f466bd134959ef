internal import CSQLite

/// Compiles and runs statements of someone else under ``ReadingRules``.
@safe public struct GuardedReader: ~Copyable {
  fileprivate let session: Session
  fileprivate let judge: ReadingJudge

  /// Compiles one statement that only reads and has a result.
  ///
  /// What it would do is asked of the rules by
  /// [`sqlite3_set_authorizer`](https://www.sqlite.org/c3ref/set_authorizer.html); what that does
  /// not see, as `VACUUM INTO`, is told by `sqlite3_stmt_readonly`.
  ///
  /// - Throws: ``ReadingRefusal``; ``SQLiteError`` as ``Database/prepare(_:)`` does, and
  ///   ``ResultCode/tooBig`` beyond a limit.
  public func prepare(_ sql: String) throws -> Statement {
    try session.prepareJSONTables()
    let statement: Statement
    do {
      statement = try judged { () throws(SQLiteError) in try session.prepare(sql) }
    } catch ReadingRefusal.writes {
      // SQLite makes the table that stands for a pragma before it asks whether it may be read.
      throw Self.pragmaTable(in: sql).map { ReadingRefusal.pragma($0) } ?? .writes
    }
    let isReadOnly = statement.isReadOnly
    guard isReadOnly else { throw ReadingRefusal.writes }
    guard statement.columnCount > 0 else { throw ReadingRefusal.noResult }
    return statement
  }

  /// The tables and views that a statement reads, those behind views too. It is not run.
  ///
  /// - Throws: as ``prepare(_:)``.
  public func objects(readBy sql: String) throws -> Set<String> {
    judge.read = []
    defer { judge.read = nil }
    _ = try prepare(sql)
    return judge.read ?? []
  }

  /// The name of the first pragma that is asked as a table.
  private static func pragmaTable(in sql: String) -> String? {
    let lower = sql.lowercased()
    guard let start = lower.firstRange(of: "pragma_")?.upperBound else { return nil }
    return String(lower[start...].prefix { $0.isLetter || $0 == "_" })
  }

  /// Goes on to the next row of a statement that this reader compiled.
  ///
  /// - Throws: as ``prepare(_:)`` and ``Statement/step()``.
  public func step(_ statement: inout Statement) throws -> Bool {
    // Where the schema has changed meanwhile, the statement is compiled once more.
    try judged { () throws(SQLiteError) in try statement.step() }
  }

  private func judged<R: ~Copyable>(_ body: () throws(SQLiteError) -> R) throws -> R {
    judge.isOn = true
    defer { judge.isOn = false }
    do throws(SQLiteError) {
      return try body()
    } catch {
      throw judge.refusal.map { $0 as any Error } ?? error
    }
  }
}

extension Session {
  /// Lets SQLite make its tables of JSON, which it does when they are first named and by a
  /// statement of its own that would be refused.
  fileprivate func prepareJSONTables() throws(SQLiteError) {
    guard !hasJSONTables else { return }
    _ = try prepare("SELECT 1 FROM json_each('[]'), json_tree('[]')")
    hasJSONTables = true
  }
}

extension Connection {
  /// Lends a reader of someone else's statements, and holds the rules while `body` runs.
  ///
  /// The limits hold for everything on this connection meanwhile, what is asked of the rules only
  /// for statements of the reader.
  public func guarded<R: ~Copyable>(
    by rules: ReadingRules, _ body: (borrowing GuardedReader) throws -> R
  ) throws -> R {
    let outer = session.judge
    let judge = ReadingJudge(rules)
    session.judge = judge
    unsafe ReadingJudge.install(judge, on: session.database)
    var before: [(code: Int32, value: Int32)] = []
    for (limit, value) in rules.limits {
      let old = unsafe sqlite3_limit(session.database, limit.code, Int32(clamping: value))
      before.append((limit.code, old))
    }
    defer {
      for limit in before { _ = unsafe sqlite3_limit(session.database, limit.code, limit.value) }
      unsafe ReadingJudge.install(outer, on: session.database)
      session.judge = outer
    }
    return try body(GuardedReader(session: session, judge: judge))
  }
}
