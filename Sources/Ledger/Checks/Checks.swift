/// Everything `deals check` looks for.
public enum Checks {
  /// All of them.
  public static let all: [Check] = [
    .pages, .schema, .steps, .foreignKeys, .dictionary, .sources, .codes, .trancheSums,
    .remainders, .balances, .lookAlikes, .plausibility, .money, .days, .claims, .parties, .derived,
    .history, .chain,
    .queries, .journal,
  ]

  /// Those that ask what a sound file says: sources may say what no deal has, and two deals may be
  /// one. What they find is no fault of the file.
  static let ofContent: [Check] = [
    .trancheSums, .balances, .lookAlikes, .plausibility, .parties, .days,
  ]
}
