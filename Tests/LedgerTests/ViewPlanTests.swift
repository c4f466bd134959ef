import Ledger
import SQLite
import Testing

/// Views stay quick however many rows a ledger has.
@Suite struct ViewPlanTests {
  private struct Step {
    let parent: Int
    let words: String
  }

  /// The places where a plan reads a whole table for each row of another.
  private static func scans(
    of view: String, in connection: borrowing Connection
  ) throws -> [String] {
    let steps = Dictionary(
      uniqueKeysWithValues: try connection.query("EXPLAIN QUERY PLAN SELECT * FROM \(view)") {
        (try $0(0, as: Int.self), Step(parent: try $0(1), words: try $0(3)))
      })
    func isRepeated(_ step: Step) -> Bool {
      guard let parent = steps[step.parent] else { return false }
      return parent.words.hasPrefix("CORRELATED") || isRepeated(parent)
    }
    return steps.values.filter { step in
      step.words.hasPrefix("SCAN ") && !step.words.contains("CONSTANT ROW") && isRepeated(step)
    }.map(\.words)
  }

  @Test func `no view reads a whole table for each row of another`() throws {
    let connection = try LedgerFile.inMemory()
    for view in try LedgerObjects.views(in: connection) {
      #expect(try Self.scans(of: view, in: connection) == [], "\(view)")
    }
  }

  @Test func `a view that does is found`() throws {
    let connection = try LedgerFile.inMemory()
    try connection.execute(
      """
      CREATE TEMP VIEW joined AS SELECT t.id FROM tranche t
      WHERE EXISTS (SELECT 1 FROM tranche x WHERE x.joins_tranche_id = t.id)
      """)
    #expect(try Self.scans(of: "joined", in: connection) == ["SCAN x"])
  }
}
