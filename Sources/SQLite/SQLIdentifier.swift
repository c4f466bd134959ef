/// The name of a table, column or other object, quoted so that SQL takes it for nothing else.
///
/// A name that comes from a schema is put into SQL only through this type:
///
/// ```swift
/// try transaction.execute("DROP VIEW \(SQLIdentifier(name))")
/// ```
///
/// The rule is at <https://www.sqlite.org/lang_keywords.html>: double quotes around the name, and
/// every double quote in it twice.
public struct SQLIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// The name as it is, unquoted.
  public let name: String

  /// The identifier with this name.
  public init(_ name: String) {
    self.name = name
  }

  /// The name in quotes.
  public var description: String {
    var quoted = "\""
    for scalar in name.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}
