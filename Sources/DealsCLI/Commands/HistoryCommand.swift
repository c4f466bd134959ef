import ArgumentParser
import Ledger
import Reporting

/// `deals history`
struct HistoryCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Every version of a record: when, by which run, which columns, from what to what.",
    discussion: """
      A record that is gone is found by the key it had.

      Example:
        deals history oracle-vantage-2025/texas
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The record's key.")
  var key: String

  func execute() throws {
    let connection = try options.openState()
    let versions = try RecordHistory.versions(
      of: key, amounts: output.format.isForPeople, in: connection)
    try output.write(Self.answer(versions, records: [key]), from: options, in: connection)
  }
}
