public import Ledger
public import SQLite

/// What is to be told of a result beside its rows: how many they are, what they rest on, and which
/// records they name. It is taken as the rows go by, so that a million need no memory.
public struct ResultTally: Sendable {
  /// How many rows went by.
  public private(set) var rows = 0
  /// The sums of the columns that tell the coverage; nil where the result has none.
  public private(set) var coverage: ResultSet.Coverage?
  /// The keys in the rows, each once, in their order.
  public private(set) var keys: [String] = []
  /// Whether there were more keys than are looked up.
  public private(set) var hasMoreKeys = false

  /// The most keys whose sources are looked up.
  public static let mostKeys = 2_000

  private let keyColumns: [Int]
  private let coverageColumns: Range<Int>
  private var seen: Set<String> = []

  /// One before the first row.
  ///
  /// - Parameters:
  ///   - columns: the names of the result's columns.
  ///   - described: what a saved query says of them.
  ///   - notesKeys: whether the records that the rows name are of interest.
  public init(
    columns: [String], described: [SavedQuery.Column] = [], notesKeys: Bool = true
  ) {
    let meanings = Dictionary(described.map { ($0.name, $0.meaning) }) { first, _ in first }
    keyColumns =
      !notesKeys
      ? []
      : columns.indices.filter { index in
        let name = columns[index]
        let meaning = meanings[name] ?? ""
        return ["key", "records"].contains(name) || name.hasSuffix("_key")
          || meaning.hasPrefix("key of") || meaning.hasPrefix("keys of")
      }
    let isTold = Array(columns.suffix(4)) == SavedQuery.coverageColumns
    coverageColumns = isTold ? columns.count - 4..<columns.count : 0..<0
    if isTold { coverage = ResultSet.Coverage() }
  }

  /// What is to be told of a whole result.
  public init(of result: ResultSet, described: [SavedQuery.Column] = []) {
    self.init(columns: result.columns.map(\.name), described: described)
    for row in result.rows { add(row) }
  }

  /// Takes note of a row.
  public mutating func add(_ row: [Value]) {
    rows += 1
    for index in keyColumns { if case .text(let text) = row[index] { note(text) } }
    addCoverage(row[coverageColumns])
  }

  /// Takes note of the row a statement stands on.
  ///
  /// - Throws: `SQLiteError` for a text that is not UTF-8.
  public mutating func add(_ row: borrowing Row) throws {
    rows += 1
    if !hasMoreKeys {
      for index in keyColumns {
        if case .text(let text) = try row(index, as: Value.self) { note(text) }
      }
    }
    guard coverage != nil else { return }
    addCoverage(try coverageColumns.map { try row($0, as: Value.self) }[...])
  }

  private mutating func addCoverage(_ values: ArraySlice<Value>) {
    guard var sums = coverage else { return }
    let numbers = values.map { value in
      if case .integer(let number) = value { number } else { Int64(0) }
    }
    sums.rowsUsed += numbers[0]
    sums.withoutAmount += numbers[1]
    sums.unconverted += numbers[2]
    sums.contradicted += numbers[3]
    coverage = sums
  }

  /// One key, or several with spaces between.
  private mutating func note(_ text: String) {
    for key in text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    where !seen.contains(key) {
      guard keys.count < Self.mostKeys else {
        hasMoreKeys = true
        return
      }
      seen.insert(key)
      keys.append(key)
    }
  }
}
