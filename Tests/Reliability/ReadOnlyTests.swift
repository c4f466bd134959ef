import Foundation
import TestSupport
import Testing

/// A file, a folder or a file system that may not be written: questions are answered, writing is
/// refused before any input is read.
@Suite(.serialized) struct ReadOnlyTests {
  private static let questions = [
    ["status"], ["query", "junk-bond-share"], ["show", "deal-1"], ["log"], ["check"],
    ["sql", "SELECT COUNT(*) FROM tranches"],
  ]

  @Test(.enabled(if: Dose.current != .ordinary, "mounts file systems"))
  func `a read-only file system`() throws {
    let disk = try MemoryDisk(kilobytes: 65_536)
    let workplace = try Workplace(folder: disk.folder)
    try Self.place(workplace)
    try disk.setReadOnly(true)
    try Self.check("file-system", "a read-only file system", [73, 77], at: workplace)
    try disk.setReadOnly(false)
  }

  /// Root may write what is protected; the program becomes somebody else first.
  @Test(arguments: [
    ("file", "a read-only file", 0o444, 0o777), ("folder", "a read-only folder", 0o666, 0o555),
  ])
  func `a read-only file or folder`(name: String, words: String, file: Int, folder: Int) throws {
    guard getuid() == 0 else { try Test.cancel("only root can become somebody else") }
    guard Dose.current != .ordinary || name == "file" else { return }
    let workplace = try Workplace()
    try Self.place(workplace)
    for (path, mode) in [(workplace.file(Scenario.ledger), file), (workplace.folder, folder)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    var variables = try Fault().variables(at: workplace)
    variables["FAULT_USER"] = "65534"
    variables["FAULT_COUNTS"] = nil
    let trial = try Program.run(["--version"], at: workplace, variables: variables)
    guard trial.status == 0 else { try Test.cancel("another user cannot run the program here") }
    try Self.check(name, words, [73, 74, 77], variables, at: workplace)
  }

  private static func place(_ workplace: Workplace) throws {
    let ledger = try Scenario.all.get().first?.judge.after ?? Data()
    try FileManager.default.createDirectory(
      atPath: workplace.folder, withIntermediateDirectories: true)
    try workplace.place([Scenario.ledger: ledger])
  }

  private static func check(
    _ name: String, _ words: String, _ statuses: Set<Int32>, _ variables: [String: String] = [:],
    at workplace: Workplace
  ) throws {
    let before = workplace.bytes(Scenario.ledger)
    var count = 0
    for question in Dose.current == .ordinary ? [["log"]] : questions {
      let run = try Program.run(question, at: workplace, variables: variables)
      #expect(run.status == 0, "\(words), \(question): \(run.told)")
      count += 1
    }
    // Nobody will ever write into this pipe: an import that read it would wait.
    let pipe = workplace.aside("never")
    try #require(mkfifo(pipe, 0o666) == 0)
    let end = open(pipe, O_RDWR)
    defer { close(end) }
    for command in [["import", "-"], ["undo", "3"]] {
      let run = try Program.run(command, at: workplace, variables: variables, input: pipe)
      #expect(statuses.contains(run.status) && !run.isHung, "\(words), \(command): \(run.told)")
      #expect(run.stderr.hasPrefix("deals: "))
      count += 1
    }
    #expect(workplace.bytes(Scenario.ledger) == before)
    #expect(workplace.names() == [Scenario.ledger])
    try ReliabilityReport.line(
      section: "50-others", name: "4-\(name)", tried: words, times: count,
      outcome: "questions answered; import and undo refused before they read any input",
      suite: "ReadOnlyTests")
  }
}
