import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Analysts open the file in DuckDB too. `duckdb_views.py` reads every view there.
@Suite(.temporaryDirectory) struct DuckDBTests {
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["CI"] == nil, "needs python3 and duckdb"))
  func `every view reads in DuckDB as it does in SQLite`() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "duckdb_views.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", script.path(percentEncoded: false),
      try Self.ledger().path(percentEncoded: false),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    // 77: DuckDB or its extension is missing; 126 and 127: python3 is.
    if [77, 126, 127].contains(process.terminationStatus) {
      try Test.cancel("\(output.isEmpty ? "python3 is not installed" : output)")
    }
    #expect(process.terminationStatus == 0, "\(output)")
    #expect(output.contains(/^\d+ views, \d+ passed/))
  }

  /// What ships and the worked examples, so that no view is empty.
  private static func ledger() throws -> URL {
    let file = try ShippedLedger.copy()
    var connection = try LedgerFile.open(file.path(percentEncoded: false))
    let examples = try RepositoryFile.blocks("json", of: "Docs/Documents.md")
    _ = try Importer().run(
      examples.map { SourceText($0, name: "example") }, command: "test", into: &connection)
    // Pairs of all currencies on all days are more rows than everything else.
    try connection.execute(
      "DELETE FROM fx_rate WHERE currency NOT IN ('JPY', 'USD') OR published_on < '2026-01-01'")
    for view in ["terms", "repayments", "pledges", "milestones", "holdings", "theme_members"] {
      let rows = try connection.value("SELECT COUNT(*) FROM \(view)", as: Int.self)
      #expect((rows ?? 0) > 0, "\(view)")
    }
    return file
  }
}
