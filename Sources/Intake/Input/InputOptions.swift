public import Tabular

/// What is known of an input beyond its bytes.
public struct InputOptions: Sendable {
  /// The encoding of a text that begins with no byte order mark; nil to tell it by the content.
  public var encoding: TextEncoding?
  /// The worksheet of a workbook; nil for the first one that is shown.
  public var worksheet: String?

  /// Nothing is known.
  public init() {}
}

extension TextEncoding {
  /// The names under which an encoding can be asked for, the usual one first.
  public static let names: [(name: String, encoding: TextEncoding)] = [
    ("utf-8", .utf8), ("utf-16le", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
    ("latin-1", .latin1), ("windows-1252", .windows1252), ("iso-8859-1", .latin1),
    ("cp1252", .windows1252), ("utf8", .utf8), ("latin1", .latin1),
  ]

  /// An encoding by one of its names, in any case.
  public init?(named name: String) {
    guard let found = Self.names.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = found.encoding
  }
}
