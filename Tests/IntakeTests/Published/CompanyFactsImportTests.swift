import Foundation
import Intake
import Ledger
import SQLite
import Tabular
import TestSupport
import Testing

/// Figures of filings as statistics, and what later filings say otherwise as claims.
@Suite(.temporaryDirectory) struct CompanyFactsImportTests {
  /// A figure, and the filing that gives it.
  private struct Fact {
    var value: String
    var filed: String
    var concept = "Revenues"
    var unit = "USD"
    var start: String? = "2025-01-01"
    var end = "2025-03-31"

    var accession: String { "0000000001-26-0000" + filed.suffix(2) }
  }

  private static func file(_ facts: [Fact], name: String = "Birch Corp") -> String {
    let lists = Dictionary(grouping: facts, by: \.concept).values.map { facts in
      let values = facts.map { fact in
        let start = fact.start.map { "\"start\": \"\($0)\", " } ?? ""
        return """
          {\(start)"end": "\(fact.end)", "val": \(fact.value), "accn": "\(fact.accession)", \
          "fy": 2025, "fp": "Q1", "form": "10-Q", "filed": "2026-01-\(fact.filed)"}
          """
      }
      return """
        "\(facts[0].concept)": {"units": {"\(facts[0].unit)": \
        [\(values.joined(separator: ", "))]}}
        """
    }
    return """
      {"cik": 320193, "entityName": "\(name)", \
      "facts": {"us-gaap": {\(lists.sorted().joined(separator: ", "))}}}
      """
  }

  @Test func `each figure of a company is stored once a period, with sums that are the file's`()
    throws
  {
    var connection = try Workbench.make()
    let before = try PublishedBench.records(of: connection)
    let bytes = try PublishedBench.fixture("companyfacts.json")
    let expected = try Self.read(bytes)
    let summary = try PublishedBench.load(bytes: bytes, &connection)
    #expect(summary.count == expected.count)
    #expect(summary.newParties == ["SNOWFLAKE INC."])
    #expect(
      try rows("SELECT scheme, value FROM party_identifier", in: connection)
        == ["cik | 0001640147"])
    let stored = try connection.query(
      "SELECT metric, unit, COUNT(*) FROM observation GROUP BY 1, 2"
    ) {
      "\(try $0(0, as: String.self)) \(try $0(1, as: String.self)) \(try $0(2, as: Int.self))"
    }
    #expect(Set(stored) == expected.periods)
    // No value on file that the file does not have, and none of its latest that is not on file.
    let values = Set(
      try connection.query("SELECT metric, value FROM observation") {
        "\(try $0(0, as: String.self)) \(try $0(1, as: Double.self))"
      })
    #expect(values.isSubset(of: expected.values))
    let claimed = try connection.value(
      "SELECT COUNT(DISTINCT record_id) FROM claim WHERE stance = 'preferred'", as: Int.self)
    #expect(claimed ?? 0 <= expected.restated)
    #expect(
      try rows(
        """
        SELECT COUNT(*) FROM observation
        WHERE currency = 'USD' AND amount_minor <> round(value * 100)
        """, in: connection) == ["0"])
    #expect(try PublishedBench.load(bytes: bytes, &connection).counts.changesNothing)
    #expect(try PublishedBench.findings(in: connection) == [])
    #expect(try PublishedBench.isBack(to: before, &connection))
  }

  /// What Foundation's reader of JSON finds.
  private static func read(_ bytes: [UInt8]) throws -> (
    count: Int, periods: Set<String>, values: Set<String>, restated: Int
  ) {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let taxonomies = try #require(root["facts"] as? [String: [String: [String: Any]]])
    var count = 0
    var periods: Set<String> = []
    var values: Set<String> = []
    var restated = 0
    for (taxonomy, concepts) in taxonomies {
      for (concept, content) in concepts {
        for (unit, facts) in content["units"] as? [String: [[String: Any]]] ?? [:] {
          count += facts.count
          var byPeriod: [String: Set<Double>] = [:]
          for fact in facts {
            let value = (fact["val"] as? NSNumber)?.doubleValue ?? .nan
            byPeriod["\(fact["start"] ?? "") \(fact["end"] ?? "")", default: []].insert(value)
            values.insert("\(taxonomy)/\(concept) \(value)")
          }
          periods.insert("\(taxonomy)/\(concept) \(unit) \(byPeriod.count)")
          restated += byPeriod.values.count { $0.count > 1 }
        }
      }
    }
    return (count, periods, values, restated)
  }

  @Test func `a figure with its unit, its period and its filing`() throws {
    var connection = try Workbench.ledger(
      with: #"{"party_kind": "neocloud", "key": "birch", "name": "Birch", "sources": ["paper"]}"#)
    try PublishedBench.load(
      Self.file([
        Fact(value: "1234.5", filed: "05"),
        Fact(value: "7", filed: "05", concept: "Shares", unit: "shares", start: nil),
        Fact(value: "-0.25", filed: "05", concept: "PerShare", unit: "USD/shares"),
      ]), &connection)
    #expect(
      try rows(
        """
        SELECT observation_key, subject_key, metric, kind, value, unit, currency, amount_minor,
          period_start_on, period_end_on, stated_on, stated_by_key, yearly_value
        FROM observations ORDER BY metric
        """, in: connection) == [
          "birch/us-gaap/pershare/usd/shares/2025-01-01/2025-03-31 | birch | us-gaap/PerShare "
            + "| actual | -0.25 | USD/shares | NULL | NULL | 2025-01-01 | 2025-03-31 "
            + "| 2026-01-05 | birch | NULL",
          "birch/us-gaap/revenues/usd/2025-01-01/2025-03-31 | birch | us-gaap/Revenues "
            + "| actual | 1234.5 | USD | USD | 123450 | 2025-01-01 | 2025-03-31 "
            + "| 2026-01-05 | birch | 4938.0",
          "birch/us-gaap/shares/shares/2025-03-31 | birch | us-gaap/Shares "
            + "| actual | 7.0 | shares | NULL | NULL | NULL | 2025-03-31 "
            + "| 2026-01-05 | birch | NULL",
        ])
    #expect(
      try rows(
        "SELECT DISTINCT source, source_url, locator, first_published_on FROM observations",
        in: connection) == [
          "Form 10-Q of Birch Corp, filed 2026-01-05 | "
            + "https://www.sec.gov/Archives/edgar/data/320193/000000000126000005/"
            + "0000000001-26-000005-index.htm | 10-Q 0000000001-26-000005, Q1 2025 | 2026-01-05"
        ])
  }

  /// What filings give in turn; what is followed, and the claims.
  @Test(arguments: [
    ("100", "100", ""), ("100 100 100", "100", ""),
    ("100 105", "105", "alternative 100, preferred 105"),
    ("100 105 105", "105", "alternative 100, preferred 105"),
    ("100 105 110", "110", "alternative 100, alternative 105, preferred 110"),
    ("100 105 100", "100", "alternative 105, preferred 100"),
    // Rounded later, or given more exactly later: the same figure.
    ("75126464 75126000", "75126464", ""), ("75126000 75126464", "75126464", ""),
    ("1234 1230 1250", "1250", "alternative 1234, preferred 1250"),
    // One digit leaves ten percent open.
    ("53 50", "50", "alternative 53, preferred 50"),
  ])
  func `the latest filing is followed, and what came before is kept`(
    given: String, followed: String, claims: String
  ) throws {
    let facts = given.split(separator: " ").enumerated().map { number, value in
      Fact(value: String(value), filed: "1\(number)")
    }
    var connection = try Workbench.make()
    let text = Self.file(facts)
    try PublishedBench.load(text, &connection)
    let found = try rows(
      "SELECT stance || ' ' || value FROM claim ORDER BY stance, CAST(value AS REAL)",
      in: connection)
    #expect(found.joined(separator: ", ") == claims)
    #expect(
      try rows("SELECT CAST(value AS INTEGER) FROM observation", in: connection) == [followed])
    #expect(try PublishedBench.load(text, &connection).counts.changesNothing)
    #expect(try PublishedBench.findings(in: connection) == [])
    // The company's own word settles it.
    #expect(
      try rows("SELECT COUNT(*) FROM contradictions WHERE is_resolved = 0", in: connection)
        == ["0"])
    // Read filing by filing, in any order, it comes to the same.
    for order in [facts, facts.reversed()] {
      var connection = try Workbench.make()
      for fact in order { try PublishedBench.load(Self.file([fact]), &connection) }
      try PublishedBench.load(text, &connection)
      #expect(
        try rows("SELECT CAST(value AS INTEGER) FROM observation", in: connection) == [followed])
      #expect(try PublishedBench.load(text, &connection).counts.changesNothing)
      #expect(try PublishedBench.findings(in: connection) == [])
    }
  }

  @Test func `what somebody decided outlives the next file`() throws {
    let facts = [Fact(value: "100", filed: "10"), Fact(value: "105", filed: "11")]
    var connection = try Workbench.make()
    try PublishedBench.load(Self.file(facts), &connection)
    let earlier = try connection.value("SELECT key FROM claim WHERE value = '100'", as: String.self)
    let key = try #require(earlier)
    _ = try ClaimBook.run("test", into: &connection) { book, transaction in
      try book.prefer(key, because: "it is of another segment", in: transaction)
    }
    #expect(try PublishedBench.load(Self.file(facts), &connection).counts.changesNothing)
    let more = facts + [Fact(value: "107", filed: "12")]
    #expect(try PublishedBench.load(Self.file(more), &connection).counts.added == 2)
    #expect(
      try rows("SELECT stance, value FROM claim ORDER BY value", in: connection)
        == ["preferred | 100", "alternative | 105", "alternative | 107"])
    #expect(try rows("SELECT value FROM observation", in: connection) == ["100.0"])
    #expect(try PublishedBench.findings(in: connection) == [])
  }

  @Test func `metrics are found under the concepts that companies use`() throws {
    var connection = try Workbench.make()
    try PublishedBench.load(
      Self.file([
        Fact(value: "10", filed: "05", concept: "Revenues"),
        Fact(
          value: "11", filed: "05", concept: "RevenueFromContractWithCustomerExcludingAssessedTax"),
        Fact(
          value: "3", filed: "05", concept: "Revenues", start: "2024-01-29", end: "2025-01-26"),
        Fact(
          value: "99", filed: "05", concept: "RevenueRemainingPerformanceObligation", start: nil),
        Fact(value: "8", filed: "05", concept: "Unheard"),
      ]), &connection)
    #expect(
      try rows(
        """
        SELECT company, metric, concept, period_months, value FROM company_figures
        ORDER BY metric, period_end_on
        """, in: connection) == [
          "Birch Corp | remaining_performance_obligation "
            + "| us-gaap/RevenueRemainingPerformanceObligation | NULL | 99.0",
          "Birch Corp | revenue | us-gaap/Revenues | 12 | 3.0",
          "Birch Corp | revenue | us-gaap/RevenueFromContractWithCustomerExcludingAssessedTax "
            + "| 3 | 11.0",
        ])
  }

  @Test func `what is wrong is told with its place, and nothing is written`() throws {
    var connection = try Workbench.make()
    let before = try contents(of: connection)
    var fact = Fact(value: "10", filed: "99")
    #expect(
      try PublishedBench.problems(Self.file([fact]), &connection).first?
        .hasPrefix("f:1:") == true)
    fact.filed = "05"
    #expect(
      try PublishedBench.problems(Self.file([fact], name: "CoreWeeve"), &connection).first?
        .contains("'CoreWeeve' is one letter from CoreWeave (coreweave)") == true)
    #expect(try contents(of: connection) == before)
  }
}
