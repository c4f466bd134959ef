import ArgumentParser
import Ledger
import Reporting

/// `deals export`
struct ExportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the ledger for other tools.",
    discussion: """
      csv writes every view as a file of comma-separated values into a folder.

      Example:
        deals export csv ledger-csv/
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "What to write: csv.")
  var kind: ExportKind

  @Argument(help: "The folder to write to.")
  var path: String

  func execute() throws {
    let connection = try options.openForReading()
    try Files.makeFolder(path)
    let views = try LedgerObjects.views(in: connection)
    for view in views {
      let result = try QueryRunner.all(of: view, in: connection)
      try Files.write(OutputFormat.csv.text(of: result), to: "\(path)/\(view).csv")
    }
    options.tell("\(path): \(views.count) files")
  }
}

/// What an export writes.
enum ExportKind: String, ExpressibleByArgument, CaseIterable {
  case csv
}
