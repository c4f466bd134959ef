internal import Ledger
public import SQLite
internal import Tabular

/// What Datasette shows beside a snapshot of the ledger: titles, meanings, facets, and the saved
/// queries with their parameters as form fields.
public enum DatasetteExport {
  /// The name of the snapshot, and so of the database in addresses.
  public static let database = "deals"

  /// Writes `metadata.json`, `settings.json` and `inspect-data.json`, which has Datasette take the
  /// snapshot for immutable.
  ///
  /// - Parameters:
  ///   - bytes: the size of the snapshot.
  ///   - digest: its SHA-256.
  /// - Throws: `SQLiteError`, `LedgerError.query`, and what the sink throws.
  public static func write(
    of connection: borrowing Connection, bytes: Int, digest: String, to sink: ExportSink
  ) throws {
    try sink("metadata.json", try metadata(of: connection))
    try sink("settings.json", settings)
    try sink("inspect-data.json", try inspection(of: connection, bytes: bytes, digest: digest))
  }

  /// Queries that walk the graph of flows take longer than the second Datasette gives by itself.
  private static let settings = """
    {
      "sql_time_limit_ms": 30000,
      "max_returned_rows": 100000,
      "facet_time_limit_ms": 1000,
      "default_page_size": 100
    }

    """

  private static func metadata(of connection: borrowing Connection) throws -> String {
    var writer = JSONWriter(style: .pretty)
    let hash = try LedgerHash.current(in: connection)?.short ?? "none"
    writer.beginObject()
    writeOrigin(hash, to: &writer)
    writer.name("databases")
    writer.beginObject()
    writer.name(database)
    writer.beginObject()
    writeOrigin(hash, to: &writer)
    writer.name("queries")
    writer.beginObject()
    for query in try SavedQueries.all(in: connection) {
      DatasetteQuery(query).write(to: &writer)
    }
    writer.endObject()
    writer.name("tables")
    writer.beginObject()
    let views = Set(try LedgerObjects.views(in: connection))
    let tables = try LedgerSchema.tables(in: connection).map(\.name)
    for name in views.sorted() + tables {
      guard let object = try DescribedObject(name, in: connection) else { continue }
      DatasetteTable(object, isView: views.contains(name)).write(to: &writer)
    }
    writer.endObject()
    writer.endObject()
    writer.endObject()
    writer.endObject()
    writer.newline()
    return writer.text
  }

  private static func writeOrigin(_ hash: String, to writer: inout JSONWriter) {
    writer.member("title", ExportWords.title)
    writer.member("description", "\(ExportWords.description) Ledger \(hash).")
    writer.member("license", ExportWords.licence)
    writer.member("license_url", ExportWords.licenceAddress)
    writer.member("source", "Each row names its source; all of them are in the view sources.")
    writer.member("source_url", "/\(database)/sources")
  }

  private static func inspection(
    of connection: borrowing Connection, bytes: Int, digest: String
  ) throws -> String {
    var writer = JSONWriter(style: .pretty)
    writer.beginObject()
    writer.name(database)
    writer.beginObject()
    writer.member("hash", digest)
    writer.member("size", bytes)
    writer.member("file", "\(database).sqlite")
    writer.name("tables")
    writer.beginObject()
    for table in try LedgerSchema.tables(in: connection) {
      writer.name(table.name)
      writer.beginObject()
      writer.member("count", try StoredRows.count(of: table.name, in: connection))
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
    writer.endObject()
    writer.newline()
    return writer.text
  }
}
