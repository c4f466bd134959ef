import Foundation
import Intake
import SQLite
import Synchronization
import TestSupport
import Testing

/// Several programs at one ledger: all that is told as imported is there, nobody sees half of it.
@Suite(.serialized) struct ConcurrencyTests {
  private static let tranches = 6

  /// Seconds that a writer waits for the others, and the statuses that may come.
  @Test(arguments: [("60", [0]), ("0.02", [0, 75])] as [(String, Set<Int32>)])
  func `writers and readers at once lose nothing and see nothing half`(
    patience: String, statuses: Set<Int32>
  ) throws {
    let (writers, imports) = Dose.current == .ordinary ? (2, 2) : (8, 15)
    if Dose.current == .ordinary, patience != "60" { return }
    let workplace = try Workplace()
    try workplace.place([:])
    try ShippedLedger.copy(.none, to: URL(filePath: workplace.file(Scenario.ledger)))
    let tally = Tally()
    let isOver = Atomic<Int>(0)
    let acknowledged = Mutex<Set<String>>([])
    DispatchQueue.concurrentPerform(iterations: writers + 2) { worker in
      do {
        let place = try Workplace(folder: workplace.folder)
        guard worker < writers else {
          // Two readers, until the last writer is done.
          repeat { try Self.read(tally, at: place) } while isOver.load(ordering: .relaxed) < writers
          return
        }
        defer { isOver.add(1, ordering: .relaxed) }
        for turn in 0..<imports {
          let key = "w\(worker)-\(turn)"
          let sheet = place.aside("\(key).csv")
          try Data(Self.sheet(key).utf8).write(to: URL(filePath: sheet))
          let run = try Program.run(
            ["import", sheet, "--busy-timeout", patience], at: place)
          tally.count(run.status == 0 ? "imported" : "busy")
          if run.status == 0 { acknowledged.withLock { _ = $0.insert(key) } }
          if !statuses.contains(run.status) { tally.violation("\(key): \(run.told)") }
        }
      } catch {
        tally.violation("\(error)")
      }
    }
    let told = acknowledged.withLock { $0 }
    try Self.expectWhole(told, tally, workplace.file(Scenario.ledger))
    try tally.expectClean()
    #expect(tally["imported"] + tally["busy"] == writers * imports)
    #expect(workplace.names() == [Scenario.ledger])
    try ReliabilityReport.line(
      section: "50-others", name: "1-writers-\(patience)",
      tried: "\(writers) writers × \(imports) imports, each waits \(patience) s, with 2 readers",
      times: writers * imports,
      outcome: "\(tally["imported"]) imported, \(tally["busy"]) told busy (75), 0 lost; "
        + "\(tally["whole answers"]) answers, 0 of half an import", suite: "ConcurrencyTests")
  }

  private static func sheet(_ key: String) -> String {
    "deal_id,announced_on,issuer,instrument,tranche,currency,amount\n"
      + (1...tranches).map { "\(key),2026-03-01,Birch \(key),bond,T\($0),USD,\($0)000000\n" }
      .joined()
  }

  /// Every deal there is has all of its tranches.
  private static func read(_ tally: Tally, at place: Workplace) throws {
    let run = try Program.run(
      [
        "sql", "SELECT deal_key, COUNT(*) AS n FROM tranches GROUP BY deal_key", "--format", "csv",
        "--busy-timeout", "60",
      ], at: place)
    guard run.status == 0 else { return tally.violation("a reader: \(run.told)") }
    let rows = run.stdout.split(separator: "\n").dropFirst()
    if let half = rows.first(where: { !$0.hasSuffix(",\(tranches)") }) {
      tally.violation("a reader saw \(half)")
    }
    tally.count("whole answers")
  }

  /// Exactly the deals that were told as imported are there, and the ledger is sound.
  private static func expectWhole(_ keys: Set<String>, _ tally: Tally, _ path: String) throws {
    let connection = try Connection(path: path, mode: .readOnly)
    if try !connection.integrityCheck().isEmpty { tally.violation("the ledger is damaged") }
    let rows = try connection.query(
      "SELECT d.key, COUNT(t.id) FROM deal d LEFT JOIN tranche t ON t.deal_id = d.id GROUP BY d.key"
    ) { (try $0(0, as: String.self), try $0(1, as: Int.self)) }
    let whole = Set(rows.filter { $0.1 == tranches }.map(\.0))
    for key in keys.subtracting(whole) { tally.violation("\(key) is lost") }
    for row in rows where !keys.contains(row.0) {
      tally.violation("\(row) was refused, and is there")
    }
    let runs = try connection.value(
      "SELECT COUNT(*) FROM import_run WHERE kind = 'import' AND finished_at IS NOT NULL",
      as: Int.self)
    if runs != keys.count { tally.violation("\(runs ?? -1) runs for \(keys.count) imports") }
  }

  /// An import is stopped before each of its operations on a file: whoever comes then is told the
  /// state before or that the ledger is busy, and a second writer is told that it is busy.
  @Test func `at every moment of an import others see the state before, or that it is busy`() throws
  {
    _ = try Preload.faults.path()
    guard let scenario = try Scenario.all.get().first else { return }
    let count = try Watched.operations(of: scenario)["any"] ?? 0
    let points = Dose.points(count, ordinary: 2, stride: 6)
    let tally = Tally()
    Shards.run(points.count, tally) { index, workplace in
      try workplace.place(scenario.files)
      let fault = Fault(at: points[index], signal: SIGSTOP)
      let importer = try Child(
        Program.path, scenario.arguments, at: workplace,
        environment: try fault.variables(at: workplace))
      guard importer.waitUntilStopped() else { return tally.violation("\(fault): did not stop") }
      let other = try Workplace(folder: workplace.folder)
      let answer = try Program.run(
        ["sql", "SELECT COUNT(*) AS n FROM tranche", "--format", "csv", "--busy-timeout", "0"],
        at: other)
      let seen = answer.stdout.split(separator: "\n").last.map(String.init) ?? ""
      switch (answer.status, seen) {
      case (75, _): tally.count("readers told busy")
      case (0, "0"): tally.count("readers answered from before")
      case (0, "\(2 * (Dose.current == .ordinary ? 4 : 16))"):
        tally.count("readers answered from after")
      default: tally.violation("\(fault): a reader: \(answer.told) \(seen)")
      }
      let writer = try Program.run(["undo", "999", "--busy-timeout", "0"], at: other)
      if ![66, 75].contains(writer.status) {
        tally.violation("\(fault): a writer: \(writer.told)")
      }
      kill(importer.process, SIGCONT)
      let run = try importer.end()
      let verdict = try Aftermath.look(scenario, run, at: workplace)
      if run.status != 0 || verdict != .after {
        tally.violation("\(fault): the import: \(run.told), \(verdict.words)")
      }
    }
    try tally.expectClean()
    try ReliabilityReport.line(
      section: "50-others", name: "2-stopped",
      tried: "an import stopped before every sixth of its \(count) file operations, others come",
      times: tally.total, outcome: tally.words, suite: "ConcurrencyTests")
  }
}
