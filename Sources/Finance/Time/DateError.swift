/// Why a text or a computation is no date.
public struct DateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason as a sentence without a full stop.
  public let message: String

  init(_ message: String) {
    self.message = message
  }

  /// The reason.
  public var description: String { message }
}
