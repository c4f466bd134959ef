/// What to do with a file that is damaged.
public enum DamageAdvice {
  /// The ways that are left, in words.
  public static func text(_ path: String) -> String {
    """
    Go back to a copy that `deals verify` finds sound. Without one, save what can be read: \
    sqlite3 \(ShellWord.quoted(path)) .recover | sqlite3 saved.sqlite
    """
  }

  /// What to do after these findings of SQLite.
  static func text(_ path: String, after findings: [String]) -> String {
    findings.allSatisfy(isOfRules)
      ? """
      Rows are against the rules of the schema. Mend them with the tool that wrote them; \
      `deals check` tells more. If none did, the file is damaged. \(text(path))
      """ : text(path)
  }

  /// Whether a finding is about a row, and not about pages.
  static func isOfRules(_ finding: String) -> Bool {
    ["CHECK constraint failed", "NULL value in"].contains { finding.hasPrefix($0) }
  }
}
