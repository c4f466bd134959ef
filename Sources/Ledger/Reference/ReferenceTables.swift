public import SQLite
internal import Seeds
internal import Tabular

/// The tables every ledger starts with: currencies, code lists, rating scales, and under which
/// concepts filings report a metric.
public enum ReferenceTables {
  /// Brings the four tables up to what ships with the program. Codes of your own stay.
  public static func write(in transaction: borrowing Transaction) throws {
    for row in rows(of: "reference/currencies.tsv", fields: 3) {
      try transaction.run(
        """
        INSERT INTO currency (code, name, exponent, minor_per_unit)
        VALUES (?1, ?2, CAST(?3 AS INTEGER), CASE ?3 WHEN '0' THEN 1 WHEN '1' THEN 10
          WHEN '2' THEN 100 WHEN '3' THEN 1000 ELSE 10000 END)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name
        """, Bindings(row))
    }
    for row in rows(of: "reference/codes.tsv", fields: 4) {
      try transaction.run(
        """
        INSERT INTO code (list, code, label, definition) VALUES (?, ?, ?, ?)
        ON CONFLICT (list, code)
        DO UPDATE SET label = excluded.label, definition = excluded.definition
        """, Bindings(row))
    }
    for row in rows(of: "reference/rating-grades.tsv", fields: 4) {
      try transaction.run(
        """
        INSERT INTO rating_grade (agency, grade, notch, label)
        VALUES (?, ?, CAST(? AS INTEGER), ?)
        ON CONFLICT (agency, grade) DO UPDATE SET notch = excluded.notch, label = excluded.label
        """, Bindings(row))
    }
    for row in rows(of: "reference/metric-concepts.tsv", fields: 3) {
      try transaction.run(
        """
        INSERT INTO metric_concept (metric, concept, priority) VALUES (?, ?, CAST(? AS INTEGER))
        ON CONFLICT (concept)
        DO UPDATE SET metric = excluded.metric, priority = excluded.priority
        """, Bindings(row))
    }
  }

  /// Adds the rates that are not there yet.
  ///
  /// `rates`: `Date` and then a column a currency, units for one euro, as published.
  ///
  /// - Returns: how many were added.
  public static func writeRates(
    _ rates: String, source: String, run: Int64, in transaction: borrowing Transaction
  ) throws -> Int {
    let sourceID = try transaction.value(
      "SELECT id FROM source WHERE key = ?", [source], as: Int64.self)
    guard let sourceID else {
      throw LedgerError.unknownKey(kind: "source", key: source, wantedBy: "exchange rates")
    }
    let lines = rates.split(separator: "\n")
    let currencies = lines.first.map { $0.split(separator: ",").dropFirst().map(String.init) } ?? []
    var added = 0
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      for (currency, rate) in zip(currencies, fields.dropFirst()) where rate != "N/A" {
        added += try transaction.run(
          """
          INSERT INTO fx_rate (currency, published_on, units_per_euro, source_id, run_id)
          VALUES (?, ?, CAST(? AS REAL), ?, ?) ON CONFLICT (currency, published_on) DO NOTHING
          """, [currency, fields[0], rate, sourceID, run])
      }
    }
    return added
  }

  /// The lines of a tab-separated file below its header.
  private static func rows(of path: String, fields: Int) -> [[any Bindable]] {
    guard let text = Seeds.text(path) else { preconditionFailure("\(path) is not built in") }
    let table = TSVTable(SourceText(text, name: path))
    precondition(table.problems.isEmpty, "\(table.problems)")
    precondition(table.header.count == fields, "\(path): \(fields) fields wanted")
    return table.rows.map { row in row.fields.map(\.text) }
  }
}
