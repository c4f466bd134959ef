import Foundation
import SQLite
import TestSupport
import Testing

/// Ledgers that a disk, a cable or a program has damaged: no command crashes or hangs on one, and
/// none writes to one that SQLite's quick check refuses.
@Suite(.serialized) struct DamagedFileTests {
  /// Commands that only read; a damaged ledger gets some of them in turn, and then an import.
  private static let reading = [
    ["query", "junk-bond-share"], ["show", "deal-1"], ["status"],
    ["export", "documents", "documents"], ["log"], ["find", "alder"], ["trace", "deal-1.amount"],
    ["check"],
  ]

  @Test func `a damaged ledger is told as damaged and left alone`() throws {
    guard let whole = try Scenario.all.get().first?.judge.after else { return }
    let tally = Tally()
    Shards.run(Dose.times(ordinary: 6, full: 1_020), tally) { index, workplace in
      var random = Dose.random("damage", index)
      let damage = Damage.allCases[index % Damage.allCases.count]
      let bytes = damage.done(to: whole, &random)
      let name = "\(damage) \(index)"
      let isRefused = try Self.isRefused(bytes, at: workplace)
      try workplace.place([
        Scenario.ledger: bytes, "sheet.csv": Data(Sheets.deals(1, from: 90).utf8),
      ])
      let command = Self.reading[index / Damage.allCases.count % Self.reading.count]
      try Self.read(command, isRefused, name, tally, at: workplace)
      if workplace.bytes(Scenario.ledger) != bytes {
        tally.violation("\(name): \(command) wrote to it")
      }
      try Self.write(bytes, isRefused, name, tally, at: workplace)
      tally.count(isRefused ? "refused by quick_check" : "harmless")
      tally.count(damage.rawValue)
    }
    try tally.expectClean()
    let files = tally["refused by quick_check"] + tally["harmless"]
    #expect(Dose.current == .ordinary || files >= 1_000)
    #expect(tally["refused by quick_check"] > files / 3)
    try ReliabilityReport.line(
      section: "40-damage", name: "1-files",
      tried: "**damaged files** (\(Damage.allCases.count) ways)",
      times: files,
      outcome: "0 crashes, 0 of the \(tally["refused by quick_check"]) that `quick_check` refuses "
        + "written to", suite: "DamagedFileTests")
    try ReliabilityReport.line(
      section: "40-damage", name: "2-commands", tried: "reading commands on them",
      times: tally["read"] + tally["told as damaged"],
      outcome: "\(tally["told as damaged"]) told the damage, \(tally["read"]) read what is sound",
      suite: "DamagedFileTests")
    try ReliabilityReport.line(
      section: "40-damage", name: "3-imports", tried: "imports into them",
      times: tally["import refused"] + tally["imported"],
      outcome: "\(tally["import refused"]) refused, \(tally["imported"]) into files without damage "
        + "that `quick_check` finds", suite: "DamagedFileTests")
  }

  private static func read(
    _ command: [String], _ isRefused: Bool, _ name: String, _ tally: Tally, at workplace: Workplace
  ) throws {
    let run = try Program.run(command, at: workplace)
    if run.isCrash || run.isHung || run.status > 128 {
      tally.violation("\(name), \(command): \(run.told)")
    }
    // 1: something to look at, 66: a record that is gone, 78: another version in the header.
    let isTold = [65, 74, 78].contains(run.status)
    if ![0, 1, 66].contains(run.status), !isTold {
      tally.violation("\(name), \(command): \(run.told)")
    }
    if run.status != 0, run.stderr.isEmpty, run.stdout.isEmpty {
      tally.violation("\(name), \(command): nothing said")
    }
    if command == ["check"], isRefused, run.status == 0 {
      tally.violation("\(name): check found nothing")
    }
    tally.count(run.status == 0 ? "read" : "told as damaged")
  }

  private static func write(
    _ bytes: Data, _ isRefused: Bool, _ name: String, _ tally: Tally, at workplace: Workplace
  ) throws {
    let run = try Program.run(["import", "sheet.csv"], at: workplace)
    let told = "\(name), import: \(run.told)"
    if run.isCrash || run.isHung || run.status > 128 { tally.violation(told) }
    // 77: a version in the header which says that the file may only be read.
    if ![0, 65, 77, 78].contains(run.status) { tally.violation(told) }
    if isRefused {
      if workplace.bytes(Scenario.ledger) != bytes { tally.violation("\(told) and wrote to it") }
      if run.status == 0 { tally.violation("\(told) on a damaged ledger") }
    }
    if run.status != 0, !run.stderr.hasPrefix("deals: ") {
      tally.violation("\(told): says nothing")
    }
    tally.count(run.status == 0 ? "imported" : "import refused")
  }

  /// Whether SQLite itself, asked before anything else, finds the file damaged or no database.
  private static func isRefused(_ bytes: Data, at workplace: Workplace) throws -> Bool {
    try workplace.place([Scenario.ledger: bytes])
    do {
      let connection = try Connection(path: workplace.file(Scenario.ledger), mode: .readOnly)
      return try !connection.quickCheck().isEmpty
    } catch {
      return true
    }
  }
}
