public import SQLite

/// The indexes of the tables a sheet fills. Made once at the end they cost a third of what they
/// cost row by row, so a load that is large beside the ledger takes them away first.
public struct BulkIndexes {
  private let definitions: [String]

  static let tables = [
    "party", "party_name", "source", "deal", "tranche", "instrument_identifier", "participation",
    "event", "accounting_treatment", "rating_action", "state_span",
    "lending_figure",
  ]

  /// Partial indexes that new rows enter. The others new rows stay out of, at no cost.
  private static let entered: Set<String> = [
    "participation_by_line", "participation_by_tranche", "event_by_deal",
    "rating_action_by_tranche", "state_span_by_deal",
  ]

  /// Takes the indexes away, and switches off the rules of the schema: what is loaded is made by
  /// this program from checked values.
  public static func take(in transaction: borrowing Transaction) throws -> BulkIndexes {
    let list = tables.map { "'\($0)'" }.joined(separator: ", ")
    var names: [String] = []
    var definitions: [String] = []
    try transaction.forEachRow(
      """
      SELECT name, sql FROM sqlite_schema
      WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (\(list)) ORDER BY tbl_name, name
      """
    ) { row in
      let name = try row(0, as: String.self)
      let definition = try row(1, as: String.self)
      guard
        !definition.contains(" WHERE ") && !definition.contains("\n  WHERE ")
          || entered.contains(name)
      else { return }
      names.append(name)
      definitions.append(definition)
    }
    for name in names { try transaction.run("DROP INDEX \(SQLIdentifier(name))") }
    return BulkIndexes(definitions: definitions)
  }

  /// Makes them again.
  public func restore(in transaction: borrowing Transaction) throws {
    for definition in definitions { try transaction.run(definition) }
  }

  /// Whether the rules of the schema are checked for each row.
  public static func setRulesChecked(
    _ isOn: Bool, in database: borrowing some Database & ~Copyable
  ) throws {
    try database.run("PRAGMA ignore_check_constraints = \(isOn ? "OFF" : "ON")")
    // Pages that this run has written need no second look when indexes are made of them.
    try database.run("PRAGMA cell_size_check = \(isOn ? "ON" : "OFF")")
  }
}
