import TestSupport
import Testing

@Suite(.temporaryDirectory) struct HelpTests {
  static let commands = [
    "init", "status", "query", "show", "trace", "claim", "import", "read", "sql", "check", "export",
    "migrate", "parties", "log", "history", "diff", "undo", "cashflows", "yield", "network", "find",
  ]

  @Test func `the command tells what it can do`() throws {
    var session = Session()
    try session.run("--help")
    try session.expectGolden("help")
  }

  @Test(arguments: commands)
  func `a command tells what it does, with an example`(command: String) throws {
    var session = Session()
    let help = try session.run(command, "--help")
    #expect(help.status == 0)
    #expect(help.stdout.contains("deals \(command)"))
    #expect(help.stdout.contains("Example"))
    try session.expectGolden("help-\(command)")
  }

  @Test(arguments: [40, 60, 80, 200]) func `a narrow help breaks its lines once`(width: Int) throws
  {
    let help = try DealsProcess.run(
      ["import", "--help"], variables: ["COLUMNS": String(width)]
    ).stdout
    let prose = try #require(help.firstRange(of: "\n\nDocuments are JSON"))
    let lines = help[prose.lowerBound...].dropFirst(2)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst()).prefix(while: { !$1.isEmpty }) {
      let word = next.prefix { $0 != " " }
      #expect(line.count + 1 + word.count >= width, "“\(line)” has room for “\(word)”")
    }
  }

  @Test func `the help tells of every command`() throws {
    let help = try DealsProcess.run("--help").stdout
    for command in Self.commands { #expect(help.contains("\n  \(command) "), "\(command)") }
  }

  @Test func `what is typed wrongly ends in 64`() throws {
    var session = Session()
    for arguments in [["frob"], ["show"], ["query", "--formt", "csv"], ["export", "xls", "out"]] {
      let outcome = try DealsProcess.run(arguments)
      #expect(outcome.status == 64, "\(arguments)")
      #expect(outcome.stdout == "")
    }
    try session.run("init", "--seeds", "some")
    try session.run("status", "--as-of", "tomorrow")
    try session.run("status", "--busy-timeout=-1")
    try session.run("check", "everything")
    try session.run("import")
    try session.expectGolden("usage")
  }
}
