import Foundation
import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct QueryCommandTests {
  init() throws { try ShippedLedger.copy(.article) }

  @Test func `without a name the questions are listed`() throws {
    var session = Session()
    try session.run("query")
    try session.expectGolden("query-list")
  }

  @Test(arguments: ["table", "csv", "json"])
  func `an answer in each format`(format: String) throws {
    var session = Session()
    try session.run("query", "circular-pairs", "--as-of", "2026-06-30", "--format", format)
    try session.run(
      "query", "junk-bond-share", "--as-of", "2026-06-30", "--format", format, "--quiet")
    try session.expectGolden("query-\(format)")
  }

  @Test func `a question prints as the SQL that any tool runs`() throws {
    let shown = try DealsProcess.run("query", "junk-bond-share", "--show")
    #expect(shown.stdout.hasPrefix("-- title: Junk-bond share"))
    #expect(shown.stderr == "")
    let ledger = TemporaryDirectory.file("deals.sqlite")
    let theirs = try Shell.sqlite3(ledger, shown.stdout + ";", options: ["-csv", "-header"])
    let ours = try DealsProcess.run("query", "junk-bond-share", "--format", "csv", "--quiet").stdout
    let heads = [theirs, ours].map { $0.prefix { !$0.isNewline } }
    #expect(heads[0] == heads[1])
  }

  @Test func `parameters have options of their own, or --set`() throws {
    func answer(_ arguments: String...) throws -> String {
      let outcome = try DealsProcess.run(
        ["query", "private-credit-total", "--format", "csv", "--quiet"] + arguments)
      #expect(outcome.status == 0)
      return outcome.stdout
    }
    let plain = try answer("--as-of", "2026-06-30", "--currency", "EUR")
    let set = try answer("--set", "as_of=2026-06-30", "--set", "currency=EUR")
    #expect(plain == set)
    #expect(plain.contains(",EUR,"))
    #expect(try answer("--as-of", "2025-01-01") != plain)
  }

  @Test func `a question that is none, or is asked wrongly`() throws {
    var session = Session()
    try session.run("query", "junk-share")
    try session.run("query", "frobnication")
    try session.run("query", "junk-bond-share", "--set", "colour=red")
    try session.run("query", "junk-bond-share", "--set", "stage=sold")
    try session.run("query", "junk-bond-share", "--set", "as_of=2026-02-30")
    try session.run("query", "junk-bond-share", "--set", "currency=FOO")
    try session.run("query", "junk-bond-share", "--set", "rating_rule=best")
    try session.run("query", "founding-figures", "--as-of", "2026-06-30")
    try session.expectGolden("query-refused")
    for wrong in [
      ["--set", "stage"], ["--as-of", "2026-02-30"], ["--currency", "FOO"], ["--stage", "sold"],
      ["--rating-rule", "best"], ["--format", "xml"],
    ] {
      let outcome = try DealsProcess.run(["query", "junk-bond-share"] + wrong)
      #expect(outcome.status == 64, "\(wrong)")
      #expect(outcome.stdout == "")
    }
  }

  @Test func `an answer can go to a file`() throws {
    var session = Session()
    try session.run(
      "query", "junk-bond-share", "--as-of", "2026-06-30", "--format", "csv", "-o", "out.csv")
    try session.run("query", "junk-bond-share", "-o", "no/such/folder/out.csv")
    try session.expectGolden("query-file")
    let written = try String(contentsOf: TemporaryDirectory.file("out.csv"), encoding: .utf8)
    let shown = try DealsProcess.run(
      "query", "junk-bond-share", "--as-of", "2026-06-30", "--format", "csv")
    #expect(written == shown.stdout)
  }

  @Test func `where an answer comes from goes beside its file, or into it`() throws {
    var session = Session()
    for format in ["csv", "xlsx", "markdown", "table"] {
      try session.run(
        "query", "junk-bond-share", "--as-of", "2026-06-30", "--format", format, "-o",
        "out.\(format)")
    }
    try session.run(
      "sql", "SELECT 1 AS one", "--format", "ndjson", "-o", "one.jsonl", "--no-origin")
    try session.run("query", "junk-bond-share", "--format", "xlsx")
    try session.run("query", "--format", "xlsx", "-o", "list.xlsx")
    try session.run("sql", "SELECT 1", "-o", "deals.sqlite", "--format", "csv")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: TemporaryDirectory.url.path(percentEncoded: false)
    ).sorted()
    try TestSupport.expectGolden(
      session.transcript + names.joined(separator: "\n") + "\n", "query-origin")
    let markdown = try String(
      contentsOf: TemporaryDirectory.file("out.markdown"), encoding: .utf8)
    #expect(
      markdown.contains("\n`junk-bond-share` with as\\_of 2026-06-30, currency USD by default"))
  }

  @Test(arguments: ["csv", "json", "xlsx"])
  func `an answer that breaks off leaves no file`(format: String) throws {
    let broken = "SELECT 1 AS a UNION ALL SELECT abs(-9223372036854775808)"
    let outcome = try DealsProcess.run("sql", broken, "--format", format, "-o", "out")
    #expect(outcome.status == 65)
    #expect(outcome.stderr.contains("integer overflow"))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: TemporaryDirectory.url.path(percentEncoded: false))
    #expect(names == ["deals.sqlite"])
  }

  @Test func `a query of one's own is kept in the ledger`() throws {
    try """
    -- title: Deals of a kind
    -- definition: Counted deals of one kind, by key.
    -- parameter: kind code(deal_kind); which kind; default bond
    -- column: deal text; its key
    WITH parameter AS (SELECT coalesce(:kind, 'bond') AS kind)
    SELECT d.key AS deal FROM deal d JOIN parameter p ON p.kind = d.kind
    WHERE d.counted = 1 ORDER BY d.key
    """.write(to: TemporaryDirectory.file("mine.sql"), atomically: true, encoding: .utf8)
    try "-- title: Wipe\n-- definition: None.\nDELETE FROM deal".write(
      to: TemporaryDirectory.file("wipe.sql"), atomically: true, encoding: .utf8)
    var session = Session()
    try session.run("query", "--save", "my-deals", "mine.sql")
    try session.run("query", "my-deals", "--set", "kind=construction_loan")
    try session.run("query", "my-deals", "--set", "kind=moon")
    try session.run("query", "--save", "my-deals", "mine.sql")
    try session.run("query", "--save", "junk-bond-share", "mine.sql")
    try session.run("query", "--save", "wipe", "wipe.sql")
    try session.run("query", "--save", "wipe", "nothing.sql")
    try session.run("query", "--save", "wipe")
    try session.run("query", "--remove", "my-deals")
    try session.run("query", "--remove", "my-deals")
    try session.run("query", "--remove", "junk-bond-share")
    try session.expectGolden("query-own")
  }

  @Test func `another tool asks a query of one's own`() throws {
    let text = "-- title: T\n-- definition: D.\nSELECT COUNT(*) AS deals FROM deal"
    try text.write(to: TemporaryDirectory.file("t.sql"), atomically: true, encoding: .utf8)
    _ = try DealsProcess.run("query", "--save", "count", "t.sql")
    let sql = try Shell.sqlite3(
      TemporaryDirectory.file("deals.sqlite"),
      "SELECT sql FROM saved_query WHERE name = 'count' AND origin = 'yours';", options: [])
    let theirs = try Shell.sqlite3(TemporaryDirectory.file("deals.sqlite"), sql, options: [])
    let ours = try DealsProcess.run("query", "count", "--format", "csv", "--quiet").stdout
    #expect(ours == "deals\n" + theirs)
  }

  @Test(arguments: [
    ("", "junk-bond-share"), ("--ledger=nowhere.sqlite", ""), ("--remove", "mine"),
  ])
  func `a shell completes names`(word: String, among: String) throws {
    let text = "-- title: T\n-- definition: D.\nSELECT 1 AS one"
    try text.write(to: TemporaryDirectory.file("t.sql"), atomically: true, encoding: .utf8)
    _ = try DealsProcess.run("query", "--save", "mine", "t.sql")
    let place = word == "--remove" ? "--remove" : "positional@0"
    let outcome = try DealsProcess.run(
      ["---completion", "query", "--", place, "0", "0", "deals", "query"]
        + (word.hasPrefix("--ledger") ? [word] : []))
    let names = outcome.stdout.split(separator: "\n").map(String.init)
    if among.isEmpty {
      #expect(names.isEmpty)
    } else {
      #expect(names.contains(among), "\(outcome)")
      #expect((names == ["mine"]) == (word == "--remove"))
    }
  }
}
