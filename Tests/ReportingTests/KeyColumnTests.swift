import Ledger
import Reporting
import SQLite
import Testing

/// What a table that is too wide for its terminal goes without.
@Suite struct KeyColumnTests {
  private static let names = ["deal_key", "deal", "issuer_key", "issuer", "part_of_key"]
  private static let result = ResultSet(
    columns: names.map { .init(name: $0) },
    rows: [
      ["a-long-key-of-a-deal", "Alder loan", "alder", "Alder", "alder-2026"].map { .text($0) }
    ])

  /// All of it is 20 + 10 + 10 + 6 + 11 wide, and 8 for the gaps.
  @Test(
    arguments: [
      (200, []), (65, []), (64, ["issuer_key"]), (53, ["issuer_key"]),
      (52, ["deal_key", "issuer_key"]), (8, ["deal_key", "issuer_key"]),
    ] as [(Int, [String])])
  func `keys beside their names go first, the last of them before the others`(
    width: Int, leftOut: [String]
  ) {
    let fitted = KeyColumns.fitted(Self.result, to: width)
    #expect(fitted.leftOut == leftOut)
    #expect(fitted.result.columns.map(\.name) == Self.names.filter { !leftOut.contains($0) })
    #expect(fitted.result.rows.allSatisfy { $0.count == fitted.result.columns.count })
  }
}
