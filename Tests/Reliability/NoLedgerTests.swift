import Foundation
import Intake
import SQLite
import TestSupport
import Testing

/// What is no ledger, or one of a newer program, is refused at once and left as it is.
@Suite(.serialized) struct NoLedgerTests {
  private static let commands = [
    ["status"], ["query", "junk-bond-share"], ["check"], ["import", "-"], ["undo", "3"],
    ["migrate"], ["export", "documents", "documents"], ["log"],
  ]

  /// What is at the path, and the statuses that may come.
  @Test(
    arguments: [
      ("text", [65]), ("nothing", [66]), ("empty", [65, 66]), ("folder", [65]),
      ("pipe", [65]), ("socket", [65]), ("/dev/zero", [65]), ("/dev/null", [65]),
      ("a link to nowhere", [66]), ("another database", [65]), ("zeros", [65]),
    ] as [(String, Set<Int32>)])
  func `what is no ledger is refused and left alone`(what: String, statuses: Set<Int32>) throws {
    let workplace = try Workplace()
    try workplace.place([:])
    let path = what.hasPrefix("/") ? what : workplace.file(Scenario.ledger)
    let held = try Self.make(what, path)
    defer { if held >= 0 { close(held) } }
    let before = workplace.bytes(Scenario.ledger)
    let commands = Dose.current == .ordinary ? [Self.commands[3]] : Self.commands
    for command in commands {
      let run = try Program.run(command + ["--ledger", path], at: workplace)
      #expect(!run.isHung && statuses.contains(run.status), "\(what), \(command): \(run.told)")
      #expect(run.stderr.hasPrefix("deals: ") && run.stdout.isEmpty)
      if !["folder", "pipe", "socket"].contains(what) {
        #expect(workplace.bytes(Scenario.ledger) == before, "\(what), \(command)")
      }
      #expect(workplace.names().allSatisfy { $0 == Scenario.ledger }, "\(workplace.names())")
    }
    try ReliabilityReport.line(
      section: "50-others", name: "5-\(what.replacing("/", with: "-"))",
      tried: "in the ledger's place: \(what)", times: commands.count,
      outcome: "refused at once, left alone", suite: "NoLedgerTests")
  }

  /// Puts something there; returns a descriptor that has to stay open meanwhile.
  private static func make(_ what: String, _ path: String) throws -> Int32 {
    let url = URL(filePath: path)
    switch what {
    case "text": try Data("deal,amount\n".utf8).write(to: url)
    case "empty": try Data().write(to: url)
    case "zeros": try Data(count: 65_536).write(to: url)
    case "folder":
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    case "pipe": try #require(mkfifo(path, 0o666) == 0)
    case "a link to nowhere":
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/nonexistent/deals.sqlite")
    case "another database":
      let connection = try Connection(path: path, mode: .create)
      try connection.execute("CREATE TABLE t (x)")
    case "socket":
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      let bytes = Array(path.utf8)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes.prefix(107)) }
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      let length = socklen_t(MemoryLayout<sockaddr_un>.size)
      let isBound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
      }
      try #require(isBound == 0)
      return descriptor
    default: break
    }
    return -1
  }

  @Test func `a ledger of a newer program is byte for byte the same after every command`() throws {
    let workplace = try Workplace()
    try workplace.place([:])
    let file = workplace.file(Scenario.ledger)
    try ShippedLedger.copy(.none, to: URL(filePath: file))
    do {
      let connection = try Connection(path: file, mode: .readWrite)
      try connection.execute("PRAGMA user_version = 99")
    }
    let before = workplace.bytes(Scenario.ledger)
    let commands = Dose.current == .ordinary ? [Self.commands[3]] : Self.commands
    for command in commands {
      let run = try Program.run(command, at: workplace)
      #expect(run.status == 78, "\(command): \(run.told)")
      #expect(run.stderr.contains("99") && run.stderr.contains("newer"))
      #expect(workplace.bytes(Scenario.ledger) == before, "\(command)")
      #expect(workplace.names() == [Scenario.ledger])
    }
    try ReliabilityReport.line(
      section: "50-others", name: "6-newer", tried: "a ledger of a newer program",
      times: commands.count, outcome: "refused with both versions (78), same bytes",
      suite: "NoLedgerTests")
  }
}
