import Testing

/// The rules held against files that break them: a rule that finds nothing must be able to.
@Suite struct RuleTests {
  @Test(arguments: [
    ("Sources/Finance/A.swift", "internal import SQLite", "Finance must not import SQLite"),
    ("Sources/Ledger/A.swift", "import struct Glibc.stat", "Ledger must not import Glibc"),
    ("Sources/SQLite/A.swift", "@preconcurrency internal import CSQLite", nil),
    ("Sources/Tabular/A.swift", "// import SQLite", nil),
    ("Seeds/Seeds.swift", "public import Ledger", "Seeds must not import Ledger"),
    ("Sources/Novelty/A.swift", "", "its module is not in ModuleTable"),
  ])
  func `layers`(path: String, text: String, problem: String?) {
    check(ModuleTable.violations, path, text, problem)
  }

  @Test(arguments: [
    ("Sources/Ledger/A.swift", #"let a = "SELECT 1; UPDATE deal SET x = 1""#, nil),
    ("Sources/Ledger/A.swift", #"let a = "DROP TABLE deal""#, "has SQL that changes the schema"),
    ("Sources/Intake/A.swift", #"let a = "\(b("x")) DELETE FROM deal""#, "has SQL that writes"),
    ("Sources/Finance/A.swift", ##"let a = #"SELECT "x""#"##, "has SQL that reads"),
    ("Sources/DealsCLI/A.swift", "// SELECT\nlet a = \"selected\"", nil),
    ("Sources/DealsCLI/A.swift", "let a = \"\"\"\n  deals sql 'SELECT 1'\n  \"\"\"", nil),
    ("Sources/SQLite/A.swift", #"try run("PRAGMA page_size")"#, nil),
  ] as [(String, String, String?)])
  func `places of SQL`(path: String, text: String, problem: String?) {
    check(SQLPlaces.violations, path, text, problem)
  }

  @Test(arguments: [
    ("A.swift", "let a = try! b()", "uses try!"),
    ("A.swift", "let a = b as! Int", "uses  as! "),
    ("A.swift", #"fatalError("\(a)")"#, "uses fatalError("),
    ("Sources/SQLite/A.swift", "fatalError()", nil),
    ("A.swift", #"let a = "try! /* fatalError( " // as! b"#, nil),
  ] as [(String, String, String?)])
  func `force`(path: String, text: String, problem: String?) {
    check(Leftovers.forced, path, text, problem)
  }

  @Test(arguments: [
    ("A.swift", "let a = \"XXX\"", nil),
    ("A.swift", "let a = 1  // FIX" + "ME: twice", "still says FIX" + "ME"),
    ("A.sql", "-- TO" + "DO", "still says TO" + "DO"),
  ] as [(String, String, String?)])
  func `notes`(path: String, text: String, problem: String?) {
    check(Leftovers.notes, path, text, problem)
  }

  @Test(arguments: [
    ("A.sh", "cd /" + "work/main", "names /" + "work/"),
    ("A.jsonl", #"{"url": "https://example.com/"# + #"work/x"}"#, nil),
    ("A.sh", "cd \"=/" + "tmp/x\"", "names /" + "tmp/"),
    ("A.sh", "cd $root/" + "tmp/x", nil),
    ("A.md", "see https://pypi" + ".org/x", "names pypi" + ".org"),
  ] as [(String, String, String?)])
  func `portability`(path: String, text: String, problem: String?) {
    check(Portability.violations, path, text, problem)
  }

  @Test(arguments: [
    ("Docs/A.md", "see [b](B.md#c)", nil),
    ("Docs/A.md", "see [b](../B.md)", "links to B.md, not there"),
    ("Docs/A.md", "```\n[b](C.md)\n```\n[b](https://c.d) [e](#f)", nil),
  ] as [(String, String, String?)])
  func `links`(path: String, text: String, problem: String?) {
    check({ Links.violations(in: $0) { $0 == "Docs/B.md" } }, path, text, problem)
  }

  @Test(arguments: [
    ("", "does not end with a newline"), ("a", "does not end with a newline"), ("a\n", nil),
    ("a\n\n", "ends with several newlines"),
  ] as [(String, String?)])
  func `ends of files`(text: String, problem: String?) {
    check(Whitespace.ends, "A.md", text, problem)
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
