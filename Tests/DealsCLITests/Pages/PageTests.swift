import Foundation
import TestSupport
import Testing

/// Pages of Docs that a reader follows from their first line to their last, or that say what the
/// program says of itself. `UPDATE_GOLDEN=1` writes them anew.
@Suite(.temporaryDirectory) struct PageTests {
  @Test(arguments: ["Docs/Data.md", "Docs/Errors.md", "Docs/Tutorial.md", "README.md"])
  func `a page prints what it shows`(path: String) throws {
    let page = ConsolePage(try RepositoryFile.text(path))
    try RepositoryFile.expect(page.done(in: TemporaryDirectory.url), at: path)
  }

  @Test(arguments: ["credit-analyst", "journalist", "supervisor"])
  func `a story prints what it shows`(name: String) throws {
    let path = "Examples/\(name)/README.md"
    let folder = RepositoryFile.url("Examples/\(name)")
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.lastPathComponent != "README.md" {
      try FileManager.default.copyItem(
        at: file, to: TemporaryDirectory.file(file.lastPathComponent))
    }
    let page = ConsolePage(try RepositoryFile.text(path))
    try RepositoryFile.expect(page.done(in: TemporaryDirectory.url), at: path)
  }

  @Test func `the page of commands is what their help says`() throws {
    let dump = try DealsProcess.run("--experimental-dump-help").stdout
    try RepositoryFile.expect(CommandsPage(dump: dump).text, at: "Docs/Commands.md")
  }
}
