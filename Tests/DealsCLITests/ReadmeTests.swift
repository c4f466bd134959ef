import Foundation
import TestSupport
import Testing

/// What the README shows is what the program prints.
@Suite(.temporaryDirectory) struct ReadmeTests {
  private static let readme = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "README.md")

  /// The text between the fences of the first block that begins with `start`.
  private func block(_ start: String) throws -> String {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let begin = try #require(text.range(of: "```\n" + start))
    let rest = text[text.index(begin.lowerBound, offsetBy: 4)...]
    let end = try #require(rest.range(of: "```\n"))
    return String(rest[..<end.lowerBound])
  }

  @Test func `the first screen`() throws {
    let shown = try block("Deal Ledger · ")
    let day = try #require(shown.firstMatch(of: /as of (\d{4}-\d\d-\d\d)/)).output.1
    _ = try DealsProcess.run("init")
    let outcome = try DealsProcess.run("status", "--as-of", String(day))
    #expect(outcome.stdout.withoutLedgerHash == shown.withoutLedgerHash)
  }

  @Test func `a value and the words behind it`() throws {
    let shown = try block("$ deals trace ")
    _ = try DealsProcess.run("init")
    let outcome = try DealsProcess.run("trace", "article/meta-private-2025.amount")
    #expect("$ deals trace article/meta-private-2025.amount\n" + outcome.stdout == shown)
  }

  @Test func `every saved query is named`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    _ = try DealsProcess.run("init")
    let listing = try DealsProcess.run("query", "--format", "csv").stdout
    for line in listing.split(separator: "\n").dropFirst() {
      let name = line.prefix { $0 != "," }
      #expect(text.contains("| `\(name)` |"), "\(name)")
    }
  }
}
