import Foundation
import TestSupport
import Testing

/// The ledger that ships with the exchange rates of three currencies on one day a month: of all
/// there are more than of everything else.
enum ExportedLedger {
  /// Copies it to `deals.sqlite` in the folder of the test.
  static func copy() throws {
    try FileManager.default.copyItem(
      at: try file.get(), to: TemporaryDirectory.file("deals.sqlite"))
  }

  private static let file: Result<URL, any Error> = Result {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "deals-\(UUID().uuidString).sqlite")
    try ShippedLedger.copy(to: file)
    atexit { try? FileManager.default.removeItem(at: ExportedLedger.file.get()) }
    _ = try Shell.sqlite3(
      file,
      """
      DELETE FROM fx_rate WHERE currency NOT IN ('USD', 'JPY', 'SEK') OR id NOT IN (
        SELECT MAX(id) FROM fx_rate GROUP BY currency, substr(published_on, 1, 7));
      DELETE FROM row_history;
      VACUUM;
      """)
    return file
  }
}

/// A script beside the tests that reads an export with other tools.
enum ExportCheck {
  /// Runs it; the test is cancelled where the tools it needs are not installed.
  ///
  /// - Returns: the last line it prints.
  static func run(_ script: String, on export: String) throws -> String {
    let outcome = try ChildProcess.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3",
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: script)
          .path(percentEncoded: false), TemporaryDirectory.path(export),
        TemporaryDirectory.path("deals.sqlite"),
      ],
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        "HOME": "/nonexistent", "TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1",
      ],
      input: nil, in: nil)
    // 77: the tool is missing; 126 and 127: python3 is.
    if [77, 126, 127].contains(outcome.status) {
      try Test.cancel("\(outcome.stdout.isEmpty ? "python3 is not installed" : outcome.stdout)")
    }
    #expect(outcome.status == 0, "\(outcome.stdout.suffix(3_000))\(outcome.stderr.suffix(3_000))")
    return outcome.stdout.split(separator: "\n").last.map(String.init) ?? ""
  }
}
