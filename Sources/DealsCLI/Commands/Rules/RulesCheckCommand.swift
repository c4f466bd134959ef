import ArgumentParser
import Intake

/// `deals rules check`
struct RulesCheckCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong with a rules file; silent when all is well.",
    discussion: """
      With a table it is also told which columns the rules name and the table does not have.

      Examples:
        deals rules check report.yaml
        deals rules check report.yaml report.xlsx
      """.flowing)

  @OptionGroup var input: InputFileOptions

  @Argument(help: "The rules file, or - for standard input.")
  var rules: String

  @Argument(help: "A table the rules are for.")
  var table: String?

  func execute() throws {
    let read = try RulesFile.read(rules)
    guard let table else { return }
    let file = try InputFile(table).unpacked()
    if let refusal = file.refusal { throw refusal }
    _ = try RulesTrial(file, rules: read, options: input.inputOptions(), lines: 0)
  }
}
