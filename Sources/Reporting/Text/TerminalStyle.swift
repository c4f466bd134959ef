/// What is brought out on a terminal, and nowhere else.
public struct TerminalStyle: Sendable {
  /// Whether colours and weights are written at all.
  public let isOn: Bool

  /// One that writes plain text, or not.
  public init(isOn: Bool) { self.isOn = isOn }

  /// Plain text.
  public static let plain = TerminalStyle(isOn: false)

  /// Text that heads something.
  public func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Text that is in doubt.
  public func doubtful(_ text: String) -> String { isOn ? "\u{1B}[33m\(text)\u{1B}[0m" : text }
}
