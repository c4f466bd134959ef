/// Everything `deals check` looks for.
public enum Checks {
  public static let all: [Check] = [
    .pages, .foreignKeys, .sources, .codes, .trancheSums, .claims, .derived, .dictionary,
  ]
}
