import ArgumentParser
import Intake
import Ledger
import SQLite

/// `deals migrate`
struct MigrateCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Bring a ledger of an older program up to date.",
    discussion: """
      Example:
        deals migrate --list
      """.flowing)

  @OptionGroup var options: LedgerOptions

  @Flag(help: "List the steps that are missing, and do nothing.")
  var list = false

  func execute() throws {
    if list {
      let connection = try options.openAnyVersion(.readOnly)
      for step in try Migrator.pending(in: connection) { Console.result(step + "\n") }
      return
    }
    var connection = try options.openAnyVersion(.readWrite)
    let changed = try ForeignSchema(in: connection, forWriting: true).changed
    let steps = try Migrator.migrate(&connection)
    try Seeding.refresh(&connection)
    if !steps.isEmpty {
      options.tell("ran \(steps.joined(separator: ", "))")
    } else {
      options.tell(
        changed.isEmpty ? "nothing to do" : "made anew: \(changed.joined(separator: ", "))")
    }
  }
}
