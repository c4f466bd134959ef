import Foundation
import TestSupport
import Testing

/// Docs/Analysts.md, done in every tool that is installed. `UPDATE_GOLDEN=1` writes what the
/// commands print.
@Suite(.temporaryDirectory) struct AnalystsTests {
  private static let page = "Docs/Analysts.md"

  @Test func `every tool gives the answer that the page shows`() throws {
    try ExportedLedger.copy()
    let sections = try RepositoryFile.text(Self.page).components(separatedBy: "\n## ")
    let text = try sections.map { try Self.done($0) }.joined(separator: "\n## ")
    try RepositoryFile.expect(text, at: Self.page)
  }

  @Test func `the formula of the spreadsheet gives the figure that the page tells`() throws {
    guard try Shell.run(["soffice", "--version"], in: TemporaryDirectory.url).status == 0 else {
      try Test.cancel("LibreOffice is not installed")
    }
    let section = try #require(
      RepositoryFile.text(Self.page).components(separatedBy: "\n## A spreadsheet").last)
    let told = try #require(section.firstMatch(of: /([0-9.]+) billion here/)?.output.1)
    let formula = try #require(section.firstMatch(of: /```\n(=[^`]*)```/)?.output.1)
    try ExportedLedger.copy()
    #expect(try DealsProcess.run("export", "csv", "csv").status == 0)
    let script = RepositoryFile.url("Tests/DealsCLITests/Exports/spreadsheet.py")
    let outcome = try Shell.run(
      ["python3", script.path(percentEncoded: false), "csv/tranches.csv"],
      input: String(formula), in: TemporaryDirectory.url)
    let figure = try #require(Double(outcome.stdout.trimmingCharacters(in: .newlines)))
    #expect(figure == Double(told).map { $0 * 1e9 }, "\(outcome.stderr)")
  }

  /// A command that succeeds where a section's tool is there.
  private static let tools: [String: [String]] = [
    "sqlite3": ["sqlite3", "--version"], "Datasette": ["datasette", "--version"],
    "DuckDB": ["python3", "-c", "import duckdb"], "pandas": ["python3", "-c", "import pandas"],
    "PostgreSQL": server + ["true"], "Graphs": ["python3", "-c", "import networkx"],
  ]

  private static let server = [
    "python3",
    RepositoryFile.url("Tests/DealsCLITests/Exports/postgres_server.py")
      .path(percentEncoded: false),
  ]

  /// A section with what its commands print; as it is where its tool is missing.
  private static func done(_ section: String) throws -> String {
    let title = String(section.prefix { $0 != "\n" })
    let folder = TemporaryDirectory.url
    if let tool = tools[title], try Shell.run(tool, in: folder).status != 0 { return section }
    return try ConsolePage(section).done(
      in: folder, launcher: title == "PostgreSQL" ? server : [])
  }
}
