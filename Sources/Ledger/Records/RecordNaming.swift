/// How people and claims get at the records of a kind by their keys.
public struct RecordNaming: Sendable, Equatable {
  /// The column a reader knows a row by, which the view `records` shows beside the key.
  public let label: String
  /// The view that shows one; nil where the table itself does.
  public let view: String?
  /// The column of the view that holds the key.
  public let keyColumn: String
  /// When a key that a claim names is looked for among these; nil where no claim is about them.
  public let claims: ClaimTurn?

  /// One with what is given.
  public init(
    label: String, view: String? = nil, keyColumn: String = "key", claims: ClaimTurn? = nil
  ) {
    self.label = label
    self.view = view
    self.keyColumn = keyColumn
    self.claims = claims
  }
}

/// In which turn a key that a claim names is looked for: what is told of as a whole first, a party
/// last, since deals are often named after one. Within a turn the order of `RecordTables` holds.
public enum ClaimTurn: Int, Sendable, CaseIterable {
  case whole, part, statement, party
}
