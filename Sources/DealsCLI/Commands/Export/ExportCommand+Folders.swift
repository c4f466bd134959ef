import Intake
import Ledger
import Reporting
import SQLite

/// Exports into a folder.
extension ExportCommand {
  /// The ledger in one state, whatever is imported while it is written.
  func openOneState() throws -> Connection {
    let connection = try options.openForReading()
    try connection.holdState()
    return connection
  }

  func writeViews() throws {
    let connection = try openOneState()
    let files = try FileSet(folder: place, ledger: options.path)
    let count = try CSVExport.write(of: connection) { try files.write($1, to: $0) }
    try files.finish()
    options.tell("\(place): \(count) files")
  }

  func writePartitions() throws {
    let connection = try openOneState()
    // A year that is left from before would be read with the others.
    guard Files.isEmptyFolder(place) else {
      throw FileProblem(
        path: place, problem: "is not empty; name a new folder", status: .cannotCreate)
    }
    let files = try FileSet(folder: place, ledger: options.path)
    let count = try PartitionedExport.write(of: connection) { try files.write($1, to: $0) }
    try files.finish()
    options.tell("\(place): \(count) files; read them with: cd \(place) && duckdb -init duckdb.sql")
  }

  func writeSite() throws {
    var connection = try options.openForReading()
    let files = try FileSet(folder: place, ledger: options.path)
    let database = "\(place)/\(DatasetteExport.database).sqlite"
    try FileKind.refuseLedger(options.path, at: database, other: "folder")
    let snapshot = try SnapshotFile.write(&connection, to: database)
    try DatasetteExport.write(
      of: try LedgerFile.open(database, mode: .immutable), bytes: snapshot.bytes,
      digest: snapshot.digest
    ) { try files.write($1, to: $0) }
    try files.finish()
    options.tell("\(place): a snapshot and what to show of it; serve it with: datasette \(place)")
  }

  func writeDocuments() throws {
    let connection = try openOneState()
    let isFile = [".jsonl", ".ndjson"].contains { place.hasSuffix($0) }
    let files =
      isFile
      ? FileSet(file: place, ledger: options.path)
      : try FileSet(folder: place, ledger: options.path)
    if isFile { try files.write("", to: "") }
    let count = try DocumentWriter.write(.all, of: connection) { document in
      try files.write(document.line + "\n", to: isFile ? "" : "\(document.kind).jsonl")
    }
    try files.finish()
    let words = isFile ? "" : " in \(files.count) files"
    options.tell("\(place): \(count) documents\(words)")
  }
}
