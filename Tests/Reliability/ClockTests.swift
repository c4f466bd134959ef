import Foundation
import SQLite
import TestSupport
import Testing

/// A clock that jumps: years back, past 2100, before 1970.
@Suite(.serialized) struct ClockTests {
  /// Jumps as `Preload/clock.c` has them, question:seconds.
  @Test(arguments: [
    ("ten years back", "1:-315360000"), ("past 2100", "1:2500000000"),
    ("before 1970", "1:-1900000000"), ("past the year 9999", "1:260000000000"),
    ("back while it runs", "1:0,3:-315360000"), ("on while it runs", "1:0,3:2500000000"),
    ("to and fro", "1:0,2:100000000,3:-100000000,4:2500000000,5:0,7:-1900000000"),
  ])
  func `imports, history and limits hold whatever the clock says`(words: String, jumps: String)
    throws
  {
    let library = try Preload.clock.path()
    guard Dose.current != .ordinary || words == "to and fro" else { return }
    let variables = ["LD_PRELOAD": library, "CLOCK_JUMPS": jumps]
    let workplace = try Workplace()
    guard let scenario = try Scenario.all.get().first else { return }
    try workplace.place(scenario.files)
    var statuses: [String: Int32] = [:]
    let commands = [
      ["import", "sheet.csv"], ["import", "sheet.csv"], ["query", "junk-bond-share"],
      [
        "sql",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000) "
          + "SELECT MAX(i) FROM n",
      ],
      ["undo", "3"], ["log"],
    ]
    for command in Dose.current == .ordinary ? [commands[0]] : commands {
      let run = try Program.run(command, at: workplace, variables: variables)
      statuses[command[0]] = run.status
      // A year that no date has is refused, and then there is nothing to undo.
      let isRefused = statuses["import"] == 65 && run.status == 66
      #expect(
        [0, 65].contains(run.status) || isRefused, "\(words), \(command): \(run.told)")
      if command[0] == "sql" || command[0] == "log" {
        #expect(run.status == 0, "\(words), \(command): \(run.told)")
      }
    }
    let connection = try Connection(path: workplace.file(Scenario.ledger), mode: .readOnly)
    #expect(try connection.integrityCheck() == [])
    let open = try connection.value(
      "SELECT COUNT(*) FROM import_run WHERE finished_at IS NULL", as: Int.self)
    #expect(open == 0)
    let check = try Program.run(["check"], at: workplace)
    #expect(check.status == 0 && check.stdout.isEmpty, "\(words): \(check.stdout)")
    #expect(workplace.names() == [Scenario.ledger, "sheet.csv"])
    try ReliabilityReport.line(
      section: "50-others", name: "7-\(words)", tried: "a clock that jumps: \(words)",
      times: commands.count,
      outcome: statuses["import"] == 0 ? "works, history in order" : "refused, as it was",
      suite: "ClockTests")
  }
}
