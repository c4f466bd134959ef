/// What a JSON value holds, one level deep, to switch over.
public enum JSONContent: Sendable {
  /// The members of an object, in the order of the file.
  case object([JSONMember])
  /// The elements of an array.
  case array([JSONValue])
  /// The text of a string, escapes resolved.
  case string(String)
  /// The text of a number exactly as written: `1.50` stays `1.50`.
  case number(String)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null
}
