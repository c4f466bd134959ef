public import SQLite

/// What a question may look back to.
public struct EarlierQuestion: Sendable, Equatable {
  /// A run's number, a day or a moment (see `LedgerMoment`): what this file said then.
  public var knownAt: String?
  /// A day, `YYYY-MM-DD`: what sources published by then say.
  public var publishedBy: String?

  /// One that looks back to nothing, or to what is given.
  public init(knownAt: String? = nil, publishedBy: String? = nil) {
    self.knownAt = knownAt
    self.publishedBy = publishedBy
  }

  /// Whether it asks of the ledger as it is.
  public var isOfNow: Bool { knownAt == nil && publishedBy == nil }
}

/// Lays an earlier state of a ledger over it: temporary views of the same names as the tables in
/// which anything differs, every view made again over them, and the derived tables as they would
/// be. Any SQL then reads that state, unchanged.
public enum EarlierLedger {
  /// Lays the state asked for over a connection, which can only read from then on.
  ///
  /// Nothing is written to the file; a write by another program does not change what is read.
  ///
  /// - Parameters:
  ///   - question: What is looked back to.
  ///   - statements: All that will be asked of derived tables, so that no other of them has to be
  ///     derived; these cannot be read then. nil where that is not known.
  ///   - connection: One that reads the file and nothing else yet.
  /// - Returns: what is read now, in words; nil when it is the ledger as it is.
  /// - Throws: `LedgerError.nothingKnown`, `.unknownRun`.
  @discardableResult
  public static func enter(
    _ question: EarlierQuestion, toAsk statements: [String]? = nil,
    in connection: borrowing Connection
  ) throws -> String? {
    guard !question.isOfNow else { return nil }
    try connection.holdState()
    let asked = try statements.flatMap { try read(by: $0, in: connection) }
    var words: [String] = []
    var rows: EarlierRows
    let newest = try LedgerMoment.newest(in: connection)
    if let text = question.knownAt {
      let moment = try LedgerMoment.known(at: text, in: connection)
      words.append("as known after run \(moment.run) (\(moment.finishedAt ?? ""))")
      rows = try EarlierRows(at: moment, in: connection)
      try showRuns(until: moment, in: connection)
    } else {
      rows = try EarlierRows(unchanged: newest, in: connection)
    }
    if let day = question.publishedBy {
      words.append("as published by \(day)")
      try show(rows, in: connection)
      let shown = rows.differences.keys
      try PublishedBy.hide(after: day, &rows, in: connection)
      for name in shown { try connection.execute("DROP VIEW temp.\(SQLIdentifier(name))") }
    }
    let selections = try show(rows, in: connection)
    // What is derived reads views as well.
    try showViews(in: connection)
    if !rows.differences.isEmpty {
      try EarlierFigures.show(rows, selections, asked: asked, in: connection)
    }
    try connection.setQueryOnly(true)
    return words.joined(separator: ", ")
  }

  /// The tables that statements read; nil when one of them will be refused, which is told when it
  /// is asked.
  private static func read(
    by statements: [String], in connection: borrowing Connection
  ) throws -> Set<String>? {
    do {
      return try QuestionRules.hold(in: connection) { reader in
        try statements.reduce(into: []) { $0.formUnion(try reader.objects(readBy: $1)) }
      }
    } catch is LedgerError {
      return nil
    } catch is SQLiteError {
      return nil
    }
  }

  /// Views in the place of the tables in which anything differs.
  ///
  /// - Returns: what they read, by table.
  @discardableResult
  private static func show(
    _ rows: EarlierRows, in connection: borrowing Connection
  ) throws -> [String: String] {
    let selections = try rows.differences.mapValues { try $0.selection(in: connection) }
    for (name, selection) in selections {
      try connection.execute("CREATE TEMP VIEW \(SQLIdentifier(name)) AS \(selection)")
    }
    return selections
  }

  /// The log as it was.
  private static func showRuns(
    until moment: LedgerMoment, in connection: borrowing Connection
  ) throws {
    try connection.execute(
      """
      CREATE TEMP VIEW import_run AS SELECT * FROM main.import_run WHERE id <= \(moment.run)
      """)
    try connection.execute(
      """
      CREATE TEMP VIEW row_history AS SELECT * FROM main.row_history WHERE id <= \(moment.entry)
      """)
  }

  /// Every view of the file, those someone added too, over what was laid over its tables.
  private static func showViews(in connection: borrowing Connection) throws {
    let views = try connection.query(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' ORDER BY name"
    ) { (name: try $0(0, as: String.self), sql: try $0(1, as: String.self)) }
    for view in views where view.sql.hasPrefix("CREATE VIEW ") {
      try connection.execute("CREATE TEMP VIEW " + view.sql.dropFirst("CREATE VIEW ".count))
    }
  }
}
