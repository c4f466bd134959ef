import Foundation
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct InitTests {
  @Test func `a new ledger begins with all, the article or nothing`() throws {
    var session = Session()
    try session.run("init")
    try session.run("init", "--seeds", "article", "--ledger", "article.sqlite")
    try session.run("init", "--seeds", "none", "--ledger", "none.sqlite", "--quiet")
    try session.run("sql", "SELECT COUNT(*) AS deals FROM deal", "--ledger", "none.sqlite")
    try session.expectGolden("init")
  }

  @Test func `a file that is there is left alone`() throws {
    var session = Session()
    try session.run("init", "--seeds", "none", "--quiet")
    try session.run("init", "--seeds", "none")
    try TemporaryDirectory.write("my notes\n", to: "notes.txt")
    try session.run("init", "--ledger", "notes.txt")
    try TemporaryDirectory.write("", to: "empty")
    try session.run("init", "--ledger", "empty")
    try session.run("init", "--ledger", "no/such/folder/x.sqlite")
    try session.expectGolden("init-refused")
    let notes = try String(contentsOf: TemporaryDirectory.file("notes.txt"), encoding: .utf8)
    #expect(notes == "my notes\n")
  }

  @Test func `a ledger is one file, and nothing stays beside it`() throws {
    _ = try DealsProcess.run("init", "--seeds", "none", "--quiet")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: TemporaryDirectory.url.path(percentEncoded: false))
    #expect(names == ["deals.sqlite"])
  }
}
