import Finance
import Ledger
import SQLite
import TestSupport
import Testing

/// What people type, and the record that comes first.
@Suite struct FindTests {
  @Test(arguments: [
    ("coreweave", "coreweave"), ("CoreWeave, Inc.", "coreweave"), ("corweave", "coreweave"),
    ("micorsoft", "microsoft"), ("blak rock", "blackrock"), ("pimco", "pimco"),
    ("oracle-vantage-2025", "oracle-vantage-2025"),
    ("hyperion richland", "beignet-2025-10"),
    ("23,25 miljarder", "oracle-vantage-2025/texas"),
    ("14,75 miljarder dollar", "oracle-vantage-2025/wisconsin"),
    ("OpenAI Oracle cloud", "openai-orcl-2025"),
    ("residual value hyperion", "meta-hyperion-rvg"),
    ("27 billion dollars", "article/meta-private-2025"), ("27bn", "article/meta-private-2025"),
    ("USD 38,000,000,000", "oracle-vantage-2025"), ("$300 billion", "article/openai-oracle-300bn"),
    ("nothing-that-is-there", ""), ("?", ""), ("", ""),
  ])
  func `what is looked for comes first`(text: String, first: String) throws {
    let found = try RecordFinder.find(text, in: ShippedLedger.reading())
    #expect((found.first?.key ?? "") == first)
  }

  @Test func `a record stands once, at its best place`() throws {
    let found = try RecordFinder.find("openai", in: ShippedLedger.reading())
    #expect(found.count > 50)
    #expect(Set(found.map { "\($0.kind) \($0.key)" }).count == found.count)
    #expect(found.first?.place == .name)
  }

  @Test func `a part that has only a kind is named by its record`() throws {
    let found = try RecordFinder.find("hyperion", in: ShippedLedger.reading())
    let parts = found.filter { ["term", "event", "contract_leg", "deal_link"].contains($0.kind) }
    #expect(!parts.isEmpty)
    for part in parts { #expect(part.name.contains(": "), "\(part.key): \(part.name)") }
  }

  @Test(arguments: [
    ("oracle", "oracle", 1, 0), ("oracle", "orcale", 1, 1), ("oracle", "racle", 1, 1),
    ("oracle", "oracles", 1, 1), ("oracle", "miracle", 1, nil), ("oracle", "miracle", 2, 2),
    ("", "ab", 2, 2), ("abcdefgh", "hgfedcba", 2, nil),
  ])
  func `typing errors are counted`(left: String, right: String, limit: Int, expected: Int?) {
    #expect(EditDistance.between(left[...], right[...], atMost: limit) == expected)
    #expect(EditDistance.between(right[...], left[...], atMost: limit) == expected)
  }
}
