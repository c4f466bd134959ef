/// What a JSON value is.
public enum JSONKind: String, Sendable, CaseIterable, CustomStringConvertible {
  /// Members with names, in the order of the file.
  case object
  /// Values in order.
  case array
  /// Text in double quotes.
  case string
  /// A decimal number.
  case number
  /// `true` or `false`.
  case boolean
  /// `null`.
  case null

  /// The kind with its article, as error messages say it: `an object`.
  public var description: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}
