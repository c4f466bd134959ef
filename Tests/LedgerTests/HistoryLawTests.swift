import Foundation
import Intake
import SQLite
import Tabular
import TestSupport
import Testing

@testable import Ledger

@Suite(.temporaryDirectory) struct HistoryLawTests {
  /// `LAW_SEEDS=3-99` tries others.
  private static let seeds: ClosedRange<UInt64> = {
    let given = ProcessInfo.processInfo.environment["LAW_SEEDS"] ?? "0-2"
    let ends = given.split(separator: "-").compactMap { UInt64($0) }
    return (ends.first ?? 0)...(ends.last ?? 0)
  }()

  /// The seed is in the name of the failing case.
  @Test(arguments: seeds)
  func `every earlier state is read as it was, and undoing all comes back to the start`(
    seed: UInt64
  ) throws {
    var ledger = try HistoryLedger()
    var edits = RandomEdits(seed: seed)
    let start = try ledger.keep()
    for _ in 0..<4 {
      if Bool.random(using: &edits.random) {
        ledger.importing(edits.document())
      } else {
        try ledger.editOutside(&edits)
      }
      try ledger.keep()
    }
    // What was derived step by step is what all records give.
    #expect(try Figures.stale(in: ledger.connection).map(\.table) == [])
    let looked = edits.pick(ledger.states.dropFirst().map(\.run))
    for state in ledger.states {
      try ledger.expectKnown(state, withViews: state.run == looked)
    }
    let end = try ledger.keep()
    let runs = try ledger.runs(after: start.run)
    for run in runs.reversed() {
      _ = try Undo.run(run, command: "undo", in: &ledger.connection)
    }
    #expect(try Figures.stale(in: ledger.connection).map(\.table) == [])
    try ledger.expectSameRecords(as: start)
    for undo in try ledger.runs(after: end.run).reversed() {
      _ = try Undo.run(undo, command: "undo", in: &ledger.connection)
    }
    try ledger.expectSameRecords(as: end)
    try ledger.expectKnown(start)
  }
}

/// A small ledger whose states are kept as copies of the file.
struct HistoryLedger: ~Copyable {
  struct State {
    let run: Int64
    let file: URL
  }

  var connection: Connection
  private(set) var states: [State] = []
  private let file = TemporaryDirectory.file("history.sqlite")

  init() throws {
    try FileManager.default.moveItem(at: try Self.made(), to: file)
    connection = try LedgerFile.open(file.path(percentEncoded: false))
  }

  private static func made() throws -> URL {
    let made = TemporaryDirectory.file("made.sqlite")
    var connection = try Workbench.make()
    try connection.execute("VACUUM INTO '\(made.path(percentEncoded: false))'")
    connection = try LedgerFile.open(made.path(percentEncoded: false))
    try connection.transaction { transaction in
      try SavedQueries.writeShipped(in: transaction)
    }
    let base = """
      {"key": "deal-base", "name": "Base", "kind": "bond", "issuer": "Meta", "currency": "EUR",
       "amount": 900000000, "qualifier": "exact", "priced_on": "2025-10-15", "evidence": "filed",
       "binding": "definitive", "sponsor": "Oracle", "balance_sheet": "off",
       "tranches": [{"key": "deal-base/a", "name": "A", "amount": 300000000, "isin": "US30303M8Q83",
         "coupon_pct": 6.1, "ratings": [{"agency": "S&P", "grade": "BBB-", "date": "2025-10-15",
           "scope": "notes"}]}],
       "participants": [{"party": "PIMCO", "role": "anchor_investor", "amount": 200000000}],
       "sources": [{"title": "base", "publisher": "Wire", "url": "https://e.com/base",
         "published_on": "2025-10-15", "grade": "P"}]}
      """
    let rate = """
      {"rate": 1.16, "currency": "USD", "on": "2025-10-15", "sources": [{"title": "rates",
        "publisher": "Wire", "url": "https://e.com/rates", "published_on": "2025-10-15"}]}
      """
    _ = try Importer().run(
      [SourceText(base, name: "base"), SourceText(rate, name: "rate")], command: "base",
      into: &connection)
    return made
  }

  /// Imports a document. One that is refused changes nothing.
  mutating func importing(_ document: String) {
    var options = Importer.Options()
    options.createsParties = true
    do {
      _ = try Importer(options: options).run(
        [SourceText(document, name: "random")], command: "random", into: &connection)
    } catch is ImportRefused {
    } catch {
      Issue.record(error)
    }
  }

  /// Edits with a connection of another tool's kind; what breaks a rule does not happen.
  mutating func editOutside(_ edits: inout RandomEdits) throws {
    let tables = try tables("run_id")
    do {
      let other = try Connection(path: file.path(percentEncoded: false), mode: .readWrite)
      for _ in 0..<6 {
        let table = edits.pick(tables)
        let columns = try other.query("SELECT name, type FROM pragma_table_info(?)", [table]) {
          (name: try $0(0, as: String.self), type: try $0(1, as: String.self))
        }
        try? other.execute(edits.statement(on: table, columns: columns))
      }
    }
    try connection.transaction { transaction in
      let run = try ImportRun.begin(.refresh, command: "adopt", input: nil, in: transaction)
      try run.finish(ImportRun.Counts(), in: transaction)
    }
  }

  /// Keeps a copy of the file as it is.
  @discardableResult
  mutating func keep() throws -> State {
    let copy = TemporaryDirectory.file("state-\(states.count).sqlite")
    try FileManager.default.copyItem(at: file, to: copy)
    let run = try connection.value("SELECT MAX(id) FROM import_run", as: Int64.self) ?? 0
    let state = State(run: run, file: copy)
    states.append(state)
    return state
  }

  func runs(after run: Int64) throws -> [Int64] {
    try connection.query("SELECT id FROM import_run WHERE id > ? ORDER BY id", [run]) { try $0(0) }
  }

  /// The tables with a column, but for runs and the log themselves.
  private func tables(_ column: String) throws -> [String] {
    try connection.query(
      """
      SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = ?
      WHERE m.type = 'table' AND m.name NOT IN ('import_run', 'row_history') ORDER BY m.name
      """, [column]
    ) { try $0(0) }
  }

  /// Every table, view and saved query answers over the earlier state as in the copy kept then.
  func expectKnown(_ state: State, withViews: Bool = true) throws {
    let copy = try LedgerFile.open(state.file.path(percentEncoded: false), mode: .readOnly)
    let past = try LedgerFile.open(file.path(percentEncoded: false), mode: .readOnly)
    // Tables too large to be copied are read in another way; here none is, or every one.
    try EarlierView.$copiedRows.withValue(state.run % 2 == 0 ? 50_000 : 0) {
      _ = try EarlierLedger.enter(EarlierQuestion(knownAt: "\(state.run)"), in: past)
    }
    let objects = try copy.query(
      """
      SELECT name FROM sqlite_schema WHERE (type = 'table' OR type = 'view' AND ?)
        AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name
      """, [withViews]
    ) { try $0(0, as: String.self) }
    for object in objects {
      let question = try Self.question(of: object, in: copy)
      let then = try Self.answer(question, in: copy)
      let now = try Self.answer(question, in: past)
      let isSame = then == now
      #expect(
        isSame,
        "\(object) after run \(state.run): -\(then.subtracting(now)) +\(now.subtracting(then))")
    }
    for query in withViews ? try SavedQueries.all(in: copy) : [] {
      let then = try QueryRunner.run(query, values: [:], in: copy)
      #expect(try QueryRunner.run(query, values: [:], in: past) == then, "\(query.name)")
    }
  }

  /// The records, and what is derived of them, are those of a copy.
  func expectSameRecords(as state: State) throws {
    let copy = try LedgerFile.open(state.file.path(percentEncoded: false), mode: .readOnly)
    for table in try tables("run_id") + tables("is_unconverted")
      + ["state_span", "party_figure", "contested_figure"]
    {
      let question = try Self.question(of: table, in: copy)
      let then = try Self.answer(question, in: copy)
      let now = try Self.answer(question, in: connection)
      let isSame = then == now
      #expect(isSame, "\(table): -\(then.subtracting(now)) +\(now.subtracting(then))")
    }
  }

  /// Spans are numbered anew whenever they are derived.
  private static func question(
    of object: String, in connection: borrowing Connection
  ) throws -> String {
    let columns = try connection.query("SELECT name FROM pragma_table_info(?)", [object]) {
      try $0(0, as: String.self)
    }
    let names = columns.filter { object != "state_span" || $0 != "id" }.map {
      "\(SQLIdentifier($0))"
    }
    return "SELECT \(names.joined(separator: ", ")) FROM \(SQLIdentifier(object))"
  }

  private static func answer(
    _ question: String, in connection: borrowing Connection
  ) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in try rows(question, in: connection) { counts[row, default: 0] += 1 }
    return counts
  }
}

extension [String: Int] {
  fileprivate func subtracting(_ other: [String: Int]) -> [String] {
    filter { other[$0.key] != $0.value }.keys.sorted()
  }
}
