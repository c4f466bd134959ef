import Foundation
import Intake
import TestSupport
import Testing

/// Names of output files that lead where nothing should be written.
@Suite(.temporaryDirectory) struct OutputPlaceTests {
  init() throws { try ShippedLedger.copy(.none) }

  private let manager = FileManager.default

  private func link(_ name: String, to other: String) throws {
    try manager.createSymbolicLink(
      at: TemporaryDirectory.file(name), withDestinationURL: TemporaryDirectory.file(other))
  }

  /// The name, and how a command that writes there ends.
  @Test(
    arguments: [
      ("deals.sqlite", 73), ("./deals.sqlite", 73), ("folder/../deals.sqlite", 73),
      ("link.sqlite", 73), ("folder/link/deals.sqlite", 73), ("hard.sqlite", 73),
      ("deals.sqlite-journal", 73), ("deals.sqlite-wal", 73), ("link.sqlite-shm", 73),
      ("folder", 74), ("nowhere/out", 74), ("folder/new.csv", 0), ("other-link", 0),
      ("/dev/null", 0),
    ] as [(String, Int32)])
  func `nothing is written over the ledger, by whatever way`(name: String, status: Int32) throws {
    let ledger = TemporaryDirectory.file("deals.sqlite")
    try TemporaryDirectory.write("", to: "folder/file")
    try TemporaryDirectory.write("theirs", to: "other")
    try link("link.sqlite", to: "deals.sqlite")
    try link("folder/link", to: ".")
    try link("other-link", to: "other")
    try manager.linkItem(at: ledger, to: TemporaryDirectory.file("hard.sqlite"))
    let before = try Data(contentsOf: ledger)
    for format in ["csv", "table", "xlsx"] where name != "/dev/null" || format != "xlsx" {
      let outcome = try DealsProcess.run("sql", "SELECT 1 AS one", "--format", format, "-o", name)
      if status == 0 || status == 73 {
        #expect(outcome.status == status, "\(name), \(format): \(outcome.stderr)")
      } else {
        #expect([73, 74].contains(outcome.status), "\(name), \(format): \(outcome.stderr)")
      }
      #expect(try Data(contentsOf: ledger) == before)
    }
    // What a link led to is as it was: the file took the link's place.
    #expect(try String(contentsOf: TemporaryDirectory.file("other"), encoding: .utf8) == "theirs")
    let left = try manager.contentsOfDirectory(
      atPath: TemporaryDirectory.url.path(percentEncoded: false))
    #expect(!left.contains { $0.hasSuffix(".new") })
  }

  /// Someone leaves a link where a draft will be.
  @Test(arguments: ["csv", "table", "xlsx"]) func `a draft follows no link`(format: String) throws {
    try TemporaryDirectory.write("theirs", to: "theirs.txt")
    try link("out.new", to: "theirs.txt")
    try link("out.origin.json.new", to: "deals.sqlite")
    let before = try Data(contentsOf: TemporaryDirectory.file("deals.sqlite"))
    let outcome = try DealsProcess.run("sql", "SELECT 1 AS one", "--format", format, "-o", "out")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(
      try String(contentsOf: TemporaryDirectory.file("theirs.txt"), encoding: .utf8) == "theirs")
    #expect(try Data(contentsOf: TemporaryDirectory.file("deals.sqlite")) == before)
    #expect(try !Data(contentsOf: TemporaryDirectory.file("out")).isEmpty)
  }

  @Test func `a draft does not take the place of a ledger of its name`() throws {
    let ledger = TemporaryDirectory.file("out.new")
    try manager.moveItem(at: TemporaryDirectory.file("deals.sqlite"), to: ledger)
    let before = try Data(contentsOf: ledger)
    for arguments in [
      ["sql", "SELECT 1 AS one"], ["report"], ["export", "claims"], ["export", "snapshot"],
    ] {
      let outcome = try DealsProcess.run(arguments + ["-o", "out", "--ledger", "out.new"])
      #expect(outcome.status == 73, "\(arguments): \(outcome.stderr)")
    }
    #expect(try DealsProcess.run("backup", "out", "--ledger", "out.new").status == 73)
    #expect(try Data(contentsOf: ledger) == before)
  }

  @Test func `rejects do not take the ledger's place`() throws {
    try TemporaryDirectory.write("deal,issuer,amount\na,b,c\n", to: "sheet.csv")
    let before = try Data(contentsOf: TemporaryDirectory.file("deals.sqlite"))
    let outcome = try DealsProcess.run(
      "import", "sheet.csv", "--keep-going", "--rejects", "./deals.sqlite")
    #expect(outcome.status == 73)
    #expect(outcome.stderr.contains("is the ledger itself"))
    #expect(try Data(contentsOf: TemporaryDirectory.file("deals.sqlite")) == before)
  }
}
