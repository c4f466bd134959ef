import Foundation
import TestSupport
import Testing

/// A disk that fails: each operation on a file once, and from some operation on for good.
@Suite(.serialized) struct FaultTests {
  /// A kind of operation, how it fails, how often at the most in an ordinary run, and the statuses
  /// that tell so. 0 where the program can do without it, as its result then shows.
  struct Row: Sendable {
    let kind: String
    let error: Int32
    var isSticky = false
    var ordinary = 0
    let statuses: Set<Int32>
  }

  static let rows = [
    // The ledger may be opened to read at least; a folder that cannot be opened is not synced.
    Row(kind: "open", error: EIO, ordinary: 1, statuses: [0, 73, 74, 77]),
    Row(kind: "open", error: EIO, isSticky: true, statuses: [0, 73, 74]),
    Row(kind: "open", error: EMFILE, statuses: [0, 73, 74, 77]),
    // SQLite takes pages that cannot be read for damaged ones.
    Row(kind: "read", error: EIO, ordinary: 1, statuses: [0, 65, 74]),
    Row(kind: "read", error: EIO, isSticky: true, statuses: [0, 65, 74]),
    Row(kind: "write", error: EIO, ordinary: 1, statuses: [74]),
    Row(kind: "write", error: ENOSPC, isSticky: true, statuses: [74]),
    Row(kind: "sync", error: EIO, ordinary: 1, statuses: [0, 74]),
    Row(kind: "sync", error: EIO, isSticky: true, statuses: [0, 74]),
    Row(kind: "truncate", error: EIO, ordinary: 1, statuses: [0, 74]),
    Row(kind: "truncate", error: EIO, isSticky: true, statuses: [0, 74]),
    Row(kind: "unlink", error: EIO, statuses: [0, 74]),
    Row(kind: "unlink", error: EACCES, isSticky: true, statuses: [0, 74]),
    Row(kind: "rename", error: EIO, statuses: [73, 74]),
    Row(kind: "rename", error: EACCES, isSticky: true, statuses: [73, 74]),
    Row(kind: "make", error: ENOSPC, statuses: [73, 74]),
    Row(kind: "tell", error: EIO, isSticky: true, statuses: [0, 74]),
  ]

  @Test func `each operation on a file fails once and for good, and nothing is half done`() throws {
    _ = try Preload.faults.path()
    let names = Dose.current == .ordinary ? ["import"] : []
    var (all, silent) = (0, 0)
    for scenario in try Scenario.all.get() where names.isEmpty || names.contains(scenario.name) {
      let counts = try Watched.operations(of: scenario)
      let faults = Self.rows.flatMap { row -> [(Row, Fault)] in
        guard let count = counts[row.kind], count > 0 else { return [] }
        if Dose.current == .ordinary, row.ordinary == 0 { return [] }
        return Dose.points(
          count, ordinary: row.ordinary, stride: Self.stride(row, scenario)
        ).map {
          (row, Fault(kind: row.kind, at: $0, error: row.error, isSticky: row.isSticky))
        }
      }
      let tally = Tally()
      Shards.run(faults.count, tally) { index, workplace in
        try check(scenario, faults[index].0, faults[index].1, tally, at: workplace)
      }
      try tally.expectClean()
      all += tally.total
      silent += tally["complete without a word"]
      let kinds = Fault.kinds.dropLast().compactMap { kind in
        counts[kind].flatMap { $0 > 0 ? "\($0) \(kind)" : nil }
      }
      try ReliabilityReport.line(
        section: "20-faults", name: "1-\(scenario.name)",
        tried: "`deals \(scenario.name)`: \(kinds.joined(separator: ", "))", times: tally.total,
        outcome: tally.words, suite: "FaultTests")
    }
    try ReliabilityReport.line(
      section: "20-faults", name: "2-all", tried: "**injected faults**", times: all,
      outcome: "0 lost, 0 half written, 0 told as done that were not", suite: "FaultTests")
  }

  /// Reads and writes of commands other than the import are many, and like one another: every
  /// eighth is tried, and all of them in the torture.
  private static func stride(_ row: Row, _ scenario: Scenario) -> Int {
    scenario.name != "import" && ["read", "write"].contains(row.kind) ? 8 : 1
  }

  private func check(
    _ scenario: Scenario, _ row: Row, _ fault: Fault, _ tally: Tally, at workplace: Workplace
  ) throws {
    let run = try Watched.run(scenario, fault, at: workplace)
    var verdict = try Aftermath.look(scenario, run, at: workplace)
    // A result that could not be told is complete all the same; so is one after whose last needed
    // read the others fail.
    if !row.statuses.contains(run.status) { verdict = .wrong("not \(row.statuses)") }
    if run.status != 0, row.kind != "tell", !run.stderr.hasPrefix("deals: ") {
      verdict = .wrong("nothing was said")
    }
    if case .wrong(let problem) = verdict {
      tally.violation("\(scenario.name), \(fault), \(run.told): \(problem)")
    }
    switch (run.status, verdict) {
    case (0, _): tally.count("complete without a word")
    case (_, .after): tally.count("complete, and told as failed")
    default: tally.count("refused, \(verdict.words)")
    }
  }
}
