internal import Finance
internal import SQLite

/// A name in a question that the ledger does not have.
struct UnknownName {
  private enum Kind: String, CaseIterable {
    case column, table, function
  }

  private let kind: Kind
  private let name: String
  private let sql: String
  /// Whether it stands in double quotes, as names do and texts do not.
  private let isQuoted: Bool

  /// The name that SQLite does not find; nil where an error is about something else.
  init?(_ error: SQLiteError) {
    for kind in Kind.allCases {
      guard let told = error.message.firstRange(of: "no such \(kind.rawValue): ") else { continue }
      self.kind = kind
      sql = error.sql ?? ""
      isQuoted = kind == .column && Self.isQuote(at: error.offset, in: sql)
      // SQLite 3.41 and newer quote what may be a text, and say so.
      var found = error.message[told.upperBound...]
      if found.first == "\"" { found = found.dropFirst().prefix { $0 != "\"" } }
      name = isQuoted ? String(found) : found.split(separator: ".").last.map { String($0) } ?? ""
      return
    }
    return nil
  }

  private static func isQuote(at offset: Int?, in sql: String) -> Bool {
    guard let offset, offset < sql.utf8.count else { return false }
    return Array(sql.utf8)[offset] == UInt8(ascii: "\"")
  }

  /// What may have been meant, as a clause; nil where nothing helps.
  ///
  /// - Throws: `SQLiteError`.
  func advice(in database: borrowing some Database & ~Copyable) throws -> String? {
    switch kind {
    case .table:
      return Self.question(NearNames.of(name, among: try objects(in: database)))
        ?? #"`deals sql "SELECT DISTINCT object FROM data_dictionary"` lists what there is"#
    case .function: return Self.question(NearNames.of(name, among: QuestionRules.functions))
    case .column:
      let column = try columnAdvice(in: database)
      guard isQuoted else { return column }
      let text = name.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
      return ["a text goes in single quotes: '\(text)'", column].compactMap(\.self)
        .joined(separator: "; ")
    }
  }

  private func columnAdvice(in database: borrowing some Database & ~Copyable) throws -> String? {
    let words = words
    var read: [(object: String, columns: [String])] = []
    var others: [String] = []
    for object in try objects(in: database) {
      let columns = try Self.columns(of: object, in: database)
      if words.contains(object.lowercased()) {
        read.append((object, columns))
      } else if columns.contains(name.lowercased()) {
        others.append(object)
      }
    }
    if let near = Self.question(NearNames.of(name, among: read.flatMap(\.columns))) { return near }
    // What stands in quotes is a text more often than a column.
    if isQuoted { return nil }
    if !others.isEmpty {
      return others.prefix(5).joined(separator: ", ")
        + (others.count == 1 ? " has such a column" : " have such a column")
    }
    guard let only = read.first, read.count == 1 else { return nil }
    return "\(only.object) has \(only.columns.joined(separator: ", "))"
  }

  /// The words of the question, in lower case.
  private var words: Set<String> {
    var reader = SQLWords(Array(sql.utf8))
    var words: Set<String> = []
    while let word = reader.next() {
      words.insert(word.first == "\"" ? String(word.dropFirst().dropLast()) : word.lowercased())
    }
    return words
  }

  private func objects(in database: borrowing some Database & ~Copyable) throws -> [String] {
    try database.query(
      """
      SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'
      ORDER BY type DESC, name
      """
    ) { try $0(0, as: String.self) }
  }

  private static func columns(
    of object: String, in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    try database.query("SELECT name FROM pragma_table_info(?)", [object]) {
      try $0(0, as: String.self)
    }
  }

  private static func question(_ near: [String]) -> String? {
    near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?"
  }
}
