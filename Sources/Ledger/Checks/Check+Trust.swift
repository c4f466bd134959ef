internal import SQLite

/// Whether the file is what it says: how it is written, what was done to it, what was asked of it.
extension Check {
  /// The file is kept in a way that loses no run.
  static let journal = Check(
    name: "journal", looksFor: "a journal that can lose what was written"
  ) { connection in
    guard try connection.journalMode == .wal else { return [] }
    return [
      (
        subject: "file",
        problem: "is in WAL mode, in which this SQLite can lose what several programs write; "
          + "sqlite3 LEDGER '" + "PRAGMA journal_mode = DELETE" + "' changes it"
      )
    ]
  }

  /// Runs are what their hashes say.
  static let chain = Check(
    name: "chain", looksFor: "runs that are not what their hashes say"
  ) { connection in try RunChain.problems(in: connection) }

  /// What rows held before can be read, all of it.
  static let history = Check(
    name: "history", looksFor: "entries of the log that are gone, moved or no image of a row"
  ) { connection in try LogProblems.all(in: connection) }

  /// The queries that ship are those of this program.
  static let queries = Check(
    name: "queries", looksFor: "saved queries that ship, and are gone or have another text"
  ) { connection in
    // A ledger that was made without any holds nothing that could be another's.
    let held = Dictionary(
      try connection.query("SELECT name, sql FROM saved_query WHERE origin = 'shipped'") {
        (try $0(0, as: String.self), try $0(1, as: String.self))
      }
    ) { first, _ in first }
    guard !held.isEmpty else { return [] }
    let shipped = try SavedQueries.shipped()
    let others = Set(held.keys).subtracting(shipped.map(\.name)).sorted()
    return shipped.filter { held[$0.name] != $0.sql }.map {
      (
        subject: "query \($0.name)",
        problem: (held[$0.name] == nil ? "is not there" : "has another text")
          + "; `deals migrate` writes it again"
      )
    }
      + others.map {
        (subject: "query \($0)", problem: "says that it ships with this program, and does not")
      }
  }

  /// Amounts are such as can be added up.
  static let money = Check(
    name: "money", looksFor: "amounts too large to be added up, turned round, or of no currency"
  ) { connection in
    var found: [(subject: String, problem: String)] = []
    for table in try RecordedTable.all(in: connection) {
      for question in MoneyQuestions.all(about: table) {
        found += try connection.query(question) { (subject: try $0(0), problem: try $0(1)) }
      }
    }
    return found
  }

  /// Days are of our time.
  static let days = Check(
    name: "days", looksFor: "days before 1900 or after 2200"
  ) { connection in
    var found: [(subject: String, problem: String)] = []
    for table in try RecordedTable.all(in: connection) {
      let subject = "'\(table.name) ' || \(table.hasKey ? "coalesce(key, id)" : "id")"
      for column in table.columns where column.type == "DATE" {
        let name = SQLIdentifier(column.name)
        found += try connection.query(
          """
          SELECT \(subject), '\(column.name) is ' || \(name) FROM \(SQLIdentifier(table.name))
          WHERE \(name) < '1900-01-01' OR \(name) >= '2200-01-01' ORDER BY id
          """
        ) { (subject: try $0(0), problem: try $0(1)) }
      }
    }
    return found
  }
}

/// What is asked of the amounts in a table: each question gives a subject and a problem.
private enum MoneyQuestions {
  /// Above this many minor units a number is no longer exact everywhere.
  private static let most = 9_000_000_000_000_000

  static func all(about table: RecordedTable) -> [String] {
    let subject = "'\(table.name) ' || \(table.hasKey ? "coalesce(key, id)" : "id")"
    let from = "FROM \(SQLIdentifier(table.name))"
    var questions: [String] = []
    for column in table.columns where column.name.hasSuffix("_minor") {
      let name = SQLIdentifier(column.name)
      questions.append(
        """
        SELECT \(subject), '\(column.name) is ' || \(name) || ', more than any amount' \(from)
        WHERE \(name) NOT BETWEEN -\(most) AND \(most) ORDER BY id
        """)
    }
    if table.has("amount_low_minor"), table.has("amount_high_minor") {
      questions.append(
        """
        SELECT \(subject), 'its least amount is more than its most' \(from)
        WHERE amount_low_minor > amount_high_minor ORDER BY id
        """)
    }
    if table.has("currency") {
      questions.append(
        """
        SELECT \(subject), 'the currency ' || currency || ' is none' \(from)
        WHERE currency IS NOT NULL AND currency NOT IN (SELECT code FROM main.currency) ORDER BY id
        """)
    }
    return questions
  }
}
