public import Ledger
public import SQLite

/// Where a result comes from: the question with the values it was asked with, or the command that
/// worked it out, the state of the ledger, and the sources behind the records that its rows name.
public struct ResultOrigin: Sendable, Equatable {
  /// A value the question was asked with.
  public struct Parameter: Sendable, Equatable {
    /// Its name without the colon.
    public let name: String
    /// `date`, `text`, `currency`, …
    public let type: String
    /// What it does, and its default.
    public let help: String
    /// The value that held; nil where the question has no default, or hides it.
    public let value: String?
    /// Whether it was given rather than the question's own default.
    public let isGiven: Bool
  }

  /// A column of the result.
  public struct Column: Sendable, Equatable {
    /// Its name in the result.
    public let name: String
    /// `USD`, `percent`, `date`, `day`, …; nil where nothing is known of it.
    public let unit: String?
    /// What it holds; nil where nothing is known of it.
    public let meaning: String?

    /// One with what is given.
    public init(name: String, unit: String?, meaning: String? = nil) {
      self.name = name
      self.unit = unit
      self.meaning = meaning
    }
  }

  /// The name of the saved query; nil for a statement of one's own and for a command.
  public let query: String?
  /// The question in words, or what the command does; a statement of one's own is called that.
  public let title: String
  /// What is counted over what, exactly; nil but for a saved query.
  public let definition: String?
  /// The whole SQL; nil for a command.
  public let sql: String?
  /// The command as it was given; nil for a question.
  public let command: String?
  /// What a command's result rests on, in a sentence each.
  public let assumptions: [String]
  /// The values it was asked with, in the order of its header.
  public let parameters: [Parameter]
  /// Its columns, those that tell the coverage among them.
  public let columns: [Column]
  /// How many rows it has.
  public let rows: Int
  /// How many more rows the answer has, which were not asked for.
  public let rowsLeftOut: Int
  /// What it rests on; nil where it does not say.
  public let coverage: ResultSet.Coverage?
  /// The state of the ledger.
  public let stamp: LedgerStamp
  /// The sources behind the records that its rows name.
  public let sources: CitedSources
  /// Whether its rows name more records than were looked up.
  public let hasMoreRecords: Bool

  /// The day the question was asked about; nil where it asks about none.
  public var asOf: String? { parameters.first { $0.name == "as_of" }?.value }

  /// Where the answer to a question comes from. The columns of a statement of one's own mean what
  /// the ledger's dictionary says of them, where that is one thing.
  ///
  /// - Parameters:
  ///   - columns: the names of the result's columns.
  ///   - tally: what was seen of the answer's rows.
  ///   - rowsLeftOut: how many of these are not in the result.
  /// - Throws: `SQLiteError`.
  public init(
    of question: Question, columns names: [String], tally: ResultTally, rowsLeftOut: Int = 0,
    stamp: LedgerStamp, in connection: borrowing Connection
  ) throws {
    query = question.query?.name
    title = question.query?.title ?? "A statement"
    definition = question.query?.definition
    sql = question.sql
    (command, assumptions) = (nil, [])
    let effective = question.query?.effectiveValues(question.values, in: connection) ?? [:]
    parameters = (question.query?.parameters ?? []).map { parameter in
      Parameter(
        name: parameter.name, type: parameter.type, help: parameter.help,
        value: effective[parameter.name], isGiven: question.values[parameter.name] != nil)
    }
    columns = try Self.describe(names, of: question, in: connection)
    rows = tally.rows - rowsLeftOut
    self.rowsLeftOut = rowsLeftOut
    coverage = tally.coverage
    self.stamp = stamp
    sources = try CitedSources(of: tally.keys, in: connection)
    hasMoreRecords = tally.hasMoreKeys
  }

  /// Where the result of a command comes from.
  ///
  /// - Parameter rowsLeftOut: how many of its rows are not written.
  /// - Throws: `SQLiteError`.
  public init(
    of answer: CommandAnswer, columns: [ResultSet.Column], rowsLeftOut: Int = 0,
    stamp: LedgerStamp, in connection: borrowing Connection
  ) throws {
    let tally = ResultTally(of: answer.result)
    (query, definition, sql, parameters) = (nil, nil, nil, [])
    (title, command, assumptions) = (answer.title, answer.command, answer.assumptions)
    self.columns = columns.map { Column(name: $0.name, unit: $0.unit) }
    rows = tally.rows - rowsLeftOut
    self.rowsLeftOut = rowsLeftOut
    coverage = tally.coverage
    self.stamp = stamp
    let keys = tally.keys.isEmpty ? answer.records : tally.keys
    sources = try CitedSources(of: keys.prefix(ResultTally.mostKeys), in: connection)
    hasMoreRecords = tally.hasMoreKeys || keys.count > ResultTally.mostKeys
  }

  /// What the columns of an answer mean, before it has any rows.
  ///
  /// - Throws: `SQLiteError`.
  public static func describe(
    _ names: [String], of question: Question, in connection: borrowing Connection
  ) throws -> [Column] {
    let own = (question.query?.columns ?? []).map {
      Column(name: $0.name, unit: $0.unit, meaning: $0.meaning)
    }
    let described = own + coverageColumns
    return try names.map { name in
      if let column = described.first(where: { $0.name == name }) { return column }
      let entry = try DataDictionary.entry(ofColumn: name, readBy: question.sql, in: connection)
      return Column(name: name, unit: entry?.unit, meaning: entry?.meaning)
    }
  }

  private static let coverageColumns = zip(
    SavedQuery.coverageColumns,
    [
      "records whose amount is in the row", "records without an amount",
      "records whose amount could not be converted", "records in an unresolved contradiction",
    ]
  ).map { Column(name: $0, unit: "count", meaning: $1) }
}
