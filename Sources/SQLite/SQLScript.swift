/// A text of several statements, and how far it has been prepared.
///
/// ```swift
/// var script = SQLScript(text)
/// while var statement = try database.prepareNext(of: &script) {
///   try statement.run()
/// }
/// ```
///
/// ``Database/executeScript(_:)`` does this, and reports errors by their line in the script.
public struct SQLScript: Sendable {
  /// The whole text.
  public let text: String

  /// Where the statement prepared last begins, in UTF-8 bytes; at first the start of the text.
  public internal(set) var statementOffset = 0

  /// Where the rest begins, in UTF-8 bytes.
  public internal(set) var nextOffset = 0

  /// A script of which nothing has been prepared yet.
  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
  }

  /// The place of the statement prepared last, for messages.
  public var statementPosition: SourcePosition {
    SourcePosition(offset: statementOffset, in: text)
  }

  /// The part that has not been prepared yet.
  public var rest: Substring {
    Substring(text.utf8.dropFirst(nextOffset))
  }
}
