import ArgumentParser
import Intake

/// `deals rules example`
struct RulesExampleCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract: "Draft a rules file from the header of a table.",
    discussion: """
      Columns whose headers are known are read, the others stand there as comments. The header is
      looked for among the first lines, or where --header-line says.

      Example:
        deals rules example report.xlsx > report.yaml
      """.flowing)

  @OptionGroup var input: InputFileOptions

  @Argument(help: "The table, or - for standard input.")
  var table: String

  @Option(help: ArgumentHelp("The line or row with the names.", valueName: "number"))
  var headerLine: Int?

  func validate() throws {
    if let headerLine, headerLine < 1 { throw ValidationError("--header-line begins with 1") }
  }

  func execute() throws {
    let file = try InputFile(table).unpacked()
    if let refusal = file.refusal { throw refusal }
    Console.result(
      try RulesDraft(file, options: input.inputOptions(), headerLine: headerLine).text)
  }
}
