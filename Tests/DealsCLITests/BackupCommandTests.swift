import Foundation
import Intake
import SQLite
import Synchronization
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct BackupCommandTests {
  private let ledger: URL

  init() throws { ledger = try ShippedLedger.copy(.none) }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: TemporaryDirectory.url.path(percentEncoded: false)
    ).sorted()
  }

  @Test func `a backup is the ledger, verified, with its hash beside it`() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: ledger.path(percentEncoded: false))
    let outcome = try DealsProcess.run("backup", "b.sqlite")
    #expect(outcome.status == 0)
    #expect(outcome.stdout == "")
    let contents = "0 deals, 0 contracts, 0 claims"
    #expect(outcome.stderr.contains(#/^b\.sqlite: ledger [0-9a-f]{12}, /#), "\(outcome.stderr)")
    #expect(outcome.stderr.contains(", \(contents), "))
    #expect(outcome.stderr.contains(#/, \d\.\d MiB, SHA-256 [0-9a-f]{64}\n$/#))
    #expect(try names() == ["b.sqlite", "b.sqlite.sha256", "deals.sqlite"])
    let copy = TemporaryDirectory.file("b.sqlite")
    #expect(try Data(contentsOf: copy).count == Data(contentsOf: ledger).count)
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: copy.path(percentEncoded: false))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let verified = try DealsProcess.run("verify", "b.sqlite")
    #expect(verified.status == 0)
    #expect(verified.stderr.hasSuffix(" (as published)\n"))
    // Going back is a copy.
    #expect(try DealsProcess.run("refresh", "--ledger", "b.sqlite").status == 0)
  }

  @Test func `a backup takes the place of nothing that it should not`() throws {
    try TemporaryDirectory.write("a file", to: "taken")
    var session = Session()
    for path in ["taken", "deals.sqlite", "./deals.sqlite", ".", "/dev/null", "nowhere/b", ""] {
      try session.run("backup", path)
    }
    try session.run("backup", "b", "--ledger", "taken")
    try session.expectGolden("backup-places")
    #expect(try names() == ["deals.sqlite", "taken"])
    #expect(try DealsProcess.run("backup", "taken", "--replace").status == 0)
    #expect(try DealsProcess.run("verify", "taken").status == 0)
  }

  @Test func `a damaged ledger has no backup`() throws {
    var bytes = try Data(contentsOf: ledger)
    bytes.replaceSubrange(8192 * 39..<8192 * 40, with: Data(count: 8192))
    try bytes.write(to: ledger)
    let outcome = try DealsProcess.run("backup", "b.sqlite")
    #expect(outcome.status == 65)
    #expect(outcome.stderr.hasPrefix("deals: deals.sqlite: is damaged"))
    #expect(try names() == ["deals.sqlite"])
  }

  @Test func `a backup of a ledger in WAL mode needs no second file`() throws {
    _ = try Shell.sqlite3(ledger, "PRAGMA journal_mode = WAL; UPDATE party SET notes = 'x'")
    #expect(try DealsProcess.run("backup", "b.sqlite").status == 0)
    let copy = TemporaryDirectory.file("b.sqlite")
    #expect(try Shell.sqlite3(copy, "PRAGMA journal_mode") == "delete\n")
    #expect(try Shell.sqlite3(copy, "SELECT DISTINCT notes FROM party") == "x\n")
  }

  /// Each commit makes two rows say the same number; a copy of half a commit would show.
  @Test func `a backup made while another program writes is of one state`() throws {
    _ = try Shell.sqlite3(ledger, "UPDATE party SET notes = '0'")
    let path = ledger.path(percentEncoded: false)
    let isEnough = Atomic(false)
    let hasEnded = DispatchSemaphore(value: 0)
    let written = Atomic(0)
    Thread.detachNewThread {
      defer { hasEnded.signal() }
      guard var connection = try? Connection(path: path, mode: .readWrite) else { return }
      while !isEnough.load(ordering: .relaxed) {
        let number = written.add(1, ordering: .relaxed).newValue
        try? connection.transaction { transaction in
          try transaction.run("UPDATE party SET notes = ? WHERE id = 1", ["\(number)"])
          try transaction.run("UPDATE party SET notes = ? WHERE id = 2", ["\(number)"])
        }
        // Who writes without a pause lets nobody read.
        usleep(20_000)
      }
    }
    var notes: Set<String> = []
    for number in 0..<4 {
      let outcome = try DealsProcess.run("backup", "b\(number).sqlite")
      #expect(outcome.status == 0, "\(outcome.stderr)")
      let seen = try Shell.sqlite3(
        TemporaryDirectory.file("b\(number).sqlite"),
        "SELECT group_concat(DISTINCT notes) FROM party WHERE id IN (1, 2)")
      #expect(!seen.contains(","))
      notes.insert(seen)
    }
    isEnough.store(true, ordering: .relaxed)
    hasEnded.wait()
    #expect(written.load(ordering: .relaxed) > 3)
    #expect(notes.count > 1)
  }
}
