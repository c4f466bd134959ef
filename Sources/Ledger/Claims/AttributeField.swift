/// The columns that hold an attribute: one answer for reading a record and for writing it.
enum AttributeField: Equatable {
  /// The whole amount group.
  case amount
  /// The figure of a statistic, with its ends and its qualifier.
  case figure
  /// A reference to a party.
  case party(column: String)
  /// A date as the first and the last day it can mean.
  case days(first: String, last: String)
  /// One column.
  case plain(column: String)

  /// Attributes whose column goes by another name.
  private static let columnNames = [
    "tenor_years": "stated_tenor_years", "term_years": "years",
  ]

  /// The field of an attribute, or nil where no column holds it: then the claims alone do.
  static func of<R: Record>(_ attribute: String, in type: R.Type) -> AttributeField? {
    if attribute == "value", R.self == Observation.self { return .figure }
    if attribute == "amount" {
      return R.columns.contains { $0.group == "amount" } ? .amount : nil
    }
    let name = columnNames[attribute] ?? attribute
    if let column = R.columns.first(where: { $0.name == name + "_id" }) {
      return column.content == .reference(table: "party") ? .party(column: column.name) : nil
    }
    guard let column = R.columns.first(where: { $0.name == name }), column.content == .value,
      column.group != "amount", column.group != "figure"
    else { return nil }
    let last = name.hasSuffix("_on") ? name.dropLast(3) + "_until" : ""
    if R.columns.contains(where: { $0.name == last }) {
      return .days(first: name, last: String(last))
    }
    return .plain(column: name)
  }

  /// The same for a record of any kind.
  static func of<R: Record>(_ attribute: String, of record: R) -> AttributeField? {
    of(attribute, in: R.self)
  }
}
