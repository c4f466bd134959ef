import Foundation
import Reporting
import SQLite
import TestSupport
import Testing

/// Docs/Reproductions.md is what the shipped ledger answers. `UPDATE_GOLDEN=1` writes it.
@Suite struct ReproductionTests {
  @Test func `the page of reproductions is what the ledger answers`() throws {
    try RepositoryFile.expect(
      ReproductionPage.text(in: ShippedLedger.reading()), at: "Docs/Reproductions.md")
  }

  /// The figures that are rebuilt to a hundredth of what was stated.
  @Test(arguments: [
    "bofa-ig-sepoct-2025", "article/ig-debt-sep-oct-2025", "bigfour-two-months-80",
    "bofa-hs5-2025", "hs5-2025-108", "wsj-borrowing-since-sep-2025", "hy-google-linked-5.7",
    "kobeissi-126", "ms-dc-2.9tn", "ms-dc-2.9tn-use", "ms-gap-1.5tn", "ft-openai-1tn",
    "ft-openai-partners-96", "oracle-raise-2026", "crwv-debt-2025-06-30", "cap4-q1-2026-110",
    "cap4-650",
  ])
  func `a published figure comes out`(statement: String) throws {
    let ledger = try ShippedLedger.reading()
    let ways = try Reproduction.shipped().filter { $0.statement == statement }
    let deviations = try ways.map { abs(try ReproducedFigure($0, in: ledger).deviation) }
    #expect(deviations.contains { $0 <= 0.0125 }, "\(deviations)")
  }

  @Test func `every command of the page asks as the page does`() throws {
    let commands = try Reproduction.shipped().map(\.command)
    #expect(
      commands[0]
        == "deals query issuance-in-window --set as_of=2026-06-30 --set from_day=2025-09-01 "
        + "--set issued_in=USD --set \"issuers=meta oracle beignet\" --set until_day=2025-10-31")
    #expect(commands.allSatisfy { $0.hasPrefix("deals query ") || $0.hasPrefix("deals sql \"") })
  }
}
