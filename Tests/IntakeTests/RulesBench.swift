import Intake
import Tabular
import TestSupport

/// Rules and tables in memory.
enum RulesBench {
  /// What is wrong with rules, a problem a line; empty when nothing is.
  static func problems(_ rules: String) -> [String] {
    do throws(RulesRefused) {
      _ = try RulesReader.read(SourceText(bytes: Array(rules.utf8), name: "r"))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  /// The rows of a table as rules read them.
  static func rows(_ rules: String, _ table: String) throws -> [RulesTrial.Row] {
    let read = try RulesReader.read(SourceText(bytes: Array(rules.utf8), name: "r"))
    let input = try UnpackedInput(name: "t", source: ByteSource.of(Array(table.utf8)))
    return try RulesTrial(input, rules: read, options: InputOptions(), lines: .max).readings
  }

  /// What comes of one cell in a column `c`: its value, or why there is none.
  static func answer(_ field: String, _ rule: String, cell: String, top: String = "") throws
    -> String
  {
    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
    let rules = """
      \(top)
      fields:
        issuer: {value: Alder}
        instrument: {value: bond}
        \(field): \(rule)
      """
    let row = try rows(rules, "c,d\n\(quoted),1\n").first
    if let problem = row?.problems.first {
      return problem.message + (problem.hint.map { " (\($0))" } ?? "")
    }
    return row?.fields.first { $0.name == field }?.text ?? ""
  }
}
