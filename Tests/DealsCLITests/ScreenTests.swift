import Foundation
import Intake
import TestSupport
import Testing

/// Screens of the article's records: all of its days are in the past.
@Suite(.temporaryDirectory) struct ScreenTests {
  init() throws { try ShippedLedger.copy(.article) }

  @Test func `status is one screen`() throws {
    var session = Session()
    try session.run("status", "--as-of", "2026-06-30")
    try session.expectGolden("status")
  }

  @Test(arguments: [
    ("party", "openai"), ("deal", "oracle-vantage-2025"), ("tranche", "oracle-vantage-2025/texas"),
    ("contract", "article/openai-oracle-300bn"), ("leg", "article/openai-oracle-300bn/l1"),
    ("source", "xpert-digital-2025-11-10"), ("statistic", "article/morgan-stanley-gap"),
  ])
  func `show is one screen on any record`(kind: String, key: String) throws {
    var session = Session()
    let outcome = try session.run("show", key)
    #expect(outcome.status == 0)
    try session.expectGolden("show-\(kind)")
  }

  /// The worked examples of `Docs/Documents.md`: what belongs to a record beside tranches and legs.
  @Test(arguments: [
    ("chips", "example-chips"), ("warrant", "example-warrant"), ("asset", "example-chips/pool"),
    ("theme", "ai-related-example-2026"), ("owner", "example-compute-llc"),
    ("term", "example-chips/cover"),
    ("holding", "example-credit-fund/holding/example-chips/t1/2026-06-30"),
  ])
  func `show has the parts of a record`(name: String, key: String) throws {
    for (number, example) in try Self.examples().enumerated() {
      try TemporaryDirectory.write(example, to: "examples/\(number).json")
    }
    #expect(try DealsProcess.run("import", "examples", "--quiet").status == 0)
    var session = Session()
    let outcome = try session.run("show", key)
    #expect(outcome.status == 0)
    try session.expectGolden("show-example-\(name)")
  }

  private static func examples() throws -> [String] {
    try RepositoryFile.blocks("json", of: "Docs/Documents.md")
  }

  @Test func `trace tells every claim behind a value`() throws {
    var session = Session()
    try session.run("trace", "article/meta-private-2025.amount")
    try session.run("trace", "article/openai-oracle-300bn/l1.payer")
    try session.run("trace", "oracle-vantage-2025")
    try session.run("trace", "article/meta-private-2025.colour")
    try session.run("trace", "article/meta-private-2025.recourse")
    try session.run("trace", "beignet-2025-10.development_cost")
    try session.run("trace", "googl-2025-05-usd/t1.net_proceeds")
    try session.run("trace", "nvidia")
    try session.expectGolden("trace")
  }

  @Test func `a key that is none ends in 66`() throws {
    var session = Session()
    try session.run("show", "no-such-deal")
    try session.run("trace", "no-such-deal.amount")
    try session.expectGolden("unknown-key")
  }
}
