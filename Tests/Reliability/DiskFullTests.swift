import Foundation
import TestSupport
import Testing

/// A disk without room, and a file that may not grow.
@Suite(.serialized) struct DiskFullTests {
  private static func scenarios() throws -> [Scenario] {
    let all = try Scenario.all.get()
    return Dose.current == .ordinary ? Array(all.prefix(1)) : all
  }

  @Test func `where files may not grow, nothing is half written`() throws {
    _ = try Preload.faults.path()
    let tally = Tally()
    for scenario in try Self.scenarios() {
      let limits = try Self.limits(scenario)
      Shards.run(limits.count, tally) { index, workplace in
        try workplace.place(scenario.files)
        var variables = try Fault().variables(at: workplace)
        variables["FAULT_FILE_LIMIT"] = "\(limits[index])"
        let run = try Program.run(scenario.arguments, at: workplace, variables: variables)
        try Self.judge(scenario, run, "files of \(limits[index]) bytes", tally, at: workplace)
      }
    }
    try tally.expectClean()
    try ReliabilityReport.line(
      section: "20-faults", name: "3-limit", tried: "no file may grow beyond a size (RLIMIT_FSIZE)",
      times: tally.total, outcome: tally.words, suite: "DiskFullTests")
  }

  /// Sizes at which something does not fit any more: the journal, then the ledger or an output.
  private static func limits(_ scenario: Scenario) throws -> [Int] {
    let largest = max(
      scenario.judge.after.count, scenario.outputs.values.map(\.count).max() ?? 0)
    let page = 8_192
    let wanted = Dose.times(ordinary: 2, full: 16)
    // What is said goes to a file as well, and needs some room.
    let journal = (0..<wanted).map { $0 * 2 * page + page / 2 }
    let ledger = (0..<wanted).map { largest - $0 * page / 2 - 1 }
    return (journal + ledger).filter { $0 >= page / 2 }
  }

  @Test(.enabled(if: Dose.current != .ordinary, "mounts file systems"))
  func `on a full disk nothing is half written`() throws {
    let tally = Tally()
    for scenario in try Self.scenarios() {
      let disk = try MemoryDisk(kilobytes: 65_536)
      let workplace = try Workplace(folder: disk.folder)
      let held = scenario.files.values.map { ($0.count + 4_095) / 4_096 * 4 }.reduce(0, +)
      let wanted = Dose.times(ordinary: 1, full: 12)
      for step in 0..<wanted {
        let room = step < wanted / 2 ? 8 * step : 96 * (step - wanted / 2 + 1)
        try disk.resize(kilobytes: 65_536)
        try workplace.place(scenario.files)
        try disk.resize(kilobytes: held + room)
        let run = try Program.run(scenario.arguments, at: workplace)
        let place = "\(room) KiB free"
        if run.status != 0, !run.stderr.contains("full"), !run.stderr.contains("No space") {
          tally.violation("\(scenario.name), \(place): does not say why: \(run.told)")
        }
        // Whoever runs a disk full makes room; then all is well without help.
        try disk.resize(kilobytes: 65_536)
        try Self.judge(scenario, run, place, tally, at: workplace)
      }
    }
    try tally.expectClean()
    try ReliabilityReport.line(
      section: "20-faults", name: "4-full", tried: "a disk with 0 to 576 KiB free (tmpfs)",
      times: tally.total, outcome: tally.words, suite: "DiskFullTests")
  }

  private static func judge(
    _ scenario: Scenario, _ run: Run, _ place: String, _ tally: Tally, at workplace: Workplace
  ) throws {
    let verdict = try Aftermath.look(scenario, run, at: workplace)
    if case .wrong(let problem) = verdict {
      tally.violation("\(scenario.name), \(place), \(run.told): \(problem)")
    }
    if ![0, 73, 74].contains(run.status) || (run.status != 0 && run.stderr.isEmpty) {
      tally.violation("\(scenario.name), \(place): \(run.told)")
    }
    tally.count(run.status == 0 ? "complete" : "refused, \(verdict.words)")
  }
}
