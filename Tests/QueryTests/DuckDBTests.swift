import Foundation
import TestSupport
import Testing

/// Analysts open the file in DuckDB too. `duckdb_views.py` reads every view there.
@Suite struct DuckDBTests {
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["CI"] == nil, "needs python3 and duckdb"))
  func `every view reads in DuckDB as it does in SQLite`() throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "duckdb_views.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", script.path(percentEncoded: false),
      try ShippedLedger.file().path(percentEncoded: false),
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
}
