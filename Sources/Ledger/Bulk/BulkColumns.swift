internal import SQLite

/// The columns that get values in bulk, in the order `BulkWriter` gives them.
enum BulkColumns {
  /// By table, after `id`.
  static let byTable: [String: [String]] = [
    "source": [
      "key", "kind", "title", "publisher", "url", "published_on", "published_until",
      "grade", "run_id",
    ],
    "party": [
      "key", "name", "source_id", "run_id",
    ],
    "party_name": [
      "key", "party_id", "name", "folded", "source_id", "run_id",
    ],
    "deal": [
      "key", "name", "kind", "issuer_id", "currency", "country", "use_of_proceeds", "quote",
      "notes", "source_id", "run_id",
    ],
    "tranche": [
      "key", "deal_id", "name", "instrument", "market", "private_label", "seniority",
      "amount_minor", "qualifier", "measure", "measure_is_derived", "currency", "coupon_pct",
      "benchmark", "spread_bps", "spread_bps_high", "floor_pct", "issue_price_pct", "yield_pct",
      "matures_on", "matures_until", "stated_tenor_years", "source_id", "line_hash",
      "line_occurrence", "run_id",
    ],
    "instrument_identifier": [
      "key", "tranche_id", "scheme", "value", "source_id", "run_id",
    ],
    "participation": [
      "deal_id", "tranche_id", "party_id", "role", "share_pct", "amount_minor", "qualifier",
      "measure",
      "measure_is_derived", "currency", "source_id", "line_hash", "line_occurrence",
      "run_id",
    ],
    "accounting_treatment": [
      "deal_id", "party_id", "treatment", "source_id", "run_id",
    ],
    "event": [
      "deal_id", "kind", "occurred_on", "occurred_until", "evidence", "binding", "funding",
      "funding_is_derived", "source_id", "run_id",
    ],
    "rating_action": [
      "party_id", "tranche_id", "level", "agency", "scale", "grade", "acted_on", "acted_until",
      "source_id", "run_id",
    ],
    "state_span": [
      "deal_id", "from_on", "before_on", "evidence", "binding", "funding", "stage",
      "is_undated",
    ],
  ]

  /// Those of a list that rows are written with: all but the ones named as `table.column`.
  static func kept(
    _ columns: [String], of table: String, without leftOut: Set<String>
  ) -> (names: [String], isOmitted: [Bool]) {
    let isOmitted = columns.map { leftOut.contains("\(table).\($0)") }
    return (zip(columns, isOmitted).filter { !$0.1 }.map(\.0), isOmitted)
  }

  /// What writes `tranche_figure`.
  static func figures(
    without leftOut: Set<String>, in transaction: borrowing Transaction
  ) throws -> RowInserter {
    let table = FigureTable.tranches
    let (names, isOmitted) = kept(table.columns, of: table.name, without: leftOut)
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    return RowInserter(
      try transaction.prepare(
        "INSERT INTO \(table.name) (\(names.joined(separator: ", "))) VALUES (\(marks))"),
      omitting: isOmitted)
  }

  /// What writes `lending_figure`.
  static func lendingFigures(in transaction: borrowing Transaction) throws -> RowInserter {
    RowInserter(try transaction.prepare(insertion(into: .lending)))
  }

  /// What writes `deal_figure`, or adds to what is there.
  static func dealFigures(in transaction: borrowing Transaction) throws -> RowInserter {
    let added = ["debt_usd_minor", "named_usd_minor"].map { "\($0) = \($0) + excluded.\($0)" }
    return RowInserter(
      try transaction.prepare(
        """
        \(insertion(into: .deals))
        ON CONFLICT (deal_id) DO UPDATE SET \(added.joined(separator: ", "))
        """))
  }

  private static func insertion(into table: FigureTable) -> String {
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) VALUES (\(marks))"
  }

  /// What writes `party_figure`.
  static func partyFigures(in transaction: borrowing Transaction) throws -> RowInserter {
    let table = FigureTable.parties
    let marks = table.columns.map { _ in "?1" }.joined(separator: ", ")
    return RowInserter(
      try transaction.prepare(
        "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) VALUES (\(marks))"))
  }
}
