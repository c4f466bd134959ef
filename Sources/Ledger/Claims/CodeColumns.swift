/// Columns whose words come from a list of codes.
enum CodeColumns {
  /// Lists that a CHECK of the schema closes, by column.
  private static let closed = [
    "evidence": "evidence", "binding": "binding", "funding": "funding", "level": "rating_level",
    "scale": "rating_scale", "outlook": "outlook", "watch": "watch", "rate_type": "rate_type",
    "treatment": "accounting_treatment", "purpose": "leg_purpose", "amount_period": "amount_period",
  ]

  /// The list of a column of a record, or nil.
  static func list<R: Record>(of column: String, in type: R.Type) -> String? {
    if let open = R.columns.first(where: { $0.name == column })?.list { return open }
    if R.self == DealLink.self, column == "kind" { return "deal_link_kind" }
    if R.self == RatingAction.self, column == "kind" { return "rating_kind" }
    return closed[column]
  }
}
