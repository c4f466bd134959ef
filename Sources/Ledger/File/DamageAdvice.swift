/// What to do with a file that is damaged.
public enum DamageAdvice {
  /// The ways that are left, in words.
  public static func text(_ path: String) -> String {
    """
    Go back to a copy that `deals verify` finds sound. Without one, save what can be read: \
    sqlite3 \(ShellWord.quoted(path)) .recover | sqlite3 saved.sqlite
    """
  }
}
