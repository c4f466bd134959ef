/// A text as one word of a command to be typed.
public enum ShellWord {
  /// In single quotes, with those within it taken out of them.
  public static func quoted(_ text: String) -> String {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
