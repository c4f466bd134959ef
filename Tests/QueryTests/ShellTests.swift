import Foundation
import Ledger
import SQLite
import TestSupport
import Testing

/// The same answer everywhere: the shell of SQLite runs the text of each query as it stands.
@Suite struct ShellTests {
  /// A query, the parameters that are set, and how many rows there are at least.
  private static let questions: [(String, [String: String], Int)] = [
    ("circular-pairs", [:], 5), ("contradictions", [:], 20), ("founding-figures", [:], 14),
    ("circular-pairs", ["as_of": "2025-12-31", "stage": "binding"], 1),
    ("contradictions", ["as_of": "2025-12-31", "resolved": "yes"], 5),
    ("issuance-by-issuer", ["as_of": "2025-12-31", "currency": "EUR", "stage": "announced"], 10),
    ("issuance-by-issuer", ["as_of": "2026-06-30", "currency": "JPY", "stage": "funded"], 5),
    ("junk-bond-share", ["as_of": "2025-12-31", "rating_rule": "average"], 3),
    ("junk-bond-share", ["as_of": "2026-06-30", "currency": "EUR", "rating_rule": "lowest"], 3),
    ("junk-bond-share", ["as_of": "2026-06-30", "currency": "SEK", "stage": "outstanding"], 3),
    ("private-credit-total", ["as_of": "2025-12-31", "currency": "EUR"], 6),
    ("maturity-wall", ["as_of": "2026-06-30", "currency": "EUR", "by": "quarter"], 20),
    ("maturity-wall", ["as_of": "2026-06-30", "fx": "as_of", "stage": "announced"], 20),
    ("weighted-cost", ["as_of": "2026-06-30", "by": "issuer"], 10),
    ("circular-cycles", ["as_of": "2025-12-31", "parties": "3", "contingent": "no"], 3),
    ("clearing-shortfall", ["as_of": "2026-06-30", "cash": #"{"openai": 13.1}"#], 3),
    (
      "distress-shock",
      ["as_of": "2026-06-30", "equity": #"{"softbank": 80, "nvidia": 150}"#, "shock": "0.5"], 3
    ),
    ("single-source-facts", ["as_of": "2026-06-30", "level": "record"], 50),
    ("changes-since", ["since": "0"], 100), ("claim-trace", ["record": "openai-orcl-2025"], 1),
  ]

  /// Every question as it ships, on one day.
  @Test(arguments: shippedQueries)
  func `sqlite3 and deals answer each question alike`(name: String) throws {
    let ledger = try ShippedLedger.reading()
    let takesDay = try SavedQueries.find(name, in: ledger).parameters.contains {
      $0.name == "as_of"
    }
    try agrees(name, takesDay ? ["as_of": Answer.day] : [:], least: 0)
  }

  @Test(arguments: questions)
  func `sqlite3 and deals answer alike, row for row`(
    name: String, values: [String: String], least: Int
  ) throws {
    try agrees(name, values, least: least)
  }

  private func agrees(_ name: String, _ values: [String: String], least: Int) throws {
    let ledger = try ShippedLedger.reading()
    let query = try SavedQueries.find(name, in: ledger)
    let ours = try QueryRunner.run(query, values: values, in: ledger).rows
    let theirs = try shell(query.sql, values)
    #expect(ours.count == theirs.count)
    #expect(ours.count >= least)
    for (row, shown) in zip(ours, theirs) { #expect(row.map(shellText) == shown.map(rounded)) }
  }

  /// The answer of the shell, cell by cell; its mode `ascii` separates by control characters.
  private func shell(_ sql: String, _ values: [String: String]) throws -> [[String]] {
    let settings = values.sorted { $0.key < $1.key }.map { name, value in
      ".parameter set :\(name) \"'\(value.replacing("\"", with: "\\\""))'\"\n"
    }
    let output = try Shell.sqlite3(
      try ShippedLedger.file(),
      ".mode ascii\n.nullvalue NULL\n.parameter init\n\(settings.joined())\(sql);",
      options: ["-readonly"])
    return output.split(separator: "\u{1E}").map { row in
      row.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The shell shows real numbers with 15 digits.
  private func shellText(_ value: Value) -> String {
    switch value {
    case .real(let number): rounded(String(format: "%.15g", number))
    case .null: "NULL"
    case let other: Answer.text(other, unit: nil)
    }
  }

  /// A number with a point or an exponent as its shortest text; anything else as it is.
  private func rounded(_ text: String) -> String {
    guard text.contains("."), let number = Double(text) else { return text }
    return number == number.rounded() && number.magnitude < 9e15
      ? String(Int64(number)) : String(number)
  }
}
