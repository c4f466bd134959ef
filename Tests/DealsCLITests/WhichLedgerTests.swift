import Foundation
import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct WhichLedgerTests {
  private let question = [
    "sql", "SELECT (SELECT COUNT(*) FROM deal) > 0 AS has_deals", "--format=csv",
  ]

  @Test(
    arguments: [
      // --ledger, DEALS_LEDGER, and whether the ledger that is asked has deals.
      (nil, nil, "0"), (nil, "article.sqlite", "1"), ("article.sqlite", nil, "1"),
      ("article.sqlite", "deals.sqlite", "1"), ("deals.sqlite", "article.sqlite", "0"),
    ] as [(String?, String?, String)])
  func `the option goes before the variable, and that before deals.sqlite here`(
    option: String?, variable: String?, hasDeals: String
  ) throws {
    try ShippedLedger.copy(.none)
    try ShippedLedger.copy(.article, to: TemporaryDirectory.file("article.sqlite"))
    let outcome = try DealsProcess.run(
      question + (option.map { ["--ledger", $0] } ?? []),
      variables: variable.map { ["DEALS_LEDGER": $0] } ?? [:])
    #expect(outcome.stdout == "has_deals\n\(hasDeals)\n")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    ["status"], ["query"], ["show", "nvidia"], ["trace", "nvidia"], ["sql", "SELECT 1"], ["check"],
    ["export", "csv", "out"], ["migrate"], ["migrate", "--list"],
  ])
  func `without a ledger there is nothing to ask`(arguments: [String]) throws {
    let outcome = try DealsProcess.run(arguments)
    #expect(outcome.status == 66)
    #expect(
      outcome.stderr == "deals: deals.sqlite: no ledger here; make one with `deals init` "
        + "or name one with --ledger\n")
    #expect(outcome.stdout == "")
  }

  @Test func `a file of another kind or a newer ledger is refused`() throws {
    var session = Session()
    try TemporaryDirectory.write("hello", to: "hello.txt")
    _ = try Shell.sqlite3(TemporaryDirectory.file("other.sqlite"), "CREATE TABLE a (b)")
    let newer = try ShippedLedger.copy(.none)
    _ = try Shell.sqlite3(newer, "PRAGMA user_version = 1000")
    try session.run("status", "--ledger", "hello.txt")
    try session.run("status", "--ledger", "other.sqlite")
    try session.run("import", "-", "--ledger", "other.sqlite", input: "{}")
    try session.run("status")
    try session.run("migrate")
    try session.expectGolden("wrong-ledger")
  }

  @Test func `migrate has nothing to do in a new ledger`() throws {
    try ShippedLedger.copy(.none)
    var session = Session()
    try session.run("migrate", "--list")
    try session.run("migrate")
    try session.run("migrate", "--quiet")
    try session.expectGolden("migrate")
  }
}
