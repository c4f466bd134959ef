import Foundation
import Ledger
import SQLite
import TestSupport
import Testing

@Suite struct SavedQueryTests {
  @Test func `the questions that ship are these`() {
    #expect(
      shippedQueries == [
        "circular-pairs", "contradictions", "fallen-angels", "founding-figures",
        "headline-against-funded", "issuance-by-issuer", "issuance-in-window", "junk-bond-share",
        "junk-rule-sensitivity", "junk-share-all-debt", "lender-concentration",
        "lender-exposures", "letters-of-intent", "obligor-exposure", "off-balance-sheet-debt",
        "party-flows",
        "private-credit-total", "split-rated-tranches", "spread-by-rating", "stale-announcements",
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

  private func shipped(_ name: String) throws -> SavedQuery {
    let ledger = try ShippedLedger.reading()
    return try SavedQueries.find(name, in: ledger)
  }
}
