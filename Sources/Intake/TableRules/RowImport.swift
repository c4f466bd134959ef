public import Ledger
public import SQLite
public import Tabular

/// Imports a table of which rules make documents: all rows, or with rejects those that are right.
public struct RowImport {
  /// What an import of rows did, or would do.
  public struct Outcome {
    /// What was done to records; nil where every row was refused.
    public var summary: ImportSummary?
    /// How many rows were refused.
    public var refusedRows = 0
    /// What is wrong with them.
    public var problems: [SourceProblem] = []
    /// What there is to know of the table.
    public var notices: [String] = []
  }

  private let documents: MappedDocuments
  private let importer: Importer
  private let command: RunCommand

  /// Reads a table to its end.
  ///
  /// - Throws: `RulesRefused`, `SheetRefused`, `InputRefused`.
  public init(
    _ input: UnpackedInput, rules: TableRules, options: InputOptions, importer: Importer,
    command: RunCommand
  ) throws {
    documents = try MappedDocuments(try RuledTable(input, rules, options))
    self.importer = importer
    self.command = command
  }

  /// Whether rules make documents and no deal sheet.
  public static func isMeant(by rules: TableRules) -> Bool { rules.target != .sheet }

  /// Imports the rows.
  ///
  /// - Parameters:
  ///   - rejects: Where refused rows go, the header first; nil refuses all.
  ///   - changes: Is given each document that tells what is added and changed.
  /// - Throws: `ImportRefused` with every problem, at its place in the table.
  public func run(
    rejects: ((SheetImporter.Rejected) throws -> Void)?,
    changes: ((WrittenDocument) throws -> Void)? = nil, into connection: inout Connection
  ) throws -> Outcome {
    var outcome = Outcome()
    var refused: [Int: [SourceProblem]] = [:]
    for row in documents.rows where !row.problems.isEmpty { refused[row.line] = row.problems }
    // A row that is refused can be what another one names, so those are tried again without it.
    while true {
      let rows = documents.rows.filter { refused[$0.line] == nil }
      if rows.isEmpty { break }
      do {
        let isTrial = rejects == nil && !refused.isEmpty
        outcome.summary = try run(
          rows, changes: isTrial ? nil : changes, isTrial: isTrial, into: &connection)
        break
      } catch let error as ImportRefused {
        let known = refused.count
        for problem in error.problems {
          let line =
            rows.indices.contains(problem.position.line - 1)
            ? rows[problem.position.line - 1].line : rows[0].line
          refused[line, default: []].append(documents.placed(problem, in: rows))
        }
        if rejects == nil || refused.count == known { break }
      }
    }
    outcome.problems = refused.values.joined().sorted { $0.position < $1.position }
    outcome.refusedRows = refused.count
    outcome.notices = documents.table.notices()
    guard !refused.isEmpty else { return outcome }
    guard let rejects else { throw ImportRefused(problems: outcome.problems) }
    var header = documents.table.header
    if documents.table.table.isInOtherEncoding {
      header.preamble = [0xEF, 0xBB, 0xBF] + header.preamble
    }
    try rejects(SheetImporter.Rejected(line: header, number: 1, problems: []))
    for row in documents.rows {
      guard let problems = refused[row.line] else { continue }
      try rejects(
        SheetImporter.Rejected(
          line: documents.table.rejected(row), number: row.line, problems: problems))
    }
    return outcome
  }

  private func run(
    _ rows: [RuledTable.Row], changes: ((WrittenDocument) throws -> Void)?, isTrial: Bool,
    into connection: inout Connection
  ) throws -> ImportSummary {
    var options = importer.options
    if isTrial { options.isDryRun = true }
    return try Importer(options: options).run(
      [documents.source(rows)], command: command, into: &connection, changes: changes)
  }
}
