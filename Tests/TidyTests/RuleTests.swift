import Testing

/// The rules held against files that break them: a rule that finds nothing must be able to.
@Suite struct RuleTests {
  /// A file, and what is wrong with it.
  private typealias Row = (path: String, text: String, problem: String?)

  private static let importRows: [Row] = [
    ("Sources/Finance/A.swift", "internal import SQLite", "Finance must not import SQLite"),
    ("Sources/Ledger/A.swift", "import struct Glibc.stat", "Ledger must not import Glibc"),
    ("Sources/SQLite/A.swift", "@preconcurrency internal import CSQLite", nil),
    ("Sources/Tabular/A.swift", "// import SQLite", nil),
    ("Seeds/Seeds.swift", "public import Ledger", "Seeds must not import Ledger"),
    ("Sources/Novelty/A.swift", "", "its module is not in ModuleTable"),
  ]

  @Test(arguments: importRows) func `an import against the arrows is found`(
    path: String, text: String, problem: String?
  ) {
    check(ModuleTable.violations, path, text, problem)
  }

  private static let sqlRows: [Row] = [
    ("Sources/Ledger/A.swift", #"let a = "SELECT 1; UPDATE deal SET x = 1""#, nil),
    ("Sources/Ledger/A.swift", #"let a = "DROP TABLE deal""#, "has SQL that changes the schema"),
    ("Sources/Intake/A.swift", #"let a = "\(b("x")) DELETE FROM deal""#, "has SQL that writes"),
    ("Sources/Finance/A.swift", ##"let a = #"SELECT "x""#"##, "has SQL that reads"),
    ("Sources/DealsCLI/A.swift", "// SELECT\nlet a = \"selected\"", nil),
    ("Sources/DealsCLI/A.swift", "let a = \"\"\"\n  deals sql 'SELECT 1'\n  \"\"\"", nil),
    ("Sources/Ledger/A.swift", #"a == "PRAGMA""#, nil),
    ("Sources/SQLite/A.swift", #"try run("PRAGMA journal_mode = DELETE")"#, nil),
  ]

  @Test(arguments: sqlRows) func `SQL out of its place is found`(
    path: String, text: String, problem: String?
  ) {
    check(SQLPlaces.violations, path, text, problem)
  }

  private static let forcedRows: [Row] = [
    ("A.swift", "let a = try! b()", "uses try!"),
    ("A.swift", "let a = b as! Int", "uses  as! "),
    ("A.swift", #"fatalError("\(a)")"#, "uses fatalError("),
    ("Sources/SQLite/A.swift", "fatalError()", nil),
    ("A.swift", #"let a = "try! /* fatalError( " // as! b"#, nil),
  ]

  @Test(arguments: forcedRows) func `what is forced is found`(
    path: String, text: String, problem: String?
  ) {
    check(Leftovers.forced, path, text, problem)
  }

  private static let noteRows: [Row] = [
    ("A.swift", "let a = \"XXX\"", nil),
    ("A.swift", "let a = 1  // FIX" + "ME: twice", "still says FIX" + "ME"),
    ("A.sql", "-- TO" + "DO", "still says TO" + "DO"),
  ]

  @Test(arguments: noteRows) func `a note of unfinished work is found`(
    path: String, text: String, problem: String?
  ) {
    check(Leftovers.notes, path, text, problem)
  }

  private static let placeRows: [Row] = [
    ("A.sh", "cd /" + "work/main", "names /" + "work/"),
    ("A.jsonl", #"{"url": "https://example.com/"# + #"work/x"}"#, nil),
    ("A.sh", "cd \"=/" + "tmp/x\"", "names /" + "tmp/"),
    ("A.sh", "cd $root/" + "tmp/x", nil),
    ("A.md", "see https://pypi" + ".org/x", "names pypi" + ".org"),
  ]

  @Test(arguments: placeRows) func `a folder of one machine is found`(
    path: String, text: String, problem: String?
  ) {
    check(Portability.violations, path, text, problem)
  }

  private static let linkRows: [Row] = [
    ("Docs/A.md", "see [b](B.md#c)", nil),
    ("Docs/A.md", "see [b](../B.md)", "links to B.md, not there"),
    ("Docs/A.md", "```\n[b](C.md)\n```\n[b](https://c.d) [e](#f)", nil),
  ]

  @Test(arguments: linkRows) func `a link to nowhere is found`(
    path: String, text: String, problem: String?
  ) {
    check({ Links.violations(in: $0) { $0 == "Docs/B.md" } }, path, text, problem)
  }

  private static let endRows: [Row] = [
    ("A.md", "", "does not end with a newline"), ("A.md", "a", "does not end with a newline"),
    ("A.md", "a\n", nil),
    ("A.md", "a\n\n", "ends with several newlines"),
  ]

  @Test(arguments: endRows) func `a wrong end of a file is found`(
    path: String, text: String, problem: String?
  ) {
    check(Whitespace.ends, path, text, problem)
  }

  @Test func `a body is measured between its own braces`() {
    let text = """
      protocol P { func a(); var b: Int { get } }
      func `with { braces`(c: () -> Void = {}) -> [String: Int]
        where T: P
      {
        let d = "}"
        // }
        self.init { 1 }
      }
      init() {
      }
      """
    let bodies = SwiftBodies(SwiftText(text)).all
    #expect(bodies.map(\.line) == [1, 2, 9])
    #expect(bodies.map(\.length) == [0, 3, 0])
  }

  @Test func `what is too long is found`() {
    let body = "func a() {\n" + String(repeating: "  b()\n", count: 61) + "}\n"
    #expect(Size.ofBodies(TextFile(path: "A.swift", text: body)).count == 1)
    let wide = String(repeating: "å", count: 101)
    #expect(Size.ofLines(TextFile(path: "A.sql", text: "\(wide.dropLast())\n\(wide)\n")).count == 1)
    let long = String(repeating: "\n", count: 301)
    #expect(Size.ofFile(TextFile(path: "A.sql", text: long)).count == 1)
    #expect(Size.ofFile(TextFile(path: "A.sql", text: "-- long because: one list" + long)) == [])
  }

  private func check(
    _ rule: (TextFile) -> [Violation], _ path: String, _ text: String, _ problem: String?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = rule(TextFile(path: path, text: text)).map(\.problem)
    #expect(found == (problem.map { [$0] } ?? []), sourceLocation: sourceLocation)
  }
}
