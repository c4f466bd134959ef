import ArgumentParser
import Ledger

/// `deals sql`
struct SQLCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Run one SQL statement that only reads.",
    discussion: """
      The views are made to be read: issuers, lenders, deals, tranches, contracts, flows, ratings,
      observations, claims, contradictions. The table data_dictionary explains each column.

      Example:
        deals sql "SELECT deal, amount_usd FROM deals WHERE issuer = 'CoreWeave' AND counted = 1"
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var part: AnswerPartOptions

  @Argument(help: "The statement.")
  var statement: String

  func execute() throws {
    let connection = try earlier.open(options)
    try output.write(
      Question(statement: statement), part.part, from: options, earlier, in: connection)
  }
}
