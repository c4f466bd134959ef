public import SQLite

extension SavedQueries {
  /// Keeps an analyst's own query in the ledger, in the place of an own one of that name.
  ///
  /// - Returns: the query, and whether it took another's place.
  /// - Throws: `LedgerError.query` with everything that is wrong with it at once: its name, its
  ///   header, SQL that cannot be compiled or does more than read, and what header and SQL tell
  ///   differently. Nothing is written then.
  @discardableResult
  public static func save(
    _ name: String, sql text: String, in connection: inout Connection
  ) throws -> (query: SavedQuery, isReplaced: Bool) {
    let sql = statement(in: text)
    var problems = try nameProblems(name, in: connection)
    let query: SavedQuery
    do {
      query = try SavedQuery(name: name, sql: sql, isShipped: false)
    } catch LedgerError.query(_, let problem) {
      throw LedgerError.query(name: name, problem: (problems + [problem]).joined(separator: "; "))
    }
    problems += try self.problems(of: query, in: connection)
    guard problems.isEmpty else {
      throw LedgerError.query(name: name, problem: problems.joined(separator: "; "))
    }
    return try connection.transaction { transaction in
      let isReplaced = try transaction.value(
        "SELECT EXISTS (SELECT 1 FROM saved_query WHERE name = ?)", [name], as: Bool.self)
      try transaction.run(
        """
        INSERT INTO saved_query (name, title, sql, origin) VALUES (?, ?, ?, 'yours')
        ON CONFLICT (name) DO UPDATE SET title = excluded.title, sql = excluded.sql
        """, [query.name, query.title, query.sql])
      return (query, isReplaced ?? false)
    }
  }

  /// Removes an analyst's own query.
  ///
  /// - Throws: `LedgerError.unknownQuery`, and `LedgerError.query` for one that ships.
  public static func remove(_ name: String, in connection: inout Connection) throws {
    let query = try find(name, in: connection)
    guard !query.isShipped else {
      throw LedgerError.query(name: name, problem: "ships with the program, and stays")
    }
    _ = try connection.transaction { transaction in
      try transaction.run("DELETE FROM saved_query WHERE name = ?", [name])
    }
  }

  /// The text without a byte order mark, and without what ends its statement.
  private static func statement(in text: String) -> String {
    var text = Substring(text)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
    return text + ";\n"
  }

  private static func nameProblems(
    _ name: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    let isKebab =
      !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix("-") && !name.hasSuffix("-")
      && name.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
      }
    guard isKebab else {
      return ["a name has small letters, digits and hyphens, as junk-by-quarter"]
    }
    let ships = try database.value(
      "SELECT EXISTS (SELECT 1 FROM saved_query WHERE name = ? AND origin = 'shipped')", [name],
      as: Bool.self)
    return ships == true ? ["a query of that name ships with the program; take another"] : []
  }

  /// What the SQL is not, or tells differently from the header.
  private static func problems(
    of query: SavedQuery, in connection: borrowing Connection
  ) throws -> [String] {
    let names: [String?]
    let columns: [String]
    do {
      (names, columns) = try QuestionRules.hold(in: connection) { reader in
        let statement = try reader.prepare(query.sql)
        return (statement.parameterNames, statement.columnNames)
      }
    } catch LedgerError.notAQuestion(let problem) {
      return [problem]
    } catch {
      return ["its SQL: \(error)"]
    }
    var problems: [String] = []
    let described = Set(query.parameters.map(\.name))
    let used = names.map { $0.map { String($0.dropFirst()) } ?? "" }
    for name in used where !described.contains(name) {
      problems.append(
        name.isEmpty
          ? "a parameter has no name; write it as :as_of"
          : "its header lacks '-- parameter: \(name) TYPE; WORDS'")
    }
    for parameter in query.parameters {
      if !used.contains(parameter.name) {
        problems.append("its SQL has no parameter :\(parameter.name)")
      }
      if let unknown = parameter.unknownType { problems.append("\(parameter.name): \(unknown)") }
    }
    let shown = query.columns.map(\.name)
    let answers = columns.filter { !SavedQuery.coverageColumns.contains($0) }
    if !shown.isEmpty, shown != answers, !columns.isEmpty {
      problems.append(
        "its header tells the columns \(shown.joined(separator: ", ")), its SQL has "
          + answers.joined(separator: ", "))
    }
    return problems
  }
}
