import ArgumentParser
import Finance
import Ledger
import Reporting

/// `deals status`
struct StatusCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "The figures that matter on one screen, and what to try next.",
    discussion: """
      Example:
        deals status --as-of 2025-11-10
      """.flowing)

  @OptionGroup var options: LedgerOptions

  @Option(help: ArgumentHelp("The day asked about.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  func execute() throws {
    let connection = try options.openForReading()
    let text = try StatusScreen.text(
      ledger: options.path, asOf: asOf, width: Console.width, in: connection)
    Console.result(text)
  }

  func validate() throws {
    try OptionChecks.day(asOf, "--as-of")
  }
}
