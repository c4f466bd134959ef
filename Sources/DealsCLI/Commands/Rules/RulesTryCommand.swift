import ArgumentParser
import Intake
import Ledger
import Reporting
import SQLite

/// `deals rules try`
struct RulesTryCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Show the first rows of a table as rules read them, and write nothing.",
    discussion: """
      Each field with its value, the column it comes from and the cell as it stands, then what is
      refused and why. Words and names are held against the ledger where there is one, else against
      an empty one.

      Examples:
        deals rules try report.yaml report.xlsx
        deals rules try report.yaml report.csv --lines 50
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var input: InputFileOptions

  @Argument(help: "The rules file.")
  var rules: String

  @Argument(help: "The table, or - for standard input.")
  var table: String

  @Option(help: ArgumentHelp("How many rows are shown.", valueName: "number"))
  var lines = 5

  @Flag(help: "Take a name that is one letter from a known one for another party.")
  var createParties = false

  func validate() throws {
    guard lines >= 1, lines <= 100_000 else {
      throw ValidationError("--lines is a number from 1 to 100000")
    }
  }

  func execute() throws {
    let read = try RulesFile.read(rules)
    let file = try InputFile(table).unpacked()
    if let refusal = file.refusal { throw refusal }
    let trial = try RulesTrial(
      file, rules: read, options: input.inputOptions(), lines: lines,
      createsParties: createParties)
    var connection = try ledger()
    let result = try trial.run(in: &connection)
    Console.result(SafeText.lines(result.rows.map(Self.words).joined(separator: "\n")) + "\n")
    for notice in result.notices { options.tell(notice) }
    let refused = result.rows.filter { !$0.problems.isEmpty }.count
    let shown = result.rows.count == 1 ? "1 row" : "\(result.rows.count) rows"
    options.tell("\(shown) shown, \(refused) refused; nothing was written")
    if refused > 0 { throw ExitStatus.findings.code }
  }

  private func ledger() throws -> Connection {
    guard FileKind(options.path) == .nothing, options.ledger == nil else {
      return try options.open()
    }
    var connection = try LedgerFile.inMemory()
    _ = try Seeding.seed(.none, command: "rules try", into: &connection)
    return connection
  }

  private static func words(_ row: RulesTrial.Row) -> String {
    let width = row.fields.map(\.name.count).max() ?? 0
    let values = row.fields.map { field in
      let name = field.name + String(repeating: " ", count: width - field.name.count)
      let from = field.column.map { " ← \($0)" } ?? ""
      let original =
        field.original == field.text || field.original.isEmpty
        ? "" : ": “\(field.original)”"
      return "  \(name)  \(field.text)\(from)\(original)\n"
    }
    let problems = row.problems.map { "  refused: \($0)\n" }
    return "\(row.place)\n" + values.joined() + problems.joined()
  }
}
