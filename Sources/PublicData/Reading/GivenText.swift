/// Tells what a form says from what it says for nothing.
enum GivenText {
  /// A text without blanks around it; `nil` where it says that there is none: nothing, `N/A`,
  /// `None`.
  static func given(_ text: some StringProtocol) -> String? {
    let text = trimmed(text)
    guard text.utf8.count <= 4 else { return text }
    switch text.lowercased() {
    case "", "n/a", "na", "none", "null", "-", "--": return nil
    default: return text
    }
  }

  /// An identifier; `nil` also for the placeholders `000000000` and `XXXXXXXXX`.
  static func identifier(_ text: some StringProtocol) -> String? {
    guard let text = given(text), let first = text.utf8.first else { return nil }
    let isPlaceholder = "0xX".utf8.contains(first) && text.utf8.allSatisfy { $0 == first }
    return isPlaceholder ? nil : text
  }

  /// A text without spaces, tabs and line ends around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let text = String(text)
    var rest = text.utf8[...]
    while let byte = rest.first, byte <= 0x20 { rest.removeFirst() }
    while let byte = rest.last, byte <= 0x20 { rest.removeLast() }
    return rest.count == text.utf8.count ? text : String(Substring(rest))
  }
}
