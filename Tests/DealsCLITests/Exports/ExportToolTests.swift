import Foundation
import TestSupport
import Testing

/// What other tools make of an export, held against the ledger by their own means.
@Suite(.temporaryDirectory) struct ExportToolTests {
  init() throws { try ExportedLedger.copy() }

  @Test func `a data package tells types, keys and references, and pandas reads them`() throws {
    try export("csv", to: "csv")
    let line = try ExportCheck.run("check_package.py", on: "csv")
    #expect(line.contains(/^\d+ views, \d+ passed$/))
  }

  @Test func `DuckDB reads years as folders, and every view with its types`() throws {
    try export("partitioned", to: "parts")
    let line = try ExportCheck.run("check_partitions.py", on: "parts")
    #expect(line.contains(/^\d+ views, \d+ passed$/))
  }

  @Test func `networkx reads parties and flows`() throws {
    try export("graphml", to: "flows.graphml")
    let line = try ExportCheck.run("check_graph.py", on: "flows.graphml")
    #expect(line.contains(/^\d+ nodes, \d+ edges$/))
  }

  @Test func `Datasette serves the snapshot and answers each saved query`() throws {
    try export("datasette", to: "site")
    let line = try ExportCheck.run("check_site.py", on: "site")
    #expect(line.contains(/^\d+ queries, \d+ passed$/))
  }

  @Test func `PostgreSQL gives the same views and the same answers`() throws {
    try export("postgres", to: "ledger.sql")
    let line = try ExportCheck.run("check_postgres.py", on: "ledger.sql")
    #expect(line.contains(/^\d+ views, \d+ questions, left out: \['changes-since'\]$/))
  }

  private func export(_ kind: String, to path: String) throws {
    let outcome = try DealsProcess.run("export", kind, path)
    #expect(outcome.status == 0, "\(outcome.stderr)")
  }
}
