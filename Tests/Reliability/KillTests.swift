import Foundation
import TestSupport
import Testing

/// A process that is killed, as by the kernel or an impatient user, loses nothing and leaves
/// nothing half written.
@Suite(.serialized) struct KillTests {
  /// Kills each command at moments from its start to its end.
  @Test func `a kill at any moment leaves the ledger as it was or complete`() throws {
    let scenarios = try Scenario.all.get()
    let tallies = scenarios.map { _ in Tally() }
    let count = Dose.times(ordinary: 1, full: 175)
    let common = Tally()
    Shards.run(scenarios.count * count, common) { index, workplace in
      let scenario = scenarios[index % scenarios.count]
      let tally = tallies[index % scenarios.count]
      try kill(scenario, index, tally, at: workplace)
    }
    for (scenario, tally) in zip(scenarios, tallies) {
      try tally.expectClean()
      try ReliabilityReport.line(
        section: "10-kills", name: "1-\(scenario.name)",
        tried: "`deals \(scenario.name)` killed at a random moment", times: tally.total,
        outcome: tally.words, suite: "KillTests")
    }
    try common.expectClean()
    let killed = tallies.map(\.total).reduce(0, +)
    #expect(Dose.current == .ordinary || killed >= 1_000)
    try ReliabilityReport.line(
      section: "10-kills", name: "2-all", tried: "**random kills**", times: killed,
      outcome: "0 lost, 0 half written", suite: "KillTests")
  }

  /// Runs a command until a kill comes before its end, at a moment of its usual duration.
  private func kill(
    _ scenario: Scenario, _ index: Int, _ tally: Tally, at workplace: Workplace
  ) throws {
    var random = Dose.random("kill \(scenario.name)", index)
    var most = scenario.microseconds
    for _ in 0..<20 {
      try workplace.place(scenario.files)
      let moment = UInt32.random(in: 0...most, using: &random)
      let run = try Program.run(scenario.arguments, at: workplace, killAfter: moment)
      let verdict = try Aftermath.look(scenario, run, at: workplace)
      if case .wrong(let problem) = verdict {
        tally.violation("\(scenario.name) after \(moment) µs: \(problem)")
      }
      if run.status == 128 + SIGKILL { return tally.count(verdict.words) }
      most = max(1_000, moment)
    }
  }

  /// Kills each command before each operation on a file, from its first to its last.
  @Test func `a kill before any operation on a file leaves the ledger as it was or complete`()
    throws
  {
    _ = try Preload.faults.path()
    let scenarios = try Scenario.all.get()
    var all = 0
    for scenario in scenarios {
      let count = try Watched.operations(of: scenario)["any"] ?? 0
      #expect(count > 10, "\(scenario.name)")
      let isLong = !scenario.outputs.isEmpty
      let points = Dose.points(count, ordinary: 2, stride: isLong ? 4 : 1)
      let tally = Tally()
      Shards.run(points.count, tally) { index, workplace in
        let fault = Fault(at: points[index], signal: SIGKILL)
        let run = try Watched.run(scenario, fault, at: workplace)
        if run.status != 128 + SIGKILL { tally.violation("\(scenario.name): no \(fault)") }
        let verdict = try Aftermath.look(scenario, run, at: workplace)
        tally.count(verdict.words)
        if case .wrong(let problem) = verdict {
          tally.violation("\(scenario.name), \(fault): \(problem)")
        }
      }
      try tally.expectClean()
      #expect(tally.total == points.count)
      all += points.count
      try ReliabilityReport.line(
        section: "10-kills", name: "3-\(scenario.name)",
        tried: "`deals \(scenario.name)` killed before \(isLong ? "every fourth" : "each") of its "
          + "\(count) file operations",
        times: points.count, outcome: tally.words, suite: "KillTests")
    }
    try ReliabilityReport.line(
      section: "10-kills", name: "4-all", tried: "**kill points**", times: all,
      outcome: "0 lost, 0 half written", suite: "KillTests")
  }
}
