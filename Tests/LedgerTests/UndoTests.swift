import Ledger
import SQLite
import TestSupport
import Testing

@Suite(.temporaryDirectory) struct UndoTests {
  @Test func `what a run settled comes back as it was`() throws {
    var connection = try Workbench.make()
    let whole: [any Record] = [
      Workbench.deal("whole"), try Workbench.statedAmount("100 USD", of: "whole"),
    ]
    try Workbench.save(whole, &connection)
    try Workbench.save(
      [Workbench.deal("part"), try Workbench.tranche("part/a", of: "part", "30 USD")],
      &connection)
    let before = try state(connection)
    try Workbench.save(
      [
        Workbench.link("part_of", from: "part", to: "whole"),
        try Workbench.tranche("whole/a", of: "whole", "60 USD"),
      ], &connection)
    let run = try newestRun(connection)
    let after = try state(connection)
    #expect(after != before)
    let undo = try Undo.run(run, command: "undo", in: &connection)
    #expect(try state(connection) == before)
    #expect(try Figures.stale(in: connection).isEmpty)
    _ = try Undo.run(undo.run, command: "undo", in: &connection)
    #expect(try state(connection) == after)
  }

  @Test func `a later change of the same row stands against it, and is named`() throws {
    var connection = try Workbench.make()
    try Workbench.save([Workbench.deal("d")], &connection)
    let first = try newestRun(connection)
    var deal = Workbench.deal("d")
    deal.name = "another"
    try Workbench.save([deal], &connection)
    try expectRefusal(
      of: first, "deal d was changed by run \(first + 1) (import: test)", &connection)
    _ = try Undo.run(first + 1, command: "undo", in: &connection)
    _ = try Undo.run(first, command: "undo", in: &connection)
    #expect(try rows("SELECT key FROM deal", in: connection) == [])
  }

  @Test func `records that refer to what would go stand against it`() throws {
    var connection = try Workbench.make()
    try Workbench.save(
      [Workbench.deal("d"), try Workbench.tranche("d/a", of: "d", "5 USD")],
      &connection)
    let run = try newestRun(connection)
    try Workbench.save([try Workbench.tranche("d/b", of: "d", "7 USD")], &connection)
    try expectRefusal(of: run, "tranche d/b refers to a deal that would go", &connection)
  }

  @Test func `a claim on what would go stands against it`() throws {
    var connection = try Workbench.make()
    try Workbench.save(
      [Workbench.deal("d"), try Workbench.tranche("d/a", of: "d", "5 USD")],
      &connection)
    let run = try newestRun(connection)
    var claim = try Workbench.statedAmount("9 USD", of: "d")
    claim.recordKind = "tranche"
    claim.record = "d/a"
    claim.stance = "alternative"
    try Workbench.save([claim], &connection)
    try expectRefusal(
      of: run, "claim d/amount/stated is about a tranche that would go", &connection)
  }

  @Test func `a number that another record has by now stands against it`() throws {
    var connection = try Workbench.make()
    try Workbench.save([Workbench.deal("c")], &connection)
    try connection.execute("DELETE FROM party WHERE key = 'someone'")
    try Workbench.save([Workbench.deal("d")], &connection)
    let outside = try newestRun(connection) - 1
    try connection.execute(
      "INSERT INTO party (id, key, name) SELECT MAX(row_id), 'new', 'New' FROM row_history")
    try Workbench.save([Workbench.deal("e")], &connection)
    try expectRefusal(of: outside, "party row 6 is another record since run 5", &connection)
  }

  @Test func `a run is undone once, and an undo can be undone`() throws {
    var connection = try Workbench.make()
    try Workbench.save([Workbench.deal("d")], &connection)
    let run = try newestRun(connection)
    let undo = try Undo.run(run, command: "undo", in: &connection).run
    try expectRefusal(of: run, "it was undone by run \(undo) already", &connection)
    _ = try Undo.run(undo, command: "undo", in: &connection)
    #expect(try rows("SELECT key FROM deal", in: connection) == ["d"])
    _ = try Undo.run(run, command: "undo", in: &connection)
    #expect(try rows("SELECT key FROM deal", in: connection) == [])
  }

  @Test(arguments: [0, 99, -1] as [Int64]) func `a run that is none is told`(run: Int64) throws {
    var connection = try Workbench.make()
    #expect(throws: LedgerError.unknownRun(run)) {
      try Undo.run(run, command: "undo", in: &connection)
    }
  }

  private func expectRefusal(
    of run: Int64, _ reason: String, _ connection: inout Connection,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try state(connection)
    do {
      _ = try Undo.run(run, command: "undo", in: &connection)
      Issue.record("run \(run) was undone", sourceLocation: sourceLocation)
    } catch LedgerError.undoRefused(_, let reasons) {
      #expect(
        reasons.contains { $0.hasPrefix(reason) }, "\(reasons)", sourceLocation: sourceLocation)
    }
    #expect(try state(connection) == before, sourceLocation: sourceLocation)
  }

  private func newestRun(_ connection: borrowing Connection) throws -> Int64 {
    try connection.value("SELECT MAX(id) FROM import_run", as: Int64.self) ?? 0
  }

  private func state(_ connection: borrowing Connection) throws -> [String] {
    try rows(
      """
      SELECT key, counted, not_counted_because, NULL, NULL FROM deal
      UNION ALL SELECT key, counted, not_counted_because, amount_minor, run_id FROM tranche
      UNION ALL SELECT stance, record_id, attribute, amount_minor, run_id FROM claim
      ORDER BY 1, 2, 3
      """, in: connection)
  }
}
