internal import Ledger
public import SQLite
public import Tabular

/// The first rows of a table as rules read them, and what an import would say of them.
public struct RulesTrial {
  /// A field of a row.
  public struct Field {
    /// The column of a deal sheet, or the path in a document.
    public let name: String
    /// The value.
    public let text: String
    /// The header of the column it comes from, or its number; nil for a constant.
    public let column: String?
    /// The cell as it stands.
    public let original: String
  }

  /// A row.
  public struct Row {
    /// Where it stands.
    public let place: String
    /// What is read of it.
    public let fields: [Field]
    /// Why it is refused; nothing where it is not.
    public let problems: [SourceProblem]
  }

  /// What came of it.
  public struct Result {
    /// The rows, in the order of the table.
    public let rows: [Row]
    /// What there is to know of the table.
    public let notices: [String]
  }

  private let documents: MappedDocuments
  private let createsParties: Bool

  /// Reads so many rows.
  ///
  /// - Throws: `RulesRefused`, `SheetRefused`, `InputRefused`.
  public init(
    _ input: UnpackedInput, rules: TableRules, options: InputOptions, lines: Int,
    createsParties: Bool = false
  ) throws {
    documents = try MappedDocuments(try RuledTable(input, rules, options), limit: lines)
    self.createsParties = createsParties
  }

  /// The rows as the rules read them, held against no ledger.
  public var readings: [Row] {
    documents.rows.map { Row(place: place($0), fields: fields($0), problems: $0.problems) }
  }

  /// Holds the rows against a ledger, which is left as it was.
  public func run(in connection: inout Connection) throws -> Result {
    var problems: [Int: [SourceProblem]] = [:]
    if documents.table.bound.rules.target == .sheet {
      var options = SheetImporter.Options(name: documents.table.name)
      options.isDryRun = true
      options.createsParties = createsParties
      options.rejects = { line in
        if !line.problems.isEmpty { problems[line.number] = line.problems }
      }
      if !documents.rows.isEmpty {
        let sheet = MappedSheet.again(documents)
        _ = try SheetImporter(options).run(sheet, into: &connection)
      }
    } else {
      problems = try documentProblems(in: &connection)
    }
    let rows = documents.rows.map { row in
      Row(
        place: place(row), fields: fields(row), problems: problems[row.line] ?? [])
    }
    return Result(rows: rows, notices: documents.table.notices())
  }

  private func documentProblems(
    in connection: inout Connection
  ) throws -> [Int: [SourceProblem]] {
    var problems: [Int: [SourceProblem]] = [:]
    for row in documents.rows where !row.problems.isEmpty { problems[row.line] = row.problems }
    let rows = documents.rows.filter { $0.problems.isEmpty }
    guard !rows.isEmpty else { return problems }
    var options = Importer.Options()
    options.isDryRun = true
    options.createsParties = createsParties
    do {
      _ = try Importer(options: options).run(
        [documents.source(rows)], command: "rules try", into: &connection)
    } catch let error as ImportRefused {
      for problem in error.problems where rows.indices.contains(problem.position.line - 1) {
        problems[rows[problem.position.line - 1].line, default: []].append(
          documents.placed(problem, in: rows))
      }
    }
    return problems
  }

  private func place(_ row: RuledTable.Row) -> String {
    let position = documents.table.position(line: row.line, column: nil, in: row.original)
    return position.cell == nil ? "\(position.file), line \(position.line)" : "\(position)"
  }

  private func fields(_ row: RuledTable.Row) -> [Field] {
    let bound = documents.table.bound
    return zip(bound.rules.fields, row.reading?.values ?? []).compactMap { rule, value in
      guard !value.text.isEmpty else { return nil }
      let column = value.column.map { index in
        bound.headers.indices.contains(index)
          ? bound.headers[index] : "#\(index + 1 - bound.offset)"
      }
      return Field(name: rule.name, text: value.text, column: column, original: value.original)
    }
  }
}
