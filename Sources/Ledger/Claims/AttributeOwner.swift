internal import SQLite

/// Attributes that people name of a deal or contract, and that are one of its parts' own: the axes
/// of status are an event's, a role is a participation's. A claim is about that part, so that it
/// stays where it was when later events come.
enum AttributeOwner {
  /// What a claim on an attribute is really about.
  ///
  /// - Throws: `ClaimRefused` where several parties have the role.
  static func of(
    _ subject: ClaimSubject, in database: borrowing some Database & ~Copyable
  ) throws -> ClaimSubject {
    let column = subject.table + "_id"
    guard ["deal", "contract", "tranche"].contains(subject.table) else { return subject }
    switch subject.attribute {
    case "evidence", "binding", "funding":
      let events = try keys(
        Event.self, of: subject, column,
        """
        t.\(subject.attribute) IS NOT NULL
        ORDER BY t.occurred_on IS NOT NULL DESC, t.occurred_on DESC, t.id DESC
        """, in: database)
      return events.first.map {
        ClaimSubject(table: Event.table, record: $0, attribute: subject.attribute)
      } ?? subject
    default:
      guard subject.table != "contract", try isRole(subject.attribute, in: database) else {
        return subject
      }
      let parts = try keys(
        Participation.self, of: subject, column, "t.role = '\(subject.attribute)' ORDER BY t.id",
        in: database)
      guard parts.count < 2 else {
        throw ClaimRefused(
          "\(subject.record) has \(parts.count) of the role \(subject.attribute); name one: "
            + parts.map { $0 + ".party" }.joined(separator: ", "))
      }
      return parts.first.map {
        ClaimSubject(table: Participation.table, record: $0, attribute: "party")
      } ?? subject
    }
  }

  private static func isRole(
    _ word: String, in database: borrowing some Database & ~Copyable
  ) throws -> Bool {
    try database.value(
      "SELECT EXISTS (SELECT 1 FROM code WHERE list = 'participation_role' AND code = ?)", [word],
      as: Bool.self) == true
  }

  private static func keys<R: Record>(
    _ type: R.Type, of subject: ClaimSubject, _ column: String, _ condition: String,
    in database: borrowing some Database & ~Copyable
  ) throws -> [String] {
    guard R.columns.contains(where: { $0.name == column }) else { return [] }
    return try database.query(
      """
      SELECT \(R.keyExpression) FROM \(R.table) t
      WHERE t.\(column) = (SELECT id FROM \(subject.table) WHERE key = ?) AND \(condition)
      """, [subject.record]
    ) { try $0(0, as: String.self) }
  }
}
