/// Everything `deals check` looks for.
public enum Checks {
  /// All of them.
  public static let all: [Check] = [
    .pages, .foreignKeys, .sources, .codes, .trancheSums, .remainders, .claims, .derived,
    .dictionary, .schema, .steps,
  ]
}
