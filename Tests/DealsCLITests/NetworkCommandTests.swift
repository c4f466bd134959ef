import Foundation
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct NetworkCommandTests {
  /// Flows in billions of US dollars, with an option given for one; their index is 286/1213.
  private static let toy = """
    Nvidia>OpenAI capital 100, OpenAI>Oracle purchase 300, Oracle>Nvidia purchase 40,
    OpenAI>Nvidia purchase 350, OpenAI>AMD purchase 100 option,
    Nvidia>CoreWeave capital 6, OpenAI>CoreWeave purchase 22, CoreWeave>Nvidia purchase 10,
    Nvidia>xAI capital 2, xAI>Nvidia purchase 20, OpenAI>Microsoft purchase 250,
    Microsoft>OpenAI capital 13
    """

  /// Makes a ledger of these flows, each a contract of its own.
  init() throws {
    let documents = Self.toy.split(separator: ",").enumerated().map { index, text in
      let words = text.split { $0.isWhitespace || $0 == ">" }.map(String.init)
      let isCapital = words[2] == "capital"
      let back = words.count > 4 ? words[4] : isCapital ? "equity" : "compute"
      return """
        {"key": "toy-\(index)", "name": "Flow \(index)", "evidence": "filed", \
        "kind": "\(isCapital ? "equity_investment" : "chip_supply")", "term_years": 5, \
        "signed_on": "2025-06-02", "binding": "definitive", \
        "funding": "\(isCapital ? "drawn" : "unknown")", "legs": [\
        {"from": "\(words[0])", "to": "\(words[1])", "what": "cash", "currency": "USD", \
        "amount": \(words[3])000000000}, \
        {"from": "\(words[1])", "to": "\(words[0])", "what": "\(back)"}], \
        "sources": [{"title": "Toy", "publisher": "Us", "url": "https://e.com/toy", \
        "published_on": "2025-06-02"}]}
        """
    }
    _ = try DealsProcess.run("init", "--seeds", "none", "--quiet")
    let outcome = try DealsProcess.run(
      ["import", "-", "--quiet"], input: Data(documents.joined(separator: "\n").utf8))
    #expect(outcome.status == 0, "\(outcome.stderr)")
  }

  @Test func `the shape of a small network`() throws {
    var session = Session()
    try session.run("network", "reciprocity", "--as-of", "2026-06-30")
    try session.run("network", "cycles", "--as-of", "2026-06-30")
    try session.run("network", "cycles", "--length", "2", "--most-rounds", "2", "--layer", "firm")
    try session.run("network", "core", "--as-of", "2026-06-30")
    try session.run("network", "circularity", "--as-of", "2026-06-30", "--format", "csv")
    try session.run("network", "core", "--as-of", "2025-01-01")
    try session.expectGolden("network-shape")
  }

  @Test func `the index and the rounds are those counted by hand`() throws {
    let answer = try DealsProcess.run("network", "circularity", "--format", "csv", "--quiet").stdout
    #expect(
      answer.split(whereSeparator: \.isNewline)[1] == "All flows,1213000000000,286000000000,23.5779"
    )
    let cycles = try DealsProcess.run("network", "cycles", "--format", "csv", "--quiet").stdout
    #expect(cycles.split(whereSeparator: \.isNewline).count == 8)
  }

  @Test func `what happens when a party is gone`() throws {
    try TemporaryDirectory.write(
      """
      party,assets_usd,equity_usd
      OpenAI,20000000000,5000000000
      oracle,1000000000,20000000000
      coreweave,500000000,3000000000
      xai,9000000000,9000000000
      nvidia,60000000000,80000000000
      microsoft,90000000000,300000000000

      """, to: "sheets.csv")
    let sheets = TemporaryDirectory.path("sheets.csv")
    var session = Session()
    try session.run("network", "what-if", "OpenAI")
    try session.run("network", "what-if", "openai", "--length", "1", "--assets", sheets)
    try session.run("network", "clearing", "--assets", sheets)
    for form in [[], ["--differential"]] {
      try session.run(
        ["network", "debtrank", "--shock", "openai=0.5", "--assets", sheets] + form)
    }
    try session.run("network", "debtrank", "--shock", "oracle", "--assets", sheets)
    try session.expectGolden("network-stress")
  }

  @Test func `what a party has reported stands in for what is not given`() throws {
    let documents = [
      // The last one has no flow, and no place in a clearing.
      ("openai", 7), ("oracle", 11), ("xai", 3), ("coreweave", 2), ("bystander", 5),
    ].map {
      party, cash in
      """
      {"key": "cash-\(party)", "metric": "cash", "kind": "actual", "subject": "\(party)", \
      "value": \(cash), "unit": "bn", "currency": "USD", "period_end": "2026-03-31", \
      "sources": [{"title": "Filing", "publisher": "Us", "url": "https://e.com/\(party)", \
      "published_on": "2026-05-02"}]}
      """
    }
    _ = try DealsProcess.run(
      ["import", "-", "--quiet"], input: Data(documents.joined(separator: "\n").utf8))
    var session = Session()
    try session.run("network", "clearing", "--as-of", "2026-06-30")
    try session.run("network", "clearing", "--as-of", "2026-01-31")
    try session.expectGolden("network-reported")
  }

  @Test func `nothing is taken for zero, and what is wrong is told`() throws {
    try TemporaryDirectory.write(
      "party,assets_usd\nopenai,1e9\n,5\nNobody,7\n", to: "wrong.csv")
    try TemporaryDirectory.write("name,cash\nopenai,1\n", to: "other.csv")
    try TemporaryDirectory.write("party,assets_usd\nNobody,7\nopenai,5\n", to: "nobody.csv")
    try TemporaryDirectory.write("party,assets_usd\nopenai,5\n", to: "few.csv")
    var session = Session()
    try session.run("network", "clearing")
    try session.run("network", "debtrank", "--shock", "openai")
    try session.run("network", "what-if", "opena")
    for file in ["wrong.csv", "other.csv", "nobody.csv", "few.csv"] {
      try session.run("network", "clearing", "--assets", TemporaryDirectory.path(file))
    }
    try session.run(
      "network", "debtrank", "--shock", "openai=2", "--assets", TemporaryDirectory.path("few.csv"))
    try session.expectGolden("network-refused")
  }
}
