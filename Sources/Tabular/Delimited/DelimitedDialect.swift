/// How a delimited text is written: what stands between two fields, and whether there are quotes.
public struct DelimitedDialect: Hashable, Sendable {
  /// The byte between two fields.
  public let delimiter: UInt8
  /// Whether a field can be quoted (RFC 4180); IANA `text/tab-separated-values` has no quotes.
  public let hasQuotes: Bool

  /// Fields with commas between them.
  public static let comma = DelimitedDialect(delimiter: ",")
  /// Fields with semicolons between them, as spreadsheets write where the comma is decimal.
  public static let semicolon = DelimitedDialect(delimiter: ";")
  /// Fields with tabs between them; quotes are read, since spreadsheets write them.
  public static let tab = DelimitedDialect(delimiter: "\t")
  /// Fields with `|` between them.
  public static let bar = DelimitedDialect(delimiter: "|")

  /// What a header line is looked through for.
  static let candidates = [comma, semicolon, tab, bar]

  /// A dialect by its delimiter: an ASCII character that is no letter, digit, quote or line end.
  public init(delimiter: Unicode.Scalar, hasQuotes: Bool = true) {
    precondition(Self.canDelimit(delimiter), "“\(delimiter)” cannot stand between fields")
    self.delimiter = UInt8(ascii: delimiter)
    self.hasQuotes = hasQuotes
  }

  /// Whether a character can stand between fields.
  public static func canDelimit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t": true
    case "\"", "\u{7F}", "a"..."z", "A"..."Z", "0"..."9": false
    default: scalar.isASCII && scalar >= " "
    }
  }
}
