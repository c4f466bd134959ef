/// Tells what a form says from what it says for nothing.
enum GivenText {
  /// A text without blanks around it; `nil` where it says that there is none: nothing, `N/A`, `None`.
  static func given(_ text: some StringProtocol) -> String? {
    let text = trimmed(text)
    switch text.lowercased() {
    case "", "n/a", "na", "none", "null", "-", "--": return nil
    default: return text
    }
  }

  /// An identifier; `nil` also for the placeholders `000000000` and `XXXXXXXXX`.
  static func identifier(_ text: some StringProtocol) -> String? {
    guard let text = given(text), let first = text.first else { return nil }
    return "0xX".contains(first) && text.allSatisfy { $0 == first } ? nil : text
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
