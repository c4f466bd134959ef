internal import Ledger

/// A table of the ledger as PostgreSQL makes it. References are added once all tables are filled.
struct PostgresTable {
  let name: String
  private var lines: [String] = []
  /// Statements that add its references.
  private(set) var references: [String] = []
  private(set) var hasKey = false
  private var required: Set<String> = []

  /// - Parameter definition: the statement it was made with in SQLite.
  init(_ definition: LedgerSchema.Definition) {
    name = definition.name
    let tokens = SQLToken.read(definition.sql).plain
    guard let begin = tokens.firstIndex(where: { $0.text == "(" }),
      let end = tokens.lastIndex(where: { $0.text == ")" })
    else { return }
    let body = Array(tokens[(begin + 1)..<end])
    for item in body.split(at: { body[$0].text == "," }) {
      let words = item.filter { !$0.isSilent }
      if words.first?.keyword == "CONSTRAINT" {
        addConstraint(words)
      } else {
        addColumn(words)
      }
    }
  }

  /// The statement, with the columns of a unique index as its key where it has no key of its own.
  func statement(keyedBy index: LedgerSchema.Definition?) -> String {
    var lines = lines
    if !hasKey, let index {
      let columns = Self.columns(of: index)
      if !columns.isEmpty, columns.allSatisfy(required.contains) {
        lines.append("PRIMARY KEY (\(columns.joined(separator: ", ")))")
      }
    }
    return "CREATE TABLE \(name) (\n  \(lines.joined(separator: ",\n  ")));\n"
  }

  /// The columns of an index over columns alone; empty for any other.
  private static func columns(of index: LedgerSchema.Definition) -> [String] {
    let tokens = SQLToken.read(index.sql).filter { !$0.isSilent }
    guard let begin = tokens.firstIndex(where: { $0.text == "(" }), tokens.last?.text == ")" else {
      return []
    }
    let names = tokens[(begin + 1)...].dropLast().filter { $0.text != "," }
    return names.allSatisfy { $0.kind == .word || $0.kind == .name } ? names.map(\.text) : []
  }

  private mutating func addColumn(_ words: [SQLToken]) {
    guard words.count >= 2 else { return }
    let column = words[0].text
    var rest = Array(words.dropFirst(2))
    if let place = rest.firstIndex(where: { $0.keyword == "REFERENCES" }), rest.count > place + 1 {
      references.append(
        "ALTER TABLE \(name) ADD FOREIGN KEY (\(column)) REFERENCES \(rest[place + 1].text) (id);")
      rest.removeSubrange(place..<min(place + 5, rest.count))
    }
    let rules = rest.map(\.text).joined(separator: " ")
    if rules.contains("PRIMARY KEY") { hasKey = true }
    if rules.contains("NOT NULL") { required.insert(column) }
    let type =
      switch words[1].keyword {
      case "INTEGER": "bigint"
      case "REAL": "double precision"
      case "DATE": "date"
      // Sorted by its bytes, as SQLite does.
      default: "text COLLATE \"C\""
      }
    lines.append([column, type, rules].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private mutating func addConstraint(_ words: [SQLToken]) {
    guard words.count > 4, words[2].keyword == "CHECK",
      let rule = PostgresCheck(Array(words.dropFirst(4).dropLast())).text
    else { return }
    lines.append("CONSTRAINT \(words[1].text) CHECK (\(rule))")
  }
}
