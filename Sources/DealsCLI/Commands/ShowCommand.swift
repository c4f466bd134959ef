import ArgumentParser
import Reporting

/// `deals show`
struct ShowCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One screen on a party, deal, tranche, contract, statistic or source.",
    discussion: """
      Examples:
        deals show oracle-vantage-2025
        deals show nvidia
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions

  @Argument(help: "The record's key.")
  var key: String

  func execute() throws {
    let connection = try earlier.open(options)
    Console.result(
      try RecordScreen.text(
        of: key, width: Console.width, style: Console.style, in: connection))
  }
}
