internal import Ledger
public import SQLite
internal import Tabular

/// Every view as a file of comma-separated values, with a `datapackage.json` that tells what their
/// columns are (Frictionless Data).
public enum CSVExport {
  /// Writes the files.
  ///
  /// - Returns: how many there are.
  /// - Throws: `SQLiteError`, and what the sink throws.
  public static func write(
    of connection: borrowing Connection, to sink: ExportSink
  ) throws -> Int {
    // What a spreadsheet would run as a formula gets an apostrophe; these files are opened in them.
    let writer = CSVWriter(lineEnd: "\n", guardsFormulas: true)
    let views = try LedgerObjects.views(in: connection)
    var resources: [DataResource] = []
    for view in views {
      guard let object = try DescribedObject(view, in: connection) else { continue }
      var resource = DataResource(object)
      func put(_ line: String) throws {
        resource.take(line)
        try sink(resource.path, line)
      }
      try put(writer.line(object.columns.map { .text($0.name) }))
      try StoredRows.forEach(of: view, in: connection) { values in
        try put(writer.line(values.map(MachineCell.cell)))
        resource.rows += 1
      }
      resources.append(resource)
    }
    let package = DataPackage(
      day: try LedgerClock.today(in: connection),
      ledger: try LedgerHash.current(in: connection)?.description, resources: resources)
    try sink(DataPackage.path, package.text)
    return resources.count + 1
  }
}
