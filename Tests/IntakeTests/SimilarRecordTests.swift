import Intake
import Ledger
import SQLite
import TestSupport
import Testing

/// New records that look like ones on file are told, and added all the same.
@Suite(.temporaryDirectory) struct SimilarRecordTests {
  private static let held = deal("held", amount: 1_000_000, on: "2026-01-10")

  /// A new deal beside one of Meta over a million dollars of 10 January 2026; what it is like.
  @Test(arguments: [
    (deal("new", amount: 1_000_000, on: "2026-01-10"), "held"),
    (deal("new", amount: 1_080_000, on: "2026-05-01"), "held"),
    (deal("new", amount: 1_200_000, on: "2026-01-10"), ""),
    (deal("new", amount: 1_000_000, on: "2026-09-01"), ""),
    (deal("new", amount: 1_000_000, on: "2026-01-10", issuer: "CoreWeave"), ""),
    (deal("new", amount: 1_000_000, on: "2026-01-10", issuer: "Meta Platforms"), "held"),
    (deal("new", amount: 1_000_000, on: "2026-01-10", kind: "equity"), ""),
    (
      deal(
        "new", amount: 1_000_000, on: "2026-01-10",
        more: #", "links": [{"link": "distinct_from", "to": "held", "reason": "two"}]"#), ""
    ),
    // The same deal again is no new one.
    (held, ""),
  ])
  func `a deal of the same issuer, near in amount and time`(document: String, other: String)
    throws
  {
    var ledger = try Workbench.ledger(with: Self.held)
    let summary = try Workbench.load(document, &ledger)
    #expect(summary.similar.map(\.other) == (other.isEmpty ? [] : [other]))
    #expect(summary.similar.map(\.key) == (other.isEmpty ? [] : ["new"]))
    let dry = try Workbench.load(document, &ledger, dryRun: true)
    #expect(dry.similar == [])
  }

  @Test func `of several the nearest in amount is told, of a new ledger none`() throws {
    var ledger = try Workbench.make()
    let first = try Workbench.load(
      [
        Self.held, Self.deal("a", amount: 1_010_000, on: "2026-01-10"),
        Self.deal("b", amount: 990_000, on: "2026-01-10"),
      ].joined(separator: "\n"), &ledger)
    #expect(first.similar == [])
    let second = try Workbench.load(
      Self.deal("c", amount: 1_009_000, on: "2026-01-12"), &ledger)
    #expect(second.similar.map(\.other) == ["a"])
    #expect(
      second.similar.first?.description
        == "deal c looks like a: same issuer, 1 and 1.01 million US dollars, near in time")
  }

  @Test(arguments: [0, 1, 5]) func `it is the same how few or many others are on file`(
    others: Int
  ) throws {
    let filler = (0..<others).map { Self.deal("o\($0)", amount: 7_000_000, on: "2026-01-10") }
    var ledger = try Workbench.ledger(with: ([Self.held] + filler).joined(separator: "\n"))
    let summary = try Workbench.load(
      [
        Self.deal("near", amount: 1_050_000, on: "2026-01-12"),
        Self.deal("far", amount: 2_000_000, on: "2026-01-12"),
        Self.deal("else", amount: 1_050_000, on: "2026-01-12", issuer: "CoreWeave"),
      ].joined(separator: "\n"), &ledger)
    #expect(summary.similar.map { "\($0.key) \($0.other)" } == ["near held"])
  }

  @Test func `a tranche as another of its deal`() throws {
    let tranche =
      #", "tranches": [{"key": "KEY", "name": "KEY", "amount": 500000, "coupon_pct": 5}]"#
    var ledger = try Workbench.ledger(
      with: Self.deal(
        "d", amount: 1_000_000, on: "2026-01-10", more: tranche.replacing("KEY", with: "d/a")))
    let summary = try Workbench.load(
      Self.deal(
        "d", amount: 1_000_000, on: "2026-01-10", more: tranche.replacing("KEY", with: "d/b")),
      &ledger)
    #expect(
      summary.similar.map(\.description).first?.hasPrefix("tranche d/b looks like d/a") == true)
  }

  private static func deal(
    _ key: String, amount: Int, on day: String, issuer: String = "Meta", kind: String = "bond",
    more: String = ""
  ) -> String {
    """
    {"key": "\(key)", "name": "\(key)", "kind": "\(kind)", "issuer": "\(issuer)", "currency": \
    "USD", "amount": \(amount), "priced_on": "\(day)", "evidence": "filed", "binding": \
    "definitive", "sources": ["paper"]\(more)}
    """
  }
}
