internal import Ledger
public import SQLite
internal import Tabular

/// Every view as comma-separated values by year, in folders `VIEW/year=2025/` as Hive has them, so
/// that DuckDB, Spark or Polars read only the years they are asked for.
public enum PartitionedExport {
  /// The year of rows without a day. Hive's own word for it is refused where numbers are wanted.
  static let undated = "undated"

  /// The day that decides on the year of a row: the first of these columns that has one. Other
  /// views have no day of their own and are one file each.
  static let days: [String: [String]] = [
    "claims": ["published_on"], "commitments": ["first_published_on"],
    "contracts": ["signed_on", "first_published_on"],
    "deals": ["announced_on", "priced_on", "closed_on"], "dues": ["due_on"],
    "events": ["occurred_on"], "exchange_rates": ["published_on"], "flows": ["starts_on"],
    "holdings": ["as_of_on"], "milestones": ["due_on"],
    "observations": ["period_end_on", "stated_on"], "ratings": ["acted_on"],
    "repayments": ["due_on"], "sources": ["published_on"], "terms": ["starts_on"],
    "tranches": ["priced_on", "settled_on", "first_published_on"],
  ]

  /// Writes the files, and `duckdb.sql` which makes typed views over them.
  ///
  /// - Returns: how many there are.
  /// - Throws: `SQLiteError`, and what the sink throws.
  public static func write(
    of connection: borrowing Connection, to sink: ExportSink
  ) throws -> Int {
    let writer = CSVWriter(lineEnd: "\n")
    var files: Set<String> = []
    var script = PartitionedScript()
    for view in try LedgerObjects.views(in: connection) {
      guard let object = try DescribedObject(view, in: connection) else { continue }
      let days = (days[view] ?? []).compactMap { day in
        object.columns.firstIndex { $0.name == day }
      }
      let header = writer.line(object.columns.map { .text($0.name) })
      func put(_ line: String, to folder: String) throws {
        let path = "\(folder)/data.csv"
        if files.insert(path).inserted { try sink(path, header) }
        if !line.isEmpty { try sink(path, line) }
      }
      try StoredRows.forEach(of: view, in: connection) { row in
        let folder = days.isEmpty ? view : "\(view)/year=\(year(of: row, days: days))"
        try put(writer.line(row.map(MachineCell.cell)), to: folder)
      }
      // Also a view without rows can be read.
      if !files.contains(where: { $0.hasPrefix("\(view)/") }) {
        try put("", to: days.isEmpty ? view : "\(view)/year=\(undated)")
      }
      script.add(object, isPartitioned: !days.isEmpty)
    }
    try sink(PartitionedScript.path, script.text)
    return files.count + 1
  }

  private static func year(of row: [Value], days: [Int]) -> String {
    for index in days {
      if case .text(let day) = row[index] { return String(day.prefix(4)) }
    }
    return undated
  }
}

/// `duckdb.sql`: the folders as views of DuckDB, with the types and meanings of the dictionary.
struct PartitionedScript {
  static let path = "duckdb.sql"
  private(set) var text = """
    -- Run in this folder: duckdb -init duckdb.sql
    -- Each view reads its files when it is asked, and only the years that are asked for.


    """

  mutating func add(_ object: DescribedObject, isPartitioned: Bool) {
    let columns = object.columns.map { "'\($0.name)': '\(Self.type(of: $0.type))'" }
    let hive = isPartitioned ? ", hive_types = {'year': 'VARCHAR'}" : ""
    text += """
      CREATE OR REPLACE VIEW \(object.name) AS FROM read_csv('\(object.name)/**/*.csv',
        auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
        hive_partitioning = \(isPartitioned)\(hive), columns = {
        \(columns.joined(separator: ",\n  "))});
      COMMENT ON VIEW \(object.name) IS '\(object.meaning.replacing("'", with: "''"))';

      """
  }

  private static func type(of type: ColumnType) -> String {
    switch type {
    case .text: "VARCHAR"
    case .integer: "BIGINT"
    case .number: "DOUBLE"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    case .time: "TIMESTAMP"
    }
  }
}
