import ArgumentParser
import Reporting

/// `deals trace`
struct TraceCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Every claim behind a value, with its words, source and place.",
    discussion: """
      Examples:
        deals trace oracle-vantage-2025
        deals trace article/meta-private-2025.amount
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions

  @Argument(help: ArgumentHelp("A record's key, or KEY.attribute.", valueName: "key"))
  var subject: String

  func execute() throws {
    let connection = try earlier.open(options)
    Console.result(try TraceScreen.text(of: subject, in: connection))
  }
}
