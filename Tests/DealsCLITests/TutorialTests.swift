import Foundation
import TestSupport
import Testing

/// Docs/Tutorial.md, done from its first line to its last. `UPDATE_GOLDEN=1` writes what the
/// commands print.
@Suite(.temporaryDirectory) struct TutorialTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Docs/Tutorial.md").standardized

  @Test func `the tutorial prints what it shows`() throws {
    let shown = try String(contentsOf: Self.page, encoding: .utf8)
    var tutorial = Tutorial()
    for line in shown.split(separator: "\n", omittingEmptySubsequences: false) {
      try tutorial.take(String(line))
    }
    let text = tutorial.text.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      return try Data(text.utf8).write(to: Self.page)
    }
    let difference = zip(tutorial.text, shown.components(separatedBy: "\n")).first { $0 != $1 }
    #expect(difference == nil && text == shown, "\(difference.map { "\($0)" } ?? "it is longer")")
  }
}

/// A page whose files are written and whose commands are run as a reader would.
private struct Tutorial {
  private(set) var text: [String] = []
  /// The file that the next block is.
  private var file: String?
  private var block: (language: String, lines: [String])?

  mutating func take(_ line: String) throws {
    guard let open = block else { return begin(line) }
    guard line == "```" else {
      block?.lines.append(line)
      return
    }
    block = nil
    try close(open.language, open.lines)
    text.append(line)
  }

  /// A line outside of any block.
  private mutating func begin(_ line: String) {
    if line.hasPrefix("```") {
      block = (String(line.dropFirst(3)), [])
    } else if let name = line.firstMatch(of: /[Ss]ave this as `([^`]+)`/) {
      file = String(name.output.1)
    }
    text.append(line)
  }

  private mutating func close(_ language: String, _ lines: [String]) throws {
    guard language == "console" else {
      if let file { try TemporaryDirectory.write(lines.joined(separator: "\n") + "\n", to: file) }
      file = nil
      text += lines
      return
    }
    for command in lines where command.hasPrefix("$ deals ") {
      let outcome = try DealsProcess.run(Self.words(command.dropFirst(8)))
      text.append(command)
      text += (outcome.stdout + outcome.stderr)
        .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "…")
        .replacing(/\b[0-9a-f]{64}\b/, with: "…")
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  /// The words of a command line, quoted as in a shell.
  private static func words(_ line: Substring) -> [String] {
    line.matches(of: /"([^"]*)"|(\S+)/).map { String($0.output.1 ?? $0.output.2 ?? "") }
  }
}
