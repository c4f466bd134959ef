/// Why an amount in words cannot be read, with the readings there would be.
public struct AmountTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text that was given.
  public let text: String
  /// What is wrong, as a sentence without a full stop.
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
