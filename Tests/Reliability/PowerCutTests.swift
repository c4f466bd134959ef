import Foundation
import Ledger
import SQLite
import Synchronization
import TestSupport
import Testing

/// The power goes away: what a program had written and not synced is there, or not, or in pieces.
@Suite(.serialized) struct PowerCutTests {
  @Test func `no loss of power damages a ledger or loses what was acknowledged`() throws {
    let library = try Preload.recorder.path()
    let scenarios = try Scenario.all.get().filter {
      ["import", "undo", "migrate"].contains($0.name)
    }
    let wanted = Dose.times(ordinary: 40, full: 3_000)
    var (all, later) = (0, 0)
    for scenario in scenarios {
      let record = try Self.record(scenario, library)
      let tally = Tally()
      let acknowledged = record.acknowledged { _ in true }
      Self.cut(scenario.files, record, acknowledged, wanted, tally) {
        place, luck, state, workplace in
        let isDone = place >= acknowledged
        let verdict = try Self.recover(state, scenario.judge, at: workplace)
        tally.count(verdict.words)
        if isDone { tally.count("after it was told as done") }
        if case .wrong(let problem) = verdict {
          tally.violation("\(scenario.name), cut at \(place), \(luck): \(problem)")
        } else if isDone, verdict != .after {
          tally.violation("\(scenario.name), cut at \(place), \(luck): lost what was acknowledged")
        }
      }
      try tally.expectClean()
      let done = tally["after it was told as done"]
      #expect(done > 0)
      let cuts = tally.total - done
      all += cuts
      later += done
      try ReliabilityReport.line(
        section: "30-power", name: "1-\(scenario.name)",
        tried: "`deals \(scenario.name)`, \(record.operations.count) recorded operations",
        times: cuts, outcome: tally.words + "; 0 damaged, 0 acknowledged lost",
        suite: "PowerCutTests")
    }
    #expect(Dose.current == .ordinary || all >= 5_000)
    try ReliabilityReport.line(
      section: "30-power", name: "2-all", tried: "**power cuts**", times: all,
      outcome: "0 damaged, 0 of \(later) acknowledged lost", suite: "PowerCutTests")
  }

  /// The same cuts through a program that does not wait for the disk, and through one that does not
  /// wait for the folder: a harness that finds nothing there would find nothing anywhere.
  @Test(arguments: [
    ("synchronous=OFF", "PRAGMA synchronous = OFF;", "damaged"),
    ("journal_mode=MEMORY", "PRAGMA journal_mode = MEMORY;", "damaged"),
    ("journal_mode=DELETE", "PRAGMA journal_mode = DELETE;", "acknowledged lost"),
  ])
  func `the same cuts damage what is written without care`(
    name: String, setting: String, finding: String
  ) throws {
    let library = try Preload.recorder.path()
    guard Dose.current != .ordinary || name == "synchronous=OFF" else { return }
    let (files, record) = try CarelessImport.record(setting, library)
    let tally = Tally()
    let acknowledged = record.acknowledged { $0.contains("imported") }
    let wanted = Dose.times(ordinary: 40, full: 250)
    Self.cut(files, record, acknowledged, wanted, tally) { place, _, state, workplace in
      let rows = try CarelessImport.rows(state, at: workplace)
      switch rows {
      case nil: tally.count("damaged")
      case CarelessImport.before where place >= acknowledged: tally.count("acknowledged lost")
      case CarelessImport.before, CarelessImport.after: tally.count("sound")
      default: tally.count("damaged")
      }
    }
    try tally.expectClean()
    #expect(tally[finding] > 0, "\(tally.words)")
    try ReliabilityReport.line(
      section: "30-power", name: "3-\(name)",
      tried: "the `sqlite3` shell with `\(name)`, to show that such cuts do harm",
      times: tally.total, outcome: tally.words, suite: "PowerCutTests")
  }

  /// Runs a command and writes down what it does to files.
  private static func record(_ scenario: Scenario, _ library: String) throws -> PowerRecord {
    let workplace = try Workplace()
    try workplace.place(scenario.files)
    let path = workplace.aside("record")
    let run = try Program.run(
      scenario.arguments, at: workplace,
      variables: ["LD_PRELOAD": library, "WATCH_FOLDER": workplace.folder, "RECORD_TO": path])
    #expect(run.status == 0, "\(run.told)")
    return PowerRecord(try Data(contentsOf: URL(filePath: path)), folder: workplace.folder)
  }

  /// Cuts the power at every moment of a record, again and again, until so many different states
  /// were looked at or no new one comes.
  private static func cut(
    _ files: [String: Data], _ record: PowerRecord, _ acknowledged: Int, _ wanted: Int,
    _ tally: Tally,
    _ look: @Sendable (Int, PowerDisk.Luck, [String: Data], Workplace) throws -> Void
  ) {
    let count = record.operations.count
    let rounds = max(1, (6 * wanted + count) / (count + 1))
    let seen = Mutex<Set<Cut>>([])
    Shards.run(rounds, tally) { round, workplace in
      var random = Dose.random("power", round)
      var disk = PowerDisk(files)
      for place in 0...count {
        if place > 0 { disk.apply(record.operations[place - 1]) }
        if Dose.current == .ordinary, place < count, place % 8 != round % 8 { continue }
        let luck = PowerDisk.Luck.allCases[(round + place) % PowerDisk.Luck.allCases.count]
        let survival = disk.survival(luck, &random)
        let cut = Cut(isDone: place >= acknowledged, survival: survival)
        let isNew = seen.withLock { $0.count < wanted && $0.insert(cut).inserted }
        if isNew { try look(place, luck, disk.files(survival), workplace) }
      }
    }
  }

  private struct Cut: Hashable {
    let isDone: Bool
    let survival: PowerDisk.Survival
  }

  /// Opens what the cut left, as the program does, and judges it.
  private static func recover(
    _ state: [String: Data], _ judge: LedgerJudge, at workplace: Workplace
  ) throws -> LedgerJudge.Verdict {
    try workplace.place(state)
    let path = workplace.file(Scenario.ledger)
    do {
      _ = try LedgerFile.openAnyVersion(path, mode: .readOnly)
    } catch {
      return .wrong("cannot be opened: \(error)")
    }
    return try judge.verdict(path)
  }
}
