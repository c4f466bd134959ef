import Foundation
import TestSupport
import Testing

/// Docs/Analysts.md, done in every tool that is installed. `UPDATE_GOLDEN=1` writes what the
/// commands print.
@Suite(.temporaryDirectory) struct AnalystsTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Docs/Analysts.md").standardized

  @Test func `every tool gives the answer that the page shows`() throws {
    try ExportedLedger.copy()
    let shown = try String(contentsOf: Self.page, encoding: .utf8)
    let sections = try shown.components(separatedBy: "\n## ").map { try Self.done($0) }
    let text = sections.joined(separator: "\n## ")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      return try Data(text.utf8).write(to: Self.page)
    }
    let difference = zip(text.components(separatedBy: "\n"), shown.components(separatedBy: "\n"))
      .first { $0 != $1 }
    #expect(difference == nil && text == shown, "\(difference.map { "\($0)" } ?? "its length")")
  }

  /// A command that succeeds where a section's tool is there.
  private static let tools: [String: String] = [
    "sqlite3": "sqlite3 --version", "Datasette": "datasette --version",
    "DuckDB": "python3 -c 'import duckdb'", "pandas": "python3 -c 'import pandas'",
    "PostgreSQL": "python3 \(server) true", "Graphs": "python3 -c 'import networkx'",
  ]

  private static let server = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Exports/postgres_server.py").path(percentEncoded: false)

  /// A section with what its commands print; as it is where its tool is missing.
  private static func done(_ section: String) throws -> String {
    let title = section.prefix { $0 != "\n" }
    if let tool = tools[String(title)], try bash(tool).status != 0 { return section }
    var parts = section.components(separatedBy: "```")
    var places: [(part: Int, command: String)] = []
    for index in parts.indices where index % 2 == 1 {
      let (before, block) = (parts[index - 1], parts[index])
      if block.hasPrefix("console\n") {
        places += block.split(separator: "\n").filter { $0.hasPrefix("$ ") }
          .map { (index, String($0.dropFirst(2))) }
      } else if let name = before.suffix(80).firstMatch(of: /[Ss]ave this as `([^`]+)`:\n\n$/) {
        let text = block.drop { $0 != "\n" }.dropFirst()
        try TemporaryDirectory.write(String(text), to: String(name.output.1))
      }
    }
    let script = places.map { "\($0.command) 2>&1\nprintf '\\001'\n" }.joined()
    try TemporaryDirectory.write(script, to: "section.sh")
    let command = title == "PostgreSQL" ? "python3 \(server) bash section.sh" : "bash section.sh"
    let printed = try bash(command).stdout.components(separatedBy: "\u{1}")
    for index in Set(places.map(\.part)) { parts[index] = "console\n" }
    for (place, text) in zip(places, printed) {
      parts[place.part] +=
        "$ \(place.command)\n"
        + text.replacing("\r\n", with: "\n").replacing(/\n\n$/, with: "\n").replacing(
          hash, with: "…"
        )
    }
    return parts.joined(separator: "```")
  }

  private nonisolated(unsafe) static let hash = #/\b[0-9a-f]{64}\b|ledger [0-9a-f]{12}\S*/#

  private static func bash(_ command: String) throws -> ProcessOutcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let own = DealsProcess.executable.deletingLastPathComponent().path(percentEncoded: false)
    return try ChildProcess.run(
      URL(filePath: "/usr/bin/env"), ["bash", "-c", command],
      environment: [
        "PATH": "\(own):\(path)", "HOME": "/nonexistent", "TZ": "UTC", "NO_COLOR": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
      ],
      input: nil, in: TemporaryDirectory.url)
  }
}
