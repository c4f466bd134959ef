import Foundation
import Intake
import TestSupport
import Testing

/// `deals claim` as a reader works with it, on the article's records.
@Suite(.temporaryDirectory) struct ClaimCommandTests {
  init() throws { try ShippedLedger.copy(.article) }

  private static let texas = "oracle-vantage-2025/texas.amount"
  private static let article = "xpert-digital-2025-11-10"

  @Test func `a claim is added, followed, settled and rejected`() throws {
    var session = Session()
    let added = try session.run(
      "claim", "add", Self.texas, "22 billion dollars", "--language", "en", "--title",
      "Texas loan is smaller", "--publisher", "Example Wire", "--published-on", "2025-11-12",
      "--grade", "S", "--asserted-by", "Example Sources", "--reported-by", "Example Daily",
      "--original", "$22 billion", "--locator", "paragraph 2")
    let claim = added.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
    try session.run("show", "oracle-vantage-2025/texas")
    try session.run("claim", "prefer", claim)
    try session.run("check", "claims", "derived", "remainders")
    try session.run("claim", "reject", claim, "--because", "a slip")
    try session.run("claim", "prefer", claim, "--because", "the lender says so")
    try session.run("claim", "prefer", claim)
    try session.run("trace", Self.texas)
    try session.run(
      "sql", "SELECT amount, qualifier FROM tranches WHERE tranche_key LIKE '%/texas'", "--format",
      "csv")
    try session.run(
      "sql", "SELECT kind, command FROM import_run WHERE kind = 'claim'",
      "--format", "csv")
    try session.expectGolden("claim")
  }

  @Test func `what no longer fits the deal's amount is told`() throws {
    var session = Session()
    for amount in ["20 billion dollars", "23.25 billion dollars", "25 billion dollars"] {
      try session.run(
        "claim", "add", Self.texas, amount, "--language", "en", "--source", Self.article,
        "--stance", "preferred", "--because", "a test")
    }
    try session.run("check")
    // What is only also said changes no sum.
    try session.run(
      "claim", "add", Self.texas, "26 billion dollars", "--language", "en", "--source",
      Self.article)
    try session.expectGolden("claim-sums")
  }

  @Test func `what cannot be is refused, and nothing is written`() throws {
    let file = TemporaryDirectory.file("deals.sqlite")
    let before = try Data(contentsOf: file)
    var session = Session()
    for (arguments, status) in [
      (["add", Self.texas, "22 billion dollars", "--source", Self.article], 65),
      (["add", Self.texas, "many", "--source", Self.article], 65),
      (["add", Self.texas, "22 billion", "--language", "en"], 65),
      (["add", "oracle-vantage-2025/texas", "22", "--source", Self.article], 65),
      (["add", "oracle-vantage.amount", "22", "--source", Self.article], 66),
      (["add", Self.texas, "22", "--source", "nowhere"], 66),
      (["add", Self.texas, "22 billion", "--language", "fi", "--source", Self.article], 64),
      (["add", "oracle-vantage-2025.issuer", "Orakle Corp", "--source", Self.article], 65),
      (["add", Self.texas, "--stance", "rejected", "--dispute-kind", "odd", "--grade", "Z"], 65),
      (["prefer", "oracle-vantage-2025/texas/amount/none"], 66),
      (["reject", "oracle-vantage-2025/texas/amount/none"], 64),
      (["adopt", "oracle-vantage-2025/texas.coupon_pct"], 65),
      (["adopt", Self.texas], 0),
    ] {
      let outcome = try session.run(["claim"] + arguments)
      #expect(outcome.status == status, "\(arguments)")
    }
    try session.expectGolden("claim-refused")
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `what another tool wrote is found and adopted`() throws {
    let file = TemporaryDirectory.file("deals.sqlite")
    var session = Session()
    try session.run("check", "claims")
    _ = try Shell.sqlite3(
      file,
      """
      UPDATE tranche SET amount_minor = 2200000000000 WHERE key = 'oracle-vantage-2025/texas';
      UPDATE contract_leg SET payer_id = (SELECT id FROM party WHERE key = 'oracle')
      WHERE key = 'article/openai-oracle-300bn/l1'
      """)
    try session.run("check", "claims")
    try session.run("claim", "adopt", Self.texas, "--source", Self.article)
    try session.run("claim", "adopt", "article/openai-oracle-300bn/l1.payer")
    try session.run("check", "claims", "derived", "remainders")
    try session.run("trace", "article/openai-oracle-300bn/l1.payer")
    try session.expectGolden("claim-adopt")
  }

  @Test(arguments: ["add", "prefer", "reject", "adopt"])
  func `each tells what it does, with an example`(command: String) throws {
    var session = Session()
    let help = try session.run("claim", command, "--help")
    #expect(help.status == 0)
    #expect(help.stdout.contains("Example"))
    try session.expectGolden("help-claim-\(command)")
  }

  /// What a contradiction of the article looks like: its key, and what the trace says of it.
  @Test(arguments: [
    // Who pays the 300 billion: both sides stand, OpenAI is followed for a reason.
    (
      "article/openai-oracle-300bn/l1.payer", ["followed: OpenAI", "rejected: Oracle", "“åtar sig"]
    ),
    // Nvidia invests in OpenAI, or OpenAI in Nvidia.
    ("article/nvidia-openai-investment/l2.payer", ["followed: OpenAI", "rejected: Nvidia"]),
    // 27 and "27 to 29" are never 28.
    (
      "article/meta-private-2025.amount",
      ["followed: USD 27.00 bn", "also said: USD 27.00 to 29.00 bn", "unresolved"]
    ),
    // Two speakers, two plans: each statistic has its own voice.
    ("article/openai-plan-1500bn.value", ["followed: 1500", "stated by"]),
    // A quarter beside a year.
    ("article/microsoft-capex-fy2026-q1.period", ["followed:"]),
    ("article/amazon-capex-2025.comparison", ["many times"]),
    // Whose share price rose by 54 percent.
    ("article/nvidia-share-price-2025", ["stated by", "period"]),
    // The borrower is Vantage, whatever a summary says.
    (
      "oracle-vantage-2025.issuer",
      ["followed: Vantage Data Centers", "rejected: Oracle", "Oracle is the tenant"]
    ),
    // What share of which index: its rank is a claim, its universe words.
    ("article/jpmorgan-ai-index-share.rank", ["followed:"]),
  ])
  func `the article's contradictions can be traced`(subject: String, words: [String]) throws {
    let outcome = try DealsProcess.run("trace", subject)
    #expect(outcome.status == 0)
    for word in words { #expect(outcome.stdout.contains(word), "\(word)\n\(outcome.stdout)") }
  }
}
