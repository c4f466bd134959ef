import Testing

@Suite struct SQLPlaceTests {
  @Test func `SQL stands where it may: the schema, the writes and the reads each in their place`() {
    expectNone(Repository.program.flatMap(SQLPlaces.violations))
  }
}

/// Which kind of SQL may stand in the string literals of which files.
///
/// The schema is text in `Migrations`; only `Ledger` writes; others read, if they must.
enum SQLPlaces {
  enum Kind: String {
    case reads, writes
    case changesTheSchema = "changes the schema"
    case setsTheConnection = "sets up the connection"
  }

  /// The first that a path begins with counts; elsewhere there is none.
  static let allowed: [(path: String, kinds: Set<Kind>)] = [
    ("Sources/SQLite/", [.setsTheConnection, .reads]),
    // Says what to type in another tool, and knows the schema by the beginnings of its statements.
    ("Sources/Ledger/File/ForeignSchema.swift", [.reads, .changesTheSchema]),
    ("Sources/Ledger/Checks/Check+Trust.swift", [.reads, .setsTheConnection]),
    // Runs the steps, and keeps the table that records them.
    ("Sources/Ledger/File/Migrator.swift", [.reads, .writes, .changesTheSchema]),
    // Lists what was touched in temporary tables; takes indexes away while much is loaded.
    ("Sources/Ledger/Figures/Touched", [.reads, .writes, .changesTheSchema]),
    // Makes the triggers of the history from the schema.
    ("Sources/Ledger/History/HistoryTriggers.swift", [.reads, .writes, .changesTheSchema]),
    // An earlier state of the ledger is temporary views and tables over the file.
    ("Sources/Ledger/History/Earlier/", [.reads, .writes, .changesTheSchema]),
    ("Sources/Ledger/Bulk/", [.reads, .writes, .changesTheSchema, .setsTheConnection]),
    ("Sources/Ledger/", [.reads, .writes]),
    ("Sources/Intake/", [.reads]),
    ("Sources/Reporting/Screens/", [.reads]),
    // Writes a script for another database. Nothing of it is run here.
    ("Sources/Reporting/Exports/Postgres/", [.reads, .changesTheSchema]),
    // Makes views in DuckDB.
    ("Sources/Reporting/Exports/PartitionedExport.swift", [.reads, .changesTheSchema, .writes]),
    ("Sources/Reporting/Reproductions/", [.reads]),
  ]

  private static let kinds: [Substring: Kind] = [
    "SELECT": .reads,
    "INSERT": .writes, "UPDATE": .writes, "DELETE": .writes, "REPLACE": .writes,
    "CREATE": .changesTheSchema, "DROP": .changesTheSchema, "ALTER": .changesTheSchema,
    "PRAGMA": .setsTheConnection, "VACUUM": .setsTheConnection, "ATTACH": .setsTheConnection,
  ]

  static func violations(in file: TextFile) -> [Violation] {
    let allowed = allowed.first { file.path.hasPrefix($0.path) }?.kinds ?? []
    // A word by itself is a name, to be compared with.
    let literals = file.swift.literals.filter { $0.text.contains { $0.isWhitespace } }
    return literals.flatMap { literal in
      let lines = literal.text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().flatMap { index, line in
        Set(kinds(in: line)).subtracting(allowed).map {
          Violation(
            path: file.path, line: literal.line + index, problem: "has SQL that \($0.rawValue)")
        }
      }
    }
  }

  private static func kinds(in line: Substring) -> [Kind] {
    // A command to type, in a help text.
    if line.drop(while: { $0 == " " }).hasPrefix("deals ") { return [] }
    let words = line.split { !($0.isLetter || $0 == "_") }
    // What follows is its settings, as in `PRAGMA journal_mode = DELETE`.
    if words.first == "PRAGMA" { return [.setsTheConnection] }
    return words.compactMap { kinds[$0] }
  }
}
