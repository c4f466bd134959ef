import Ledger
import SQLite
import Testing

/// Views are read by SQLite and by DuckDB, so that their text keeps to what both mean alike.
@Suite struct ViewTextTests {
  /// A view's name and its text without comments and quoted words.
  private static func views() throws -> [(name: String, text: String)] { try read.get() }

  private static let read = Result<[(name: String, text: String)], any Error> {
    let connection = try LedgerFile.inMemory()
    return try connection.query("SELECT name, sql FROM sqlite_schema WHERE type = 'view'") {
      (name: try $0(0), text: bare(try $0(1, as: String.self)))
    }
  }

  /// Text without comments; a quoted text is left as `''`.
  private static func bare(_ sql: String) -> String {
    let lines = sql.split(separator: "\n").map { line in
      var isQuoted = false
      var kept = ""
      for (index, letter) in zip(line.indices, line) {
        if letter == "'" { isQuoted.toggle() }
        if !isQuoted, line[index...].hasPrefix("--") { break }
        if !isQuoted || letter == "'" { kept.append(letter) }
      }
      return kept
    }
    return lines.joined(separator: " ")
  }

  @Test func `there are views to look at`() throws {
    #expect(try Self.views().count > 12)
  }

  @Test(arguments: [
    "date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff", "iif",
    "group_concat", "string_agg", "printf", "format", "json", "json_extract", "json_object",
    "json_array", "json_each", "json_group_array", "random", "typeof", "hex", "instr", "likely",
    "total", "ifnull", "changes", "last_insert_rowid", "sqlite_version",
  ])
  func `no view calls what only SQLite has`(function: String) throws {
    for view in try Self.views() {
      #expect(!Self.calls(function, in: view.text), "\(view.name)")
    }
  }

  @Test func `no view takes the lesser or greater of several values`() throws {
    for view in try Self.views() {
      for function in ["min", "max"] {
        let counts = Self.argumentCounts(of: function, in: view.text)
        #expect(counts.allSatisfy { $0 == 1 }, "\(view.name): \(function)")
      }
    }
  }

  @Test func `no view divides integers`() throws {
    for view in try Self.views() {
      let parts = view.text.split(separator: "/", omittingEmptySubsequences: false)
      for (before, after) in zip(parts, parts.dropFirst()) {
        // Within a quoted text only the quotes are left.
        let divisor = after.split(separator: " ").first ?? ""
        let isReal =
          divisor.contains(".0")
          || before.split(separator: " ").suffix(1).contains { $0.hasSuffix(".0") }
        #expect(isReal, "\(view.name): …\(before.suffix(30))/\(after.prefix(20))…")
      }
    }
  }

  @Test func `IS stands before NULL alone`() throws {
    for view in try Self.views() {
      let words = view.text.uppercased().split { " ()\n,".contains($0) }
      for (index, word) in words.enumerated() where word == "IS" {
        let next = words[(index + 1)...].first { $0 != "NOT" }
        #expect(next == "NULL", "\(view.name)")
      }
    }
  }

  @Test func `no view has double quotes for text, backslashes or parameters`() throws {
    for view in try Self.views() {
      #expect(!view.text.contains { "\"`?:@$\\".contains($0) }, "\(view.name)")
    }
  }

  @Test(arguments: [
    ("SELECT date(x)", "date", true), ("SELECT update(x)", "date", false),
    ("SELECT date FROM t", "date", false), ("SELECT DATE (x)", "date", true),
    ("SELECT json_object(1)", "json", false), ("SELECT 1 -- date(x)", "date", false),
    ("SELECT 'date(x)'", "date", false),
  ])
  func `calls are told from names, comments and quoted text`(
    sql: String, function: String, isCall: Bool
  ) {
    #expect(Self.calls(function, in: Self.bare(sql)) == isCall)
  }

  @Test(arguments: [
    ("max(a, b)", [2]), ("max(coalesce(a, b))", [1]), ("max(a) + max(b, f(c, d), e)", [1, 3]),
    ("climax(a, b)", []),
  ])
  func `arguments are counted at their own level`(sql: String, counts: [Int]) {
    #expect(Self.argumentCounts(of: "max", in: sql) == counts)
  }

  private static func calls(_ function: String, in text: String) -> Bool {
    !argumentCounts(of: function, in: text).isEmpty
  }

  /// How many arguments each call of a function has.
  private static func argumentCounts(of function: String, in text: String) -> [Int] {
    let letters = Array(text.lowercased())
    let name = Array(function)
    var counts: [Int] = []
    for start in letters.indices where letters[start...].starts(with: name) {
      if start > 0, letters[start - 1].isLetter || "_.".contains(letters[start - 1]) { continue }
      var index = start + name.count
      while index < letters.count, letters[index] == " " { index += 1 }
      guard index < letters.count, letters[index] == "(" else { continue }
      var depth = 0
      var count = 1
      for letter in letters[index...] {
        if letter == "(" { depth += 1 }
        if letter == ")" { depth -= 1 }
        if letter == ",", depth == 1 { count += 1 }
        if depth == 0 { break }
      }
      counts.append(count)
    }
    return counts
  }
}
