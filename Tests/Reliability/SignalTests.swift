import Foundation
import TestSupport
import Testing

/// Ctrl-C, a polite kill and a reader that goes away.
@Suite(.serialized) struct SignalTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal before any operation on a file leaves the ledger as it was or complete`(
    signal: Int32
  ) throws {
    _ = try Preload.faults.path()
    let tally = Tally()
    for scenario in try Scenario.all.get() {
      let count = try Watched.operations(of: scenario)["any"] ?? 0
      let points = Dose.points(count, ordinary: 1, stride: 41)
      Shards.run(points.count, tally) { index, workplace in
        let fault = Fault(at: points[index], signal: signal)
        let run = try Watched.run(scenario, fault, at: workplace)
        let verdict = try Aftermath.look(scenario, run, at: workplace)
        if case .wrong(let problem) = verdict {
          tally.violation("\(scenario.name), \(fault), \(run.told): \(problem)")
        }
        if ![0, 128 + signal].contains(run.status) {
          tally.violation("\(scenario.name), \(fault): \(run.told)")
        }
        tally.count(run.status == 0 ? "went on to the end" : "ended, \(verdict.words)")
      }
    }
    try tally.expectClean()
    try ReliabilityReport.line(
      section: "50-others", name: "3-signal-\(signal)",
      tried: signal == SIGINT ? "Ctrl-C (SIGINT) during a command" : "SIGTERM during a command",
      times: tally.total, outcome: tally.words, suite: "SignalTests")
  }

  @Test func `a reader that goes away is no error`() throws {
    let workplace = try Workplace()
    guard let ledger = try Scenario.all.get().first?.judge.after else { return }
    try workplace.place([Scenario.ledger: ledger])
    let script =
      "\"$0\" sql 'SELECT * FROM fx_rate' --format csv 2>errors | head -n 1; cat errors >&2"
    let child = try Child(
      "/bin/bash", ["-o", "pipefail", "-c", script, Program.path], at: workplace,
      environment: DealsProcess.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 })
    let run = try child.end()
    #expect(run.status == 0, "\(run.told)")
    #expect(run.stdout.split(separator: "\n").count == 1)
    #expect(!run.stderr.contains("pipe") && !run.stderr.contains("written"), "\(run.stderr)")
  }
}
