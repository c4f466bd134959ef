import Foundation
import TestSupport
import Testing

/// Too little memory: for SQLite alone, which says so, and for the whole process, which may end
/// where it stands. Either way the ledger is as it was, or complete.
@Suite(.serialized) struct MemoryTests {
  private static func scenarios() throws -> [Scenario] {
    let all = try Scenario.all.get()
    return Dose.current == .ordinary ? Array(all.prefix(1)) : all
  }

  @Test func `a wish of SQLite for memory that is refused is told, and nothing is half done`()
    throws
  {
    let library = try Preload.allocations.path()
    for (index, scenario) in try Self.scenarios().enumerated() {
      let most = try Self.undisturbed(scenario, library)
      let tally = Tally()
      let wanted = Dose.times(ordinary: 1, full: 14)
      Shards.run(3 * wanted, tally) { shard, workplace in
        var random = Dose.random("memory \(scenario.name)", shard)
        var variables = ["LD_PRELOAD": library]
        // Half of the moments are early: opening has its own ways to fail.
        let span = shard % 2 == 0 ? most.wishes : min(2_000, most.wishes)
        switch shard / wanted {
        case 0: variables["MEMORY_AT"] = "\(Int.random(in: 1...span, using: &random))"
        case 1:
          variables["MEMORY_AT"] = "\(Int.random(in: 1...span, using: &random))"
          variables["MEMORY_STICKY"] = "1"
        default:
          variables["MEMORY_LIMIT"] = "\(20_000 + shard % wanted * most.bytes / wanted)"
        }
        try workplace.place(scenario.files)
        let run = try Program.run(scenario.arguments, at: workplace, variables: variables)
        let verdict = try Aftermath.look(scenario, run, at: workplace)
        if case .wrong(let problem) = verdict {
          tally.violation("\(scenario.name), \(variables), \(run.told): \(problem)")
        }
        if ![0, 71].contains(run.status) || (run.status != 0 && run.stderr.isEmpty) {
          tally.violation("\(scenario.name), \(variables): \(run.told)")
        }
        tally.count(run.status == 0 ? "complete" : "refused, \(verdict.words)")
      }
      try tally.expectClean()
      try ReliabilityReport.line(
        section: "20-faults", name: "5-memory-\(index)",
        tried: "`deals \(scenario.name)` where SQLite gets no memory (\(most.wishes) wishes, "
          + "\(most.bytes / 1_000) kB)", times: tally.total, outcome: tally.words,
        suite: "MemoryTests")
    }
  }

  /// How many wishes there are, and how much SQLite holds at most.
  private static func undisturbed(_ scenario: Scenario, _ library: String) throws
    -> (wishes: Int, bytes: Int)
  {
    let workplace = try Workplace()
    try workplace.place(scenario.files)
    let counts = workplace.aside("memory")
    _ = try Program.run(
      scenario.arguments, at: workplace,
      variables: ["LD_PRELOAD": library, "MEMORY_COUNTS": counts])
    let bytes = try Data(contentsOf: URL(filePath: counts))
    return bytes.withUnsafeBytes {
      (
        Int($0.loadUnaligned(as: UInt64.self)),
        Int($0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  @Test func `a process without memory may end anywhere, and the ledger is whole`() throws {
    _ = try Preload.faults.path()
    let tally = Tally()
    for scenario in try Self.scenarios() {
      let wanted = Dose.times(ordinary: 1, full: 10)
      Shards.run(wanted, tally) { index, workplace in
        try workplace.place(scenario.files)
        var variables = try Fault().variables(at: workplace)
        variables["FAULT_SPACE_LIMIT"] = "\(80_000_000 + index * 8_000_000)"
        let run = try Program.run(scenario.arguments, at: workplace, variables: variables)
        let verdict = try Aftermath.look(scenario, run, at: workplace, mayCrash: true)
        if case .wrong(let problem) = verdict {
          tally.violation("\(scenario.name), \(variables), \(run.told): \(problem)")
        }
        tally.count((run.status == 0 ? "" : "ended early, ") + verdict.words)
      }
    }
    try tally.expectClean()
    try ReliabilityReport.line(
      section: "20-faults", name: "6-space", tried: "a process with little memory (RLIMIT_AS)",
      times: tally.total, outcome: tally.words, suite: "MemoryTests")
  }
}
