internal import SQLite

/// Rows of a recorded table that are not to be seen.
struct HiddenRows: Sendable {
  /// What holds for such rows `t`, and is never NULL.
  let condition: String
  /// The temporary table of their numbers. nil where they were not listed: of tables that nothing
  /// belongs to, a million rows are sooner judged than listed.
  var list: String?

  /// Those of a list.
  init(list: String) {
    condition = Self.isListed("t.id", in: list)
    self.list = list
  }

  /// Those of which one of several conditions holds, none of which is ever NULL.
  init(anyOf conditions: [String]) {
    condition = "(\(conditions.joined(separator: " OR ")))"
  }

  /// Whether a row of this number is hidden.
  func holds(_ number: String, of table: RecordedTable) -> String {
    if let list { return Self.isListed(number, in: list) }
    return """
      EXISTS (SELECT 1 FROM main.\(SQLIdentifier(table.name)) t
        WHERE t.id = \(number) AND \(condition))
      """
  }

  /// Whether a list has a number, as a condition that is never NULL.
  static func isListed(_ number: String, in list: String) -> String {
    "(\(number) IS NOT NULL AND \(number) IN (SELECT id FROM \(list)))"
  }
}
