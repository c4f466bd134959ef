import ArgumentParser
import Intake
import Ledger
import Reporting
import SQLite

/// `deals export`
struct ExportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the ledger for other tools.",
    discussion: """
      csv writes every view as a file of comma-separated values into a folder. documents writes
      every record as a deal document: into a file that ends in .jsonl, or into a folder, a file for
      each kind. Imported into an empty ledger they give an equal one.

      Examples:
        deals export csv ledger-csv/
        deals export documents -o ledger.jsonl
        deals export documents ledger-documents/
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "What to write: csv or documents.")
  var kind: ExportKind

  @Argument(help: "The folder to write to, or the file.")
  var path: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The same.", valueName: "path"))
  var output: String?

  func validate() throws {
    guard (path == nil) != (output == nil) else {
      throw ValidationError("name the folder or file to write to, once")
    }
  }

  func execute() throws {
    let connection = try options.openForReading()
    let place = output ?? path ?? ""
    switch kind {
    case .csv: try writeViews(of: connection, to: place)
    case .documents: try writeDocuments(of: connection, to: place)
    }
  }

  private func writeViews(of connection: borrowing Connection, to folder: String) throws {
    try Files.makeFolder(folder)
    let views = try LedgerObjects.views(in: connection)
    for view in views {
      let result = try QueryRunner.all(of: view, in: connection)
      try Files.write(OutputFormat.csv.text(of: result), to: "\(folder)/\(view).csv")
    }
    options.tell("\(folder): \(views.count) files")
  }

  private func writeDocuments(of connection: borrowing Connection, to place: String) throws {
    let isFile = [".jsonl", ".ndjson"].contains { place.hasSuffix($0) }
    if isFile, FileKind.isSame(place, options.path) {
      throw FileProblem(
        path: place, problem: "is the ledger itself; name another file", status: .cannotCreate)
    }
    if !isFile { try Files.makeFolder(place) }
    var files: [String: LineFile] = [:]
    let count = try DocumentWriter.write(.all, of: connection) { document in
      let path = isFile ? place : "\(place)/\(document.kind).jsonl"
      let file = files[path] ?? LineFile(path)
      files[path] = file
      try file.add(document.line)
    }
    if isFile, files.isEmpty { files[place] = LineFile(place) }
    for file in files.values { try file.finish() }
    let words = isFile ? "" : " in \(files.count) files"
    options.tell("\(place): \(count) documents\(words)")
  }
}

/// What an export writes.
enum ExportKind: String, ExpressibleByArgument, CaseIterable {
  case csv, documents
}
