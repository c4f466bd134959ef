import Foundation
import Intake
import Tabular
import TestSupport
import Testing

/// A workbook kept by hand, with everything that goes wrong in one: each mistake of
/// Workbook/mistakes.tsv is refused at its cell with its reason, or read as it was meant.
@Suite(.temporaryDirectory) struct MistakesTests {
  /// A line of the list.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let sheet, cell, mistake, outcome, answer, mended: String
    var testDescription: String { "\(sheet) \(cell): \(mistake)" }

    var row: Int { Int(cell.drop { $0.isLetter }) ?? 0 }
    /// The column, from 0.
    var column: Int {
      cell.prefix { $0.isLetter }.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
    }
    var place: String { "mistakes.xlsx, sheet “\(sheet)”, \(cell): " }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Workbook")
  static let all: [Mistake] = {
    let text = try? String(contentsOf: folder.appending(path: "mistakes.tsv"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      return Mistake(
        sheet: parts[0], cell: parts[1], mistake: parts[2], outcome: parts[3], answer: parts[4],
        mended: parts[5])
    }
  }()

  init() throws {
    try ShippedLedger.copy(.none)
    for name in ["mistakes.xlsx", "mistakes.yaml"] {
      try FileManager.default.copyItem(
        at: Self.folder.appending(path: name), to: TemporaryDirectory.file(name))
    }
  }

  @Test func `every mistake of the list comes back at its cell, or is read as it was meant`() throws
  {
    let outcome = try importAll()
    #expect(outcome.status == 1, "\(outcome.stderr)")
    let told = outcome.stderr.split(separator: "\n").map { String($0) }
    let stored = try Self.stored()
    let mistakes = Self.all.filter { $0.sheet == "Deals" }
    #expect(mistakes.count >= 40)
    for mistake in mistakes {
      let atCell = told.filter { $0.hasPrefix(mistake.place) }
      switch mistake.outcome {
      case "refused":
        #expect(
          atCell.contains { $0.contains(mistake.answer) },
          "\(mistake.testDescription): \(atCell)")
      case "warned":
        #expect(told.contains { $0.contains("row \(mistake.row): \(mistake.answer)") })
      case "skipped":
        #expect(
          told.contains {
            $0.contains("passed over by the rules") && $0.contains(" \(mistake.row)")
          }, "\(mistake.testDescription)")
      default:
        #expect(atCell == [], "\(mistake.testDescription)")
        #expect(
          stored[mistake.row]?[mistake.column] == mistake.answer, "\(mistake.testDescription)")
      }
    }
    let hidden = mistakes.first { $0.mistake == "a hidden row" }?.row ?? 0
    #expect(told.contains { $0.contains("row \(hidden) is hidden") })
    let refusedRows = Set(mistakes.filter { $0.outcome == "refused" }.map(\.row))
    #expect(told.contains("\(refusedRows.count) lines refused; see rejects.csv"))
  }

  @Test func `mended in the rejects, every row is imported with the same rules`() throws {
    _ = try importAll()
    try mend()
    let outcome = try DealsProcess.run("import", "--rules", "mistakes.yaml", "rejects.csv")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try DealsProcess.run("check").stdout == "")
    let deals = try DealsProcess.run("sql", "SELECT count(*) FROM deals", "--format", "csv").stdout
    let keys = Set(try Self.keys().values)
    #expect(deals == "count(*)\n\(keys.count)\n")
    // The same once more changes nothing.
    let again = try DealsProcess.run("import", "--rules", "mistakes.yaml", "rejects.csv")
    #expect(again.stderr.contains("nothing to do"), "\(again.stderr)")
  }

  @Test(arguments: all.filter { $0.sheet != "Deals" })
  func `a header that cannot be read stops the table at its cell`(mistake: Mistake) throws {
    var arguments = ["import", "mistakes.xlsx", "--sheet", mistake.sheet]
    if mistake.sheet == "Unit" {
      let rules = """
        fields:
          issuer: Borrower
          instrument: Type
          amount: {column: Amount*, unit: USD m}
        """
      try TemporaryDirectory.write(rules, to: "unit.yaml")
      arguments += ["--rules", "unit.yaml"]
    }
    let outcome = try DealsProcess.run(arguments)
    #expect(outcome.status == 65)
    #expect(
      outcome.stderr.split(separator: "\n").contains {
        $0.contains(mistake.place) && $0.contains(mistake.answer)
      }, "\(outcome.stderr)")
  }

  private func importAll() throws -> ProcessOutcome {
    try DealsProcess.run(
      "import", "--rules", "mistakes.yaml", "mistakes.xlsx", "--keep-going", "--rejects",
      "rejects.csv")
  }

  /// Writes into each rejected cell what the list says.
  private func mend() throws {
    let file = TemporaryDirectory.file("rejects.csv")
    var rows = try Self.records(Array(Data(contentsOf: file)))
    let keys = try Self.keys()
    for mistake in Self.all where mistake.sheet == "Deals" && mistake.outcome == "refused" {
      let key = keys[mistake.row] ?? ""
      for index in rows.indices
      where rows[index][0].contains(", \(mistake.cell): ") && rows[index][1] == key
        && mistake.column + 1 < rows[index].count
      {
        rows[index][mistake.column + 1] = mistake.mended
      }
    }
    let writer = CSVWriter()
    let text = rows.map { writer.line($0.map { .text($0) }) }.joined()
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The key of each row of the workbook, by its number.
  private static func keys() throws -> [Int: String] {
    let found = try DealsProcess.run(
      "rules", "try", "mistakes.yaml", "mistakes.xlsx", "--lines", "1000")
    var keys: [Int: String] = [:]
    var row = 0
    for line in found.stdout.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let number = line.split(separator: ", row ").last.flatMap({ Int($0) }) { row = number }
      if words.first == "deal_id" { keys[row] = String(words[1]) }
    }
    return keys
  }

  /// What is stored of each row, by the columns of the workbook.
  private static func stored() throws -> [Int: [Int: String]] {
    let sql = """
      SELECT d.deal_key, t.tranche, d.issuer, d.announced_on, d.announced_until, t.amount,
        t.coupon_pct FROM deals d JOIN tranches t ON t.deal_key = d.deal_key
      """
    let output = try DealsProcess.run("sql", sql, "--format", "csv", "--quiet").stdout
    var byKey: [String: [Int: String]] = [:]
    for row in try records(Array(output.utf8)).dropFirst() {
      let isYear = row[3].hasSuffix("-01-01") && row[4].hasSuffix("-12-31")
      byKey[row[0]] = [
        1: row[2], 3: row[1], 4: isYear ? String(row[3].prefix(4)) : row[3], 6: row[5], 7: row[6],
      ]
    }
    return try keys().compactMapValues { byKey[$0] }
  }

  private static func records(_ bytes: [UInt8]) throws -> [[String]] {
    var rest = bytes[...]
    var reader = DelimitedReader(options: DelimitedOptions(dialect: .comma)) { output in
      while let byte = rest.first, output.freeCapacity > 0 {
        output.append(byte, as: UInt8.self)
        rest.removeFirst()
      }
    }
    var rows: [[String]] = []
    while case .record = try reader.next() {
      rows.append((0..<reader.record.count).map { reader.record.text($0) })
    }
    return rows
  }
}
