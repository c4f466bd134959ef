import ArgumentParser
import Ledger
import SQLite

/// `deals undo`
struct UndoCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a run back: every row is as it was before it.",
    discussion: """
      It is a run of its own, so it can be undone as well. It is refused, and nothing written, where
      a later run changed the same rows or added records that refer to what would go.

      Examples:
        deals log
        deals undo 7
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions

  @Argument(help: "The run's number, as `deals log` tells it.")
  var run: Int64

  func execute() throws {
    var connection = try options.open()
    let undo = try Undo.run(run, command: authorship.signed("undo \(run)"), in: &connection)
    options.tell(
      "run \(run) is undone by run \(undo.run): \(undo.counts.added) records brought back, "
        + "\(undo.counts.changed) changed or removed")
  }
}
