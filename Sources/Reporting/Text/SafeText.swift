internal import Tabular

/// Text that cannot steer the terminal it is shown on.
public enum SafeText {
  /// Every line made harmless; the ends of lines stay.
  public static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.neutralised(String($0)) }.joined(separator: "\n")
  }
}
