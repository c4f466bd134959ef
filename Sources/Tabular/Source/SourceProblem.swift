/// What is wrong with an input text, and where.
///
/// Problems are for people: `description` is what the command prints after its own name.
public struct SourceProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the trouble begins.
  public let position: SourcePosition
  /// What was expected and what was found, as one sentence without a full stop.
  public let message: String
  /// What to do about it, where that is known.
  public let hint: String?

  /// A problem at `position`, in words, with the remedy where one is known.
  public init(position: SourcePosition, message: String, hint: String? = nil) {
    self.position = position
    self.message = message
    self.hint = hint
  }

  /// `file:line:column: message`, and the hint in parentheses where there is one.
  public var description: String {
    guard let hint else { return "\(position): \(message)" }
    return "\(position): \(message) (\(hint))"
  }
}
