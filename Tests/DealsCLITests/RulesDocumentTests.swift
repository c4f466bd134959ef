import Foundation
import Intake
import TestSupport
import Testing

/// The examples of Docs/Rules.md, as a reader tries them.
@Suite(.temporaryDirectory) struct RulesDocumentTests {
  /// A table and the rules below it.
  struct Example: Sendable {
    let table: String
    let rules: String
  }

  static let text = (try? RepositoryFile.text("Docs/Rules.md")) ?? ""

  static let examples: [Example] = {
    let tables = (try? RepositoryFile.blocks("csv", of: "Docs/Rules.md")) ?? []
    let rules = (try? RepositoryFile.blocks("yaml", of: "Docs/Rules.md")) ?? []
    return zip(tables, rules).map { Example(table: $0, rules: $1) }
  }()

  init() throws { try ShippedLedger.copy(.none) }

  @Test(arguments: examples.indices) func `an example is imported, and twice changes nothing`(
    index: Int
  ) throws {
    let example = Self.examples[index]
    try TemporaryDirectory.write(example.table, to: "report.csv")
    try TemporaryDirectory.write(example.rules, to: "report.yaml")
    var session = Session()
    try session.run("rules", "check", "report.yaml", "report.csv")
    try session.run("rules", "try", "report.yaml", "report.csv")
    let outcome = try session.run("import", "--rules", "report.yaml", "report.csv")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try DealsProcess.run("check").stdout == "")
    try session.run("import", "--rules", "report.yaml", "report.csv")
    try session.expectGolden("rules-example-\(index + 1)")
  }

  @Test func `there is an example of each kind`() {
    #expect(Self.examples.count == 4)
  }

  @Test func `every target and every kind of value is in the documentation`() {
    for word in RulesReader.words { #expect(Self.text.contains("`\(word)`"), "\(word)") }
  }
}
