import ArgumentParser
import Ledger
import Reporting

/// `deals parties verdicts`
struct PartiesVerdictsCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "verdicts",
    abstract: "The verdicts on record, with their reasons.",
    discussion: """
      Example:
        deals parties verdicts --format csv
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var output: OutputOptions

  func execute() throws {
    let connection = try options.openState()
    try output.write(
      Self.answer(try PartyJudgement.all(in: connection)), from: options, in: connection)
  }
}
