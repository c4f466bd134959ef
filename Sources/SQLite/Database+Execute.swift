/// Statements that are run once: definitions, settings, scripts.
extension Database where Self: ~Copyable {
  /// Compiles a statement, runs it to its end and forgets it; rows that it gives are passed over.
  ///
  /// - Throws: ``SQLiteError``.
  public func execute(_ sql: String, _ bindings: Bindings = []) throws(SQLiteError) {
    var statement = try prepare(sql)
    try statement.run(bindings)
  }

  /// Runs all statements of a text, one after the other.
  ///
  /// They cannot have parameters.
  ///
  /// It stops at the first that fails, and what was done before stays: run scripts in a
  /// transaction. The corresponding C function is
  /// [`sqlite3_exec`](https://www.sqlite.org/c3ref/exec.html).
  ///
  /// - Throws: ``SQLiteError`` whose ``SQLiteError/position`` is the place in the script: that of
  ///   the fault where SQLite tells it, else the start of the statement.
  public func executeScript(_ text: String) throws(SQLiteError) {
    var script = SQLScript(text)
    while var statement = try prepareNext(of: &script) {
      do throws(SQLiteError) {
        try statement.run([])
      } catch {
        throw error.within(script.text, at: script.statementOffset)
      }
    }
  }
}
