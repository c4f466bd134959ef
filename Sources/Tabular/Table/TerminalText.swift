/// Makes text of strangers harmless on a terminal (CWE-150).
///
/// Control characters could move the cursor, change colours or hide what follows; bidirectional
/// controls could show a name other than the one stored. Files and JSON are never changed: only
/// what a person reads on a screen.
public enum TerminalText {
  /// The text with line ends and tabs as spaces, other controls as visible signs, and bidirectional
  /// controls as `�`.
  public static func neutralised(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { replacement(of: $0) != nil }) else { return text }
    return neutralised(Array(text.unicodeScalars)[...])
  }

  static func neutralised(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(replacement(of: scalar) ?? scalar) }
    return String(text)
  }

  /// What a scalar is shown as when it is not shown as itself.
  private static func replacement(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: nil
    }
  }
}
