import Foundation
import SQLite
import TestSupport
import Testing

@testable import Intake

/// Docs/DealSheet.md says what the program does.
@Suite(.temporaryDirectory) struct SheetDocumentTests {
  @Test func `the table of columns has each column and all its names`() throws {
    let documented = try Self.table("column | also called | in Swedish").map { row in
      ([row[0]] + Self.list(row[1]) + Self.list(row[2])).sorted()
    }
    #expect(documented == SheetColumn.allCases.map { $0.names.sorted() })
    #expect(
      try Self.table("column | also called | in Swedish").map { $0[0] }
        == SheetColumn.allCases.map { $0.names[0] })
  }

  @Test func `the table of status has each word and what it stands for`() throws {
    let documented = try Self.table("word of status").flatMap { row in
      (Self.list(row[1]) + Self.list(row[0])).map { "\($0) | \(row[2]) | \(row[3]) | \(row[4])" }
    }
    let known = SheetWords.statuses.map { word, axes in
      "\(word) | \(axes.evidence) | \(axes.binding) | \(axes.isClosed ? "yes" : "no")"
    }
    #expect(documented.sorted() == known.sorted())
  }

  /// A column with words of its own, and these words.
  @Test(arguments: [
    ("instrument", SheetWords.instruments), ("benchmark", SheetWords.benchmarks),
    ("role", SheetWords.roles), ("market, private_label", SheetWords.privateLabels),
    ("balance_sheet", SheetWords.treatments),
  ])
  func `the table of words has each word and its code`(column: String, words: [String: String])
    throws
  {
    let documented = try Self.table("column | words").filter { $0[0] == column }.flatMap { row in
      Self.list(row[1]).map { "\(SheetWords.key($0)) → \(row[2])" }
    }
    #expect(documented.sorted() == words.map { "\($0) → \($1)" }.sorted())
  }

  @Test func `each word that says nothing is named`() throws {
    let text = try Self.text()
    for word in SheetWords.nothing { #expect(text.contains("`\(word)`"), "\(word)") }
  }

  @Test func `the example is two deals with three tranches`() throws {
    let example = try #require(
      try Self.text().split(separator: "```csv\n").last?.split(separator: "```").first)
    let connection = try SheetBench.ledger(with: String(example))
    #expect(
      try rows(
        """
        SELECT t.key, t.instrument, t.amount_minor, COUNT(q.id)
        FROM tranche t LEFT JOIN participation q ON q.tranche_id = t.id
        GROUP BY t.id ORDER BY t.id
        """, in: connection)
        == [
          "alder-2026/6.75-notes-2031 | bond | 150000000000 | 0",
          "birch-2026/a | term_loan | 40000000050 | 2",
          "birch-2026/b | revolving_credit | 5000000000 | 1",
        ])
  }

  private static func text() throws -> String {
    try RepositoryFile.text("Docs/DealSheet.md")
  }

  /// The rows of the table whose header begins so, each as its cells.
  private static func table(_ header: String) throws -> [[String]] {
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| \(header)") })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private static func list(_ cell: String) -> [String] {
    cell.isEmpty ? [] : cell.components(separatedBy: ", ")
  }
}
