/// A member of a JSON object: a name and its value.
public struct JSONMember: Sendable {
  /// The name, escapes resolved.
  public let name: String
  /// The value. Its `pointer` ends with the name.
  public let value: JSONValue
  /// Where the name stands, for errors about the name itself.
  public let position: SourcePosition
}
