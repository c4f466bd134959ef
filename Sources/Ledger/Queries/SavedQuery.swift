/// A named question: SQL that begins with its own definition in comments.
///
/// The header is lines of `-- name: value`:
///
/// ```sql
/// -- title: Junk-bond share
/// -- definition: Face value of bonds rated high yield over that of all rated bonds …
/// -- parameter: as_of date; the day the ledger is asked about; default today
/// -- column: share_pct percent; high yield over rated
/// -- chart: bar bucket amount
/// ```
///
/// A line that begins with more space continues the one before.
public struct SavedQuery: Sendable, Equatable {
  /// A value the query can be asked with.
  public struct Parameter: Sendable, Equatable {
    /// The name without its colon.
    public let name: String
    /// `date`, `text`, `currency`, …
    public let type: String
    /// What it does, and its default.
    public let help: String
  }

  /// A column of the result.
  public struct Column: Sendable, Equatable {
    /// The name it is shown by.
    public let name: String
    /// `USD`, `percent`, `date`, `text`, `count`, …
    public let unit: String
    /// What it holds.
    public let meaning: String
  }

  /// The name in kebab case.
  public let name: String
  /// The title.
  public let title: String
  /// What is counted over what, exactly.
  public let definition: String
  /// What it can be asked with.
  public let parameters: [Parameter]
  /// What is stored of one, column by column.
  public let columns: [Column]
  /// How it is drawn, where it has a picture.
  public let chart: String?
  /// The whole text, header included.
  public let sql: String
  /// Whether it ships with the program.
  public let isShipped: Bool

  /// The columns at a result's end that say how much of the data it rests on.
  public static let coverageColumns = [
    "rows_used", "rows_without_amount", "rows_unconverted", "rows_contradicted",
  ]

  /// Reads a query's text.
  ///
  /// - Throws: `LedgerError.query` where the header lacks title or definition.
  public init(name: String, sql: String, isShipped: Bool = true) throws {
    self.name = name
    self.sql = sql
    self.isShipped = isShipped
    let header = Self.header(of: sql)
    func value(_ field: String) -> String? { header.first { $0.field == field }?.value }
    guard let title = value("title") else {
      throw LedgerError.query(name: name, problem: "its header lacks '-- title: …'")
    }
    guard let definition = value("definition") else {
      throw LedgerError.query(name: name, problem: "its header lacks '-- definition: …'")
    }
    self.title = title
    self.definition = definition
    parameters = header.filter { $0.field == "parameter" }.map { entry in
      let (name, type, help) = Self.described(entry.value)
      return Parameter(name: name, type: type, help: help)
    }
    columns = header.filter { $0.field == "column" }.map { entry in
      let (name, unit, meaning) = Self.described(entry.value)
      return Column(name: name, unit: unit, meaning: meaning)
    }
    chart = value("chart")
  }

  /// Reads a query of `queries/NAME.sql`.
  init(fileName: String, sql: String) throws {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    try self.init(name: String(name.dropLast(4)), sql: sql)
  }

  /// The fields of the comment lines before the statement.
  private static func header(of sql: String) -> [(field: String, value: String)] {
    var fields: [(field: String, value: String)] = []
    for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("--") else { break }
      let text = line.dropFirst(2)
      let words = text.drop { $0 == " " }
      let isContinued = text.prefix { $0 == " " }.count > 1
      if isContinued, !fields.isEmpty {
        fields[fields.count - 1].value += " " + words
      } else if let colon = words.firstIndex(of: ":") {
        fields.append(
          (String(words[..<colon]), String(words[words.index(after: colon)...].drop { $0 == " " })))
      }
    }
    return fields
  }

  /// `name kind; words` taken apart.
  private static func described(_ text: String) -> (String, String, String) {
    let parts = text.split(separator: ";", maxSplits: 1)
    let head = (parts.first ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    let words = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    return (head.first ?? "", head.count > 1 ? head[1] : "text", words)
  }
}
