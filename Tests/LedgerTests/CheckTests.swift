import Foundation
import Intake
import Ledger
import Migrations
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct CheckTests {
  /// The data dictionary is a file of its own, and its check speaks until that is written.
  private static let isExplained = Migrations.dictionary.split(separator: "\n").count > 1

  private static func findings(in connection: borrowing Connection) throws -> [String] {
    try Checks.all.filter { isExplained || $0.name != "dictionary" }
      .flatMap { try $0.run(in: connection) }.map(\.description)
  }

  @Test func `an empty ledger is silent`() throws {
    let connection = try LedgerFile.inMemory()
    let findings = try Self.findings(in: connection)
    #expect(findings == [])
  }

  @Test(arguments: Seeding.Choice.allCases) func `a ledger that ships is silent`(
    seeds: Seeding.Choice
  ) throws {
    let connection = try ShippedLedger.reading(seeds)
    let findings = try Self.findings(in: connection)
    #expect(findings == [])
  }

  @Test func `checks have names of their own and say what they look for`() {
    let names = Checks.all.map(\.name)
    #expect(
      Set(names) == [
        "pages", "foreign-keys", "sources", "codes", "tranche-sums", "claims", "derived",
        "dictionary", "remainders", "plausibility", "schema", "steps", "balances",
        "look-alikes", "parties", "money", "days", "history", "chain", "queries", "journal",
      ])
    #expect(Set(names).count == names.count)
    #expect(Checks.all.allSatisfy { !$0.looksFor.isEmpty })
  }

  @Test(arguments: CheckFaults.all.indices) func `each fault makes its check speak`(index: Int)
    throws
  {
    let (sql, name, says) = CheckFaults.all[index]
    var connection = try ShippedLedger.open(.article)
    try connection.setForeignKeysEnforced(false)
    try connection.executeScript(sql)
    #expect(
      connection.totalChanges > 0 || ["DROP", "ALTER", "CREATE"].contains { sql.hasPrefix($0) },
      "the fault is none: \(sql)")
    if name != "derived" { try connection.transaction { try Figures.rebuild(in: $0) } }
    let check = try #require(Checks.all.first { $0.name == name })
    let found = try check.run(in: connection).map(\.description)
    #expect(found.contains { $0.contains(says) }, "\(sql): \(found.prefix(3))")
    #expect(found.allSatisfy { $0.hasPrefix("\(name): ") })
  }

  @Test func `a ledger in WAL mode is told`() throws {
    let file = try ShippedLedger.copy(.none)
    _ = try Shell.sqlite3(file, "PRAGMA journal_mode = WAL")
    let connection = try LedgerFile.open(file.path(percentEncoded: false), mode: .readOnly)
    let journal = try #require(Checks.all.first { $0.name == "journal" })
    let found = try journal.run(in: connection).map(\.description)
    #expect(found.count == 1 && found[0].hasPrefix("journal: file: is in WAL mode"))
  }

  @Test func `a damaged page is found`() throws {
    let file = try ShippedLedger.copy(.article)
    try Shell.damage(file)
    let connection = try Connection(
      path: file.path(percentEncoded: false), mode: .readOnly)
    let pages = try #require(Checks.all.first { $0.name == "pages" })
    #expect(try !pages.run(in: connection).isEmpty)
  }

  @Test func `about leaves one percent for rounding, exact none, at least any`() throws {
    let check = try #require(Checks.all.first { $0.name == "tranche-sums" })
    for (stated, tranche, isFound) in [
      ("100 USD", "101 USD", true), ("about 100 USD", "101 USD", false),
      ("about 100 USD", "102 USD", true), ("at_least 100 USD", "500 USD", false),
      ("27-29 USD", "29 USD", false), ("27-29 USD", "30 USD", true),
      ("100 USD", "101 EUR", false), ("up_to 100 USD", "101 USD", true),
    ] {
      var connection = try Workbench.make()
      try connection.transaction { transaction in
        try DealRepository().insert(Workbench.deal("d"), in: transaction)
        try ClaimRepository().insert(
          try Workbench.statedAmount(stated, of: "d"), in: transaction)
        try TrancheRepository().insert(
          try Workbench.tranche("t", of: "d", tranche), in: transaction)
      }
      #expect(try check.run(in: connection).isEmpty == !isFound, "\(stated), \(tranche)")
    }
  }
}

extension Shell {
  /// Overwrites the root page of the largest index with nothing.
  fileprivate static func damage(_ file: URL) throws {
    let page = try sqlite3(
      file, "SELECT rootpage FROM sqlite_schema WHERE name = 'fx_rate_by_day';")
    let number = try #require(UInt64(page.filter(\.isNumber)))
    let handle = try FileHandle(forWritingTo: file)
    try handle.seek(toOffset: (number - 1) * 8192)
    try handle.write(contentsOf: Data(count: 8192))
    try handle.close()
  }
}
