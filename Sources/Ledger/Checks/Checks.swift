/// Everything `deals check` looks for.
public enum Checks {
  /// All of them.
  public static let all: [Check] = [
    .pages, .schema, .steps, .foreignKeys, .dictionary, .sources, .codes, .trancheSums,
    .remainders, .balances, .lookAlikes, .plausibility, .money, .days, .claims, .parties, .derived,
    .history, .chain,
    .queries, .journal,
  ]
}
