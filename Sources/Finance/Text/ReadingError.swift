/// Why a value that someone wrote cannot be read, with the readings it could have.
///
/// An ambiguous text is refused and never guessed at: `readings` then holds at least two, each in a
/// spelling or in words that say which is meant.
public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text that was given.
  public let text: String
  /// What is wrong, as the end of a sentence that begins with the text, without a full stop.
  public let message: String
  /// The readings that are possible, when there are several.
  public let readings: [String]

  init(_ text: String, _ message: String, readings: [String] = []) {
    self.text = text
    self.message = message
    self.readings = readings
  }

  /// The text, what is wrong, and the readings.
  public var description: String {
    let list = readings.isEmpty ? "" : ": " + readings.joined(separator: ", or ")
    return "“\(text)” \(message)\(list)"
  }
}
