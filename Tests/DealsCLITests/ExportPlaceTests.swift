import Foundation
import Intake
import TestSupport
import Testing

/// Where an export may be written, and what is left when it may not.
@Suite(.temporaryDirectory) struct ExportPlaceTests {
  init() throws { try ShippedLedger.copy(.none) }

  @Test func `an export takes the place of nothing that it should not`() throws {
    let before = try Data(contentsOf: TemporaryDirectory.file("deals.sqlite"))
    try TemporaryDirectory.write("of last year", to: "parts/deals/year=2024/data.csv")
    try TemporaryDirectory.write("a file", to: "taken.sqlite")
    var session = Session()
    for (kind, path) in [
      ("snapshot", "taken.sqlite"), ("snapshot", "deals.sqlite"), ("graphml", "deals.sqlite"),
      ("postgres", "deals.sqlite"), ("claims", "./deals.sqlite"), ("schema", "deals.sqlite"),
      ("datasette", "."), ("partitioned", "parts"), ("csv", "taken.sqlite"),
      ("graphml", "nowhere/flows.graphml"), ("snapshot", "nowhere/deals.sqlite"), ("claims", ""),
    ] {
      try session.run("export", kind, path)
    }
    try session.expectGolden("export-places")
    #expect(try Data(contentsOf: TemporaryDirectory.file("deals.sqlite")) == before)
    #expect(
      try String(contentsOf: TemporaryDirectory.file("taken.sqlite"), encoding: .utf8) == "a file")
    let left = try FileManager.default.contentsOfDirectory(
      atPath: TemporaryDirectory.url.path(percentEncoded: false))
    #expect(left.sorted() == ["deals.sqlite", "parts", "taken.sqlite"])
  }

  @Test func `a snapshot is read-only, whole, and named by its hash`() throws {
    var session = Session()
    try session.run("export", "snapshot", "published.sqlite")
    try session.expectGolden("export-snapshot")
    let path = TemporaryDirectory.path("published.sqlite")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o444)
    let sum = try ChildProcess.run(
      URL(filePath: "/usr/bin/env"), ["sha256sum", "-c", "published.sqlite.sha256"],
      environment: ["PATH": "/usr/bin:/bin"], input: nil, in: TemporaryDirectory.url)
    #expect(sum.stdout == "published.sqlite: OK\n")
    let ours = try DealsProcess.run("export", "documents", "ours.jsonl")
    let theirs = try DealsProcess.run(
      "export", "documents", "theirs.jsonl", "--ledger", "published.sqlite")
    #expect(ours.status == 0 && theirs.status == 0)
    #expect(
      try Data(contentsOf: TemporaryDirectory.file("ours.jsonl"))
        == Data(contentsOf: TemporaryDirectory.file("theirs.jsonl")))
    #expect(
      try Shell.sqlite3(
        TemporaryDirectory.file("published.sqlite"), "PRAGMA integrity_check",
        options: ["-readonly"]) == "ok\n")
  }

  @Test func `claims say who said what where, and come in again as nothing new`() throws {
    try FileManager.default.removeItem(at: TemporaryDirectory.file("deals.sqlite"))
    try ShippedLedger.copy(.article)
    var session = Session()
    try session.run("export", "claims", "claims.jsonl")
    let text = try String(contentsOf: TemporaryDirectory.file("claims.jsonl"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    let count = try Shell.sqlite3(
      TemporaryDirectory.file("deals.sqlite"), "SELECT COUNT(*) FROM claim")
    #expect(count == "\(lines.count)\n")
    let line = lines.first { $0.contains("\"rejected\"") } ?? ""
    try expectGolden(session.transcript + line + "\n", "export-claims")
    let again = try DealsProcess.run("import", "claims.jsonl")
    #expect(again.status == 0)
    #expect(again.stdout.contains("nothing to do") || again.stderr.contains("nothing to do"))
  }

  @Test func `a script may be read while it is written`() throws {
    let outcome = try DealsProcess.run("export", "postgres", "/dev/stdout", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.hasPrefix("-- Deal Ledger "))
    #expect(outcome.stdout.hasSuffix("COMMIT;\n"))
  }
}
