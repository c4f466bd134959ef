import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// The worked examples of `Docs/Documents.md` are documents that import.
@Suite(.temporaryDirectory) struct ExampleTests {
  private static func examples() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Docs/Documents.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "```json\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }

  @Test func `every example imports, makes no finding and changes nothing the second time`() throws
  {
    var connection = try ShippedLedger.open(.article)
    let inputs = try Self.examples().enumerated().map { index, text in
      SourceText(text, name: "example-\(index + 1)")
    }
    #expect(inputs.count >= 7)
    let first = try Importer().run(inputs, command: "test", into: &connection)
    #expect(first.counts.added > 40)
    let again = try Importer().run(inputs, command: "test", into: &connection)
    #expect(again.counts.changesNothing, "\(again.changes)")
    let findings = try Checks.all.flatMap { try $0.run(in: connection) }.map(\.description)
    #expect(findings == [])
  }
}
