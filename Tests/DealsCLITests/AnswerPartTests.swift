import Foundation
import TestSupport
import Testing

/// Some columns and the first rows of an answer; names in the place of keys.
@Suite(.temporaryDirectory) struct AnswerPartTests {
  init() throws { try ShippedLedger.copy() }

  @Test(arguments: [
    // what is asked; what comes on standard output, and on standard error
    (
      ["sql", "SELECT 1 AS a, 2 AS b, 3 AS c", "--columns", "c,a", "--format", "csv"],
      "c,a\n3,1\n", ""
    ),
    (
      ["sql", "SELECT 1 AS a UNION SELECT 2 UNION SELECT 3", "--limit", "2", "--format", "json"],
      "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n",
      "… and 1 more rows; --limit shows them\n"
    ),
    (["sql", "SELECT 1 AS a, 2 AS b", "--columns", "b", "-q"], "b\n-\n2\n", ""),
    (
      ["sql", "SELECT 1 AS a, 2 AS b", "--columns", "b,x"], "",
      "deals: the answer has no column 'x', only a, b\n"
    ),
    (
      ["query", "junk-bond-share", "--columns", "bucket", "--limit", "1", "--format", "svg"], "",
      "deals: a picture is of the whole answer, without --columns and --limit; "
        + "ask for another --format, or one of the queries with a picture, "
        + "such as junk-bond-share\n"
    ),
  ])
  func `a part of an answer`(arguments: [String], stdout: String, stderr: String) throws {
    let outcome = try DealsProcess.run(arguments)
    #expect(outcome.stdout == stdout)
    #expect(outcome.stderr == stderr)
  }

  @Test func `what an answer rests on is told of all of it`() throws {
    let whole = try DealsProcess.run("query", "junk-bond-share", "--as-of", "2026-06-30")
    let part = try DealsProcess.run(
      "query", "junk-bond-share", "--as-of", "2026-06-30", "--columns", "bucket", "--limit", "1")
    let coverage = try #require(whole.stderr.split(separator: "\n").first)
    #expect(part.stderr.contains(coverage))
  }

  @Test func `the file beside a part tells how much it is of`() throws {
    let file = TemporaryDirectory.path("part.csv")
    _ = try DealsProcess.run(
      "sql", "SELECT key FROM deal", "--limit", "3", "-o", file, "--format", "csv")
    let origin = try String(
      contentsOf: TemporaryDirectory.file("part.csv.origin.json"), encoding: .utf8)
    #expect(origin.contains("\"rows\": 3,"))
    #expect(origin.contains("\"rows_left_out\": 148,"))
  }

  @Test(arguments: [
    // a parameter as it is typed; the one that means the same
    ("obligor-exposure", "party=OpenAI", "party=openai"),
    ("obligor-exposure", "party=OPENAI", "party=openai"),
    ("deal-sheet", "deal=Texas and Wisconsin data-centre loans", "deal=oracle-vantage-2025"),
    ("issuance-in-window", "issuers=Meta Oracle", "issuers=meta oracle"),
  ])
  func `a name stands for its key`(query: String, named: String, keyed: String) throws {
    let byName = try DealsProcess.run("query", query, "--set", named, "--format", "csv")
    let byKey = try DealsProcess.run("query", query, "--set", keyed, "--format", "csv")
    #expect(byName == byKey)
    #expect(byKey.status == 0)
  }

  @Test func `a name of nobody is refused, not answered with nothing`() throws {
    let outcome = try DealsProcess.run("query", "obligor-exposure", "--set", "party=OpenAy")
    #expect(outcome.status == 66)
    #expect(outcome.stdout == "")
    #expect(
      outcome.stderr
        == "deals: there is no record with the key or name 'OpenAy'; did you mean openai?\n")
  }

  @Test(arguments: [
    ("qurey", "there is no command 'qurey'; did you mean query?"),
    ("stat", "there is no command 'stat'; did you mean status?"),
    ("frobnicate", "there is no command 'frobnicate'; `deals --help` lists them"),
  ])
  func `a command that is none is told with what comes near`(word: String, told: String) throws {
    let outcome = try DealsProcess.run(word)
    #expect(outcome.status == 64)
    #expect(outcome.stderr == "deals: \(told)\n")
  }
}
