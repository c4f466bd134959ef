import ArgumentParser
import Ledger
import Reporting

/// `deals diff`
struct DiffCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What differs between the states after two runs.",
    discussion: """
      The runs are those of `deals log`; 0 is the ledger before its first run.

      Example:
        deals diff 4 7 --format csv
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The run after which the first state stood.")
  var first: Int64

  @Argument(help: "The run after which the second state stood.")
  var second: Int64

  func execute() throws {
    let connection = try options.openState()
    let diff = try LedgerDiff(
      from: first, to: second, amounts: output.format.isForPeople, in: connection)
    try output.write(Self.answer(diff.result), from: options, in: connection)
    options.tell(
      "from run \(first) to run \(second): \(diff.added) records added, \(diff.changed) changed, "
        + "\(diff.removed) removed")
  }
}
