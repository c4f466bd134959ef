import Foundation
import Ledger
import SQLite
import TestSupport
import Testing

@Suite struct SavedQueryTests {
  @Test func `the questions that ship are these`() {
    #expect(
      shippedQueries == [
        "capex-funding-mix", "changes-since", "chip-collateral-coverage", "circular-core",
        "circular-cycles", "circular-pairs", "circularity-index", "claim-trace",
        "clearing-shortfall", "contradictions", "customer-concentration", "deal-sheet",
        "debt-by-payer", "distress-shock", "double-pledged-assets", "economic-debt",
        "fallen-angels", "forecast-scorecard", "founding-figures", "guidance-revisions",
        "headline-against-funded", "issuance-against-baseline", "issuance-by-issuer",
        "issuance-by-quarter", "issuance-in-window", "issuer-profile", "junk-bond-share",
        "junk-rule-sensitivity", "junk-share-all-debt", "lender-concentration", "lender-exposures",
        "letters-of-intent", "maturity-wall", "obligor-exposure", "off-balance-sheet-debt",
        "party-flows", "price-per-gigawatt", "private-credit-share-of-gap", "private-credit-total",
        "refinancing-need", "risk-transfers", "single-source-facts", "split-rated-tranches",
        "spread-by-rating", "stale-announcements", "statistic-definitions", "tenor-and-life",
        "vendor-financing", "weighted-cost",
      ])
  }

  @Test(arguments: shippedQueries)
  func `a query says what it is, in full sentences`(name: String) throws {
    let query = try shipped(name)
    #expect(query.isShipped)
    #expect(query.title.count > 10)
    #expect(query.definition.count > 80)
    #expect(query.definition.hasSuffix("."))
    for parameter in query.parameters { #expect(!parameter.help.isEmpty, "\(parameter.name)") }
    for column in query.columns { #expect(!column.meaning.isEmpty, "\(column.name)") }
  }

  @Test(arguments: shippedQueries)
  func `a query only reads, and describes each of its parameters`(name: String) throws {
    let query = try shipped(name)
    let ledger = try ShippedLedger.reading()
    let statement = try ledger.prepare(query.sql)
    let (isReadOnly, parameters) = (statement.isReadOnly, statement.parameterNames)
    #expect(isReadOnly)
    #expect(
      Set(parameters.map { String(($0 ?? "?").dropFirst()) })
        == Set(query.parameters.map(\.name)))
  }

  @Test(arguments: shippedQueries)
  func `a parameter has a type that is known, and refuses what is none of it`(
    name: String
  ) throws {
    let ledger = try ShippedLedger.reading()
    let query = try SavedQueries.find(name, in: ledger)
    for parameter in query.parameters where parameter.type != "text" {
      #expect(throws: LedgerError.self, "\(parameter.name)") {
        _ = try QueryRunner.run(query, values: [parameter.name: "no such thing"], in: ledger)
      }
      for choice in parameter.choices ?? [] {
        _ = try QueryRunner.run(query, values: [parameter.name: choice], in: ledger)
      }
    }
  }

  @Test(arguments: shippedQueries)
  func `a query describes each of its columns in order, and ends with its coverage`(
    name: String
  ) throws {
    let query = try shipped(name)
    let ledger = try ShippedLedger.reading()
    let statement = try ledger.prepare(query.sql)
    let columns = statement.columnNames
    let described = query.columns.map(\.name)
    let isAggregate = columns.contains { $0.hasPrefix("rows_") }
    #expect(columns == (isAggregate ? described + SavedQuery.coverageColumns : described))
  }

  @Test(arguments: shippedQueries)
  func `a query takes its defaults from its first part alone`(name: String) throws {
    let query = try shipped(name)
    for parameter in query.parameters {
      let uses = query.sql.ranges(of: ":\(parameter.name)").count
      #expect(uses == 1, "\(parameter.name)")
      if parameter.help.contains("default today") {
        #expect(query.sql.contains("coalesce(:\(parameter.name), date('now'))"))
      }
    }
  }

  @Test(arguments: ["rate", "converted"])
  func `queries that convert all do it in the same words`(part: String) throws {
    let parts = try shippedQueries.compactMap { name -> Substring? in
      let sql = try shipped(name).sql
      // Where each row asks for it once, it need not be stored.
      guard
        let start = sql.firstRange(of: "\n\(part) AS MATERIALIZED (\n")
          ?? sql.firstRange(of: "\n\(part) AS NOT MATERIALIZED (\n")
      else { return nil }
      return sql[start.upperBound...].prefix { $0 != ";" }.split(
        separator: "\n),", maxSplits: 1)[0]
    }
    #expect(Set(parts).count == 1)
    #expect(parts.count >= 10)
  }

  @Test(arguments: shippedQueries)
  func `a query uses no function that sandboxes refuse`(name: String) throws {
    let sql = try shipped(name).sql.lowercased()
    let calls = sql.matches(of: /\b(printf|format|load_extension|readfile|writefile)\s*\(/)
    #expect(calls.map { String($0.1) } == [])
  }

  @Test(arguments: shippedQueries)
  func `a query's answer over the shipped ledger is as it was`(name: String) throws {
    let ledger = try ShippedLedger.reading()
    let result = try Answer.result(name, in: ledger)
    let lines = result.rows.map { row in
      row.map { Answer.text($0, unit: nil) }.joined(separator: " | ")
    }
    let head = result.columns.map(\.name).joined(separator: " | ")
    try expectGolden(([head] + lines).joined(separator: "\n") + "\n", name)
  }

  @Test func `each query asks what was published by a day, or known after a run`() throws {
    for question in [EarlierQuestion(publishedBy: "2025-11-10"), EarlierQuestion(knownAt: "3")] {
      let ledger = try ShippedLedger.reading()
      try EarlierLedger.enter(question, in: ledger)
      for name in shippedQueries {
        let described = try SavedQueries.find(name, in: ledger).columns.map(\.name)
        let shown = try Answer.result(name, in: ledger).withoutCoverage.columns.map(\.name)
        #expect(shown == described, "\(name)")
      }
    }
  }

  @Test(arguments: [EarlierQuestion(publishedBy: "2025-11-10"), EarlierQuestion(knownAt: "3")])
  func `a query answers the same where only what it reads is derived`(
    question: EarlierQuestion
  ) throws {
    let whole = try ShippedLedger.reading()
    try EarlierLedger.enter(question, in: whole)
    for name in ["contradictions", "customer-concentration", "junk-bond-share"] {
      let part = try ShippedLedger.reading()
      try EarlierLedger.enter(
        question, toAsk: [SavedQueries.find(name, in: part).sql], in: part)
      #expect(try Answer.result(name, in: part) == Answer.result(name, in: whole), "\(name)")
    }
  }

  @Test(arguments: [EarlierQuestion(publishedBy: "2025-11-10"), EarlierQuestion(knownAt: "3")])
  func `a derived table holds the same where it alone is derived`(
    question: EarlierQuestion
  ) throws {
    let whole = try ShippedLedger.reading()
    try EarlierLedger.enter(question, in: whole)
    for table in [
      "contested_figure", "deal_figure", "leg_figure", "lending_figure", "participation_figure",
      "party_figure", "state_span", "tranche_figure",
    ] {
      let part = try ShippedLedger.reading()
      // Spans are numbered anew.
      let columns = try part.query(
        "SELECT name FROM pragma_table_info(?) WHERE name <> 'id'", [table]
      ) { try $0(0, as: String.self) }
      let sql = "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
      try EarlierLedger.enter(question, toAsk: [sql], in: part)
      let answers = try [
        whole.query(sql) { "\(try $0.values())" }.sorted(),
        part.query(sql) { "\(try $0.values())" }.sorted(),
      ]
      #expect(answers[0] == answers[1], "\(table)")
    }
  }

  /// Of the deal something came later; of its issuer, who is rated Aa2 since 2021, nothing did.
  @Test func `a tranche derived anew has the rating of an issuer that is not`() throws {
    let ledger = try ShippedLedger.reading()
    try EarlierLedger.enter(EarlierQuestion(publishedBy: "2025-11-10"), in: ledger)
    let found = try ledger.value(
      """
      SELECT f.composite_notch FROM tranche_figure f JOIN tranche t ON t.id = f.tranche_id
      WHERE t.key = 'googl-2025-05-eur/t1'
      """, as: Int.self)
    #expect(found == 3)
  }

  private func shipped(_ name: String) throws -> SavedQuery {
    let ledger = try ShippedLedger.reading()
    return try SavedQueries.find(name, in: ledger)
  }
}
