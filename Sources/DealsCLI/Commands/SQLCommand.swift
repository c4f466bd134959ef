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

      Nothing but reading is allowed, whatever the statement looks like, and it ends after a minute
      unless --timeout says otherwise.

      Example:
        deals sql "SELECT deal, amount_usd FROM deals WHERE issuer = 'CoreWeave' AND counted = 1"
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var part: AnswerPartOptions
  @OptionGroup var patience: PatienceOptions

  @Argument(help: "The statement.")
  var statement: String

  func execute() throws {
    patience.prepare()
    var connection = try earlier.open(options) { _ in [statement] }
    try patience.hold(&connection) { connection, deadline in
      try output.write(
        Question(statement: statement), part.part, from: options, earlier, until: deadline,
        in: connection)
    }
  }
}
