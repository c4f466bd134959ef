/// One JSON text, read whole.
///
/// The reader is strict: RFC 8259 and UTF-8, no member twice in an object, no NUL, no lone
/// surrogate, at most 128 levels. A byte order mark is skipped. Numbers keep their text.
public struct JSONDocument: Sendable {
  /// The value of the document. Its JSON pointer is empty.
  public let root: JSONValue

  /// Reads a file that is one JSON value.
  ///
  /// - Throws: `SourceProblem` with line, column, what was expected and what was found.
  public init(_ source: SourceText) throws(SourceProblem) {
    var parser = JSONParser(source, range: source.contentStart..<source.bytes.count)
    root = try parser.parse()
  }

  /// Reads a text that is one JSON value, as a column of a database has it.
  ///
  /// - Throws: `SourceProblem` with line, column, what was expected and what was found.
  public init(_ text: String, name: String = "") throws(SourceProblem) {
    try self.init(SourceText(text, name: name))
  }
}
