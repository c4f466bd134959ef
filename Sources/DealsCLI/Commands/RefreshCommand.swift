import ArgumentParser
import Ledger

/// `deals refresh`
struct RefreshCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Work out anew what is derived from the records.",
    discussion: """
      Every command that writes does so for what it touched. This does it for everything: after
      edits with another tool, and when a dated link between parties has begun or ended. deals
      check derived tells whether there is anything to do.

      Example:
        deals refresh
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions

  func execute() throws {
    var connection = try options.open()
    let refreshed = try Refreshing.run(command: authorship.signed("refresh"), in: &connection)
    guard !refreshed.isEmpty else { return options.tell("nothing to do") }
    for table in refreshed { options.tell("\(table.table): \(table.rows) rows differed") }
  }
}
