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
    try RepositoryFile.blocks("json", of: "Docs/Documents.md")
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
