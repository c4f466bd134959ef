internal import CSQLite

/// Whether the file is sound.
extension Database where Self: ~Copyable {
  /// What a quick look at every page finds wrong; nothing if the file is sound.
  ///
  /// It does not compare indexes with their tables, and takes about 2 ms a megabyte.
  /// See <https://www.sqlite.org/pragma.html#pragma_quick_check>.
  ///
  /// - Throws: ``SQLiteError`` when the file cannot be read, for other reasons than damage.
  public func quickCheck() throws(SQLiteError) -> [String] {
    try findings("PRAGMA quick_check")
  }

  /// What a full check finds wrong, at most a hundred things; nothing if the file is sound.
  ///
  /// It compares indexes with their tables, and takes ten times as long as ``quickCheck()``.
  /// Foreign keys are a matter of their own: ``foreignKeyViolations()``.
  /// See <https://www.sqlite.org/pragma.html#pragma_integrity_check>.
  ///
  /// - Throws: ``SQLiteError`` when the file cannot be read, for other reasons than damage.
  public func integrityCheck() throws(SQLiteError) -> [String] {
    try findings("PRAGMA integrity_check")
  }

  /// The rows whose foreign keys point at nothing.
  ///
  /// See <https://www.sqlite.org/pragma.html#pragma_foreign_key_check>.
  ///
  /// - Throws: ``SQLiteError``, also when a foreign key's own definition is wrong.
  public func foreignKeyViolations() throws(SQLiteError) -> [ForeignKeyViolation] {
    var statement = try prepare("PRAGMA foreign_key_check")
    var violations: [ForeignKeyViolation] = []
    while try statement.step() {
      let row = statement.currentRow
      violations.append(
        ForeignKeyViolation(
          table: try row(0), rowID: try row(1), parent: try row(2), foreignKey: try row(3)))
    }
    return violations
  }

  private func findings(_ pragma: String) throws(SQLiteError) -> [String] {
    var findings: [String] = []
    do throws(SQLiteError) {
      var statement = try prepare(pragma)
      while try statement.step() {
        let finding: String = try statement.currentRow(0)
        guard !Self.isWantOfMemory(finding) else {
          throw unsafe SQLiteError(code: SQLITE_NOMEM, database: nil, sql: pragma)
        }
        findings.append(finding)
      }
    } catch {
      // Damage can stop the check itself. What it had found by then counts, and so does this.
      guard case .corrupt = error.code else { throw error }
      findings.append(error.message)
    }
    return findings == ["ok"] ? [] : findings
  }

  /// Whether there was no memory for a page, which is no damage. A finding has a line per page, and
  /// those that were not looked at for it are said to be never used.
  static func isWantOfMemory(_ finding: String) -> Bool {
    finding.split(separator: "\n").contains { $0.hasSuffix("error code=\(SQLITE_NOMEM)") }
  }
}
