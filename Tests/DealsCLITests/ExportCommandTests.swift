import Foundation
import Intake
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct ExportCommandTests {
  init() throws { try ExportedLedger.copy() }

  @Test func `every view becomes a file of its columns`() throws {
    var session = Session()
    try session.run("export", "csv", "out")
    let folder = TemporaryDirectory.file("out")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    ).sorted()
    var text = session.transcript
    for name in names {
      let file = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      text += "\(name): \(file.prefix { $0 != "\n" })\n"
    }
    try expectGolden(text, "export-csv")
    let count = try Shell.sqlite3(
      TemporaryDirectory.file("deals.sqlite"),
      "SELECT (1 + COUNT(*)) || ' files' FROM sqlite_master WHERE type = 'view'")
    #expect(count == "\(names.count) files\n")
  }

  @Test func `a file holds the rows of its view`() throws {
    _ = try DealsProcess.run("export", "csv", "out", "--quiet")
    let file = try String(contentsOf: TemporaryDirectory.file("out/deals.csv"), encoding: .utf8)
    let rows = try DealsProcess.run("sql", "SELECT * FROM deals", "--format", "csv")
    #expect(file == rows.stdout)
  }

  @Test func `where no folder can be made nothing is exported`() throws {
    try TemporaryDirectory.write("a file", to: "taken")
    var session = Session()
    try session.run("export", "csv", "taken")
    try session.expectGolden("export-refused")
  }
}
