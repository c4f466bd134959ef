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
      """)

  @OptionGroup var options: LedgerOptions

  @Flag(help: "List the steps that are missing, and do nothing.")
  var list = false

  func execute() throws {
    try options.requireFile()
    if list {
      let connection = try LedgerFile.openAnyVersion(options.path, mode: .readOnly)
      for step in try Migrator.pending(in: connection) { Console.result(step + "\n") }
      return
    }
    var connection = try LedgerFile.openAnyVersion(options.path, mode: .readWrite)
    let steps = try Migrator.migrate(&connection)
    try Seeding.refresh(&connection)
    options.tell(
      steps.isEmpty ? "nothing to do" : "ran \(steps.joined(separator: ", "))")
  }
}
