import Intake
import Ledger
import Reporting

/// Exports into a file.
extension ExportCommand {
  func writeClaims() throws {
    let connection = try openOneState()
    let file = FileSet(file: place, ledger: options.path)
    try file.write("", to: "")
    let count = try DocumentWriter.writeClaims(of: connection) {
      try file.write($0.line + "\n", to: "")
    }
    try file.finish()
    options.tell("\(place): \(count) claims")
  }

  func writeGraph() throws {
    let connection = try openOneState()
    let file = FileSet(file: place, ledger: options.path)
    let count = try GraphMLExport.write(of: connection) { try file.write($0, to: "") }
    try file.finish()
    options.tell("\(place): \(count.nodes) parties, \(count.edges) flows")
  }

  func writePostgres() throws {
    let connection = try openOneState()
    let file = FileSet(file: place, ledger: options.path)
    let omitted = try PostgresExport.write(of: connection) { try file.write($0, to: "") }
    try file.finish()
    for query in omitted { options.tell("\(query.name) is left out: \(query.reason)") }
    options.tell("\(place): load it with: psql -d DATABASE -f \(place)")
  }

  func writeSnapshot() throws {
    var connection = try options.openForReading()
    guard FileKind(place) == .nothing else {
      throw FileProblem(
        path: place, problem: "is there already; name a new file", status: .cannotCreate)
    }
    let snapshot = try SnapshotFile.write(&connection, to: place)
    try Files.writeHash(snapshot, of: place)
    try Files.forceFolder(of: place)
    let hash = try LedgerHash.current(in: connection)?.short ?? "none"
    options.tell("\(place): ledger \(hash), SHA-256 \(snapshot.digest)")
  }

  func writeSchema() throws {
    let file = FileSet(file: place, ledger: options.path)
    try file.write(DocumentSchema.text, to: "")
    try file.finish()
  }
}
