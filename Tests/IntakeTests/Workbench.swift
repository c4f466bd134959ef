import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// A ledger with the code lists, a few parties and a source, to import into.
enum Workbench {
  /// Made once: the schema and the lists take longer than any test.
  private static let template = Result { try makeTemplate() }
  private static let templateFile = FileManager.default.temporaryDirectory
    .appending(path: "deals-\(UUID().uuidString).sqlite")

  /// A ledger of the test's own, in its folder.
  static func make() throws -> Connection {
    let file = TemporaryDirectory.file("\(UUID().uuidString).sqlite")
    try FileManager.default.copyItem(at: try template.get(), to: file)
    return try LedgerFile.open(file.path(percentEncoded: false))
  }

  private static func makeTemplate() throws -> URL {
    atexit { try? FileManager.default.removeItem(at: Workbench.templateFile) }
    var connection = try LedgerFile.create(templateFile.path(percentEncoded: false))
    try connection.transaction { try ReferenceTables.write(in: $0) }
    try Workbench.load(
      """
      {"source_kind": "news", "key": "paper", "title": "Report", "publisher": "Newspaper", \
      "published_on": "2025-11-10", "grade": "S"}
      {"party_kind": "hyperscaler", "key": "meta", "name": "Meta Platforms, Inc.", \
      "names": ["Meta"], "sources": ["paper"]}
      {"party_kind": "neocloud", "key": "coreweave", "name": "CoreWeave", "sources": ["paper"]}
      {"party_kind": "ai_laboratory", "key": "openai", "name": "OpenAI", "sources": ["paper"]}
      {"party_kind": "bank", "key": "jpmorgan", "name": "JPMorgan", "sources": ["paper"]}
      """, &connection)
    return templateFile
  }

  /// Imports documents, one a line.
  @discardableResult
  static func load(
    _ text: String, _ connection: inout Connection, dryRun: Bool = false,
    createsParties: Bool = false
  ) throws -> ImportSummary {
    var options = Importer.Options()
    options.isDryRun = dryRun
    options.createsParties = createsParties
    return try Importer(options: options).run(
      [SourceText(text, name: "in.jsonl")], command: "test", into: &connection)
  }

  /// A new ledger with the documents in it.
  static func ledger(with text: String) throws -> Connection {
    var connection = try make()
    try load(text, &connection)
    return connection
  }

  /// What is said when the documents are refused, a problem a line; empty when they are not.
  static func problems(_ text: String, createsParties: Bool = false) throws -> [String] {
    var connection = try make()
    return try problems(text, &connection, createsParties: createsParties)
  }

  static func problems(
    _ text: String, _ connection: inout Connection, createsParties: Bool = false
  ) throws -> [String] {
    do {
      try load(text, &connection, createsParties: createsParties)
      return []
    } catch let refused as ImportRefused {
      return refused.problems.map(\.description)
    }
  }

  /// A deal document; `more` is put in its place or beside it, as `"name": value`.
  static func deal(_ key: String = "d", _ more: String..., issuer: String = "Meta") -> String {
    deal(key, members: more, issuer: issuer)
  }

  static func deal(_ key: String = "d", members: [String], issuer: String = "Meta") -> String {
    document(
      ["key", "name", "kind", "issuer", "evidence", "binding", "sources"],
      [
        "\"\(key)\"", "\"Deal\"", "\"bond\"", "\"\(issuer)\"", "\"filed\"", "\"definitive\"",
        "[\"paper\"]",
      ], members)
  }

  /// A contract document, by its legs.
  static func contract(
    _ key: String = "c", kind: String = "compute_purchase", legs: String, _ more: String...
  ) -> String {
    document(
      ["key", "name", "kind", "evidence", "binding", "legs", "sources"],
      [
        "\"\(key)\"", "\"Contract\"", "\"\(kind)\"", "\"filed\"", "\"definitive\"", "[\(legs)]",
        "[\"paper\"]",
      ], more)
  }

  /// Members in order; those in `more` go before those of the same name.
  private static func document(_ names: [String], _ values: [String], _ more: [String]) -> String {
    let kept = zip(names, values).filter { name, _ in
      !more.contains { $0.hasPrefix("\"\(name)\":") }
    }
    return "{" + (kept.map { "\"\($0)\": \($1)" } + more).joined(separator: ", ") + "}"
  }
}

/// The rows of a question, each as its values with a bar between them.
func rows(_ sql: String, in database: borrowing some Database & ~Copyable) throws -> [String] {
  try database.query(sql) { row in
    try row.values().map(words).joined(separator: " | ")
  }
}

private func words(_ value: Value) -> String {
  switch value {
  case .null: "NULL"
  case .integer(let number): String(number)
  case .real(let number): String(number)
  case .text(let text): text
  case .blob(let bytes): "\(bytes.count) bytes"
  }
}

/// Everything a ledger holds, to tell whether anything differs: a line a row of every table.
func contents(of connection: borrowing Connection) throws -> [String] {
  var lines: [String] = []
  let tables = try rows(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", in: connection)
  for table in tables {
    lines += try rows("SELECT '\(table)', * FROM \(SQLIdentifier(table))", in: connection)
  }
  return lines
}
