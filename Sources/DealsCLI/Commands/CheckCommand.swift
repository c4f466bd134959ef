import ArgumentParser
import Ledger
import Reporting

/// `deals check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for what cannot be right; silent when all is well.",
    discussion: """
      Checks: \(Checks.all.map(\.name).joined(separator: ", ")).
      A saved query of your own whose name begins with check- is one too: each row it gives is a
      finding, its first column what it is about, the others what is wrong.

      Ends with status 1 when there is something to look at, and 65 when the file is damaged. Its
      options: deals help check run.

      Examples:
        deals check
        deals check --list
        deals check tranche-sums claims
        deals check --all
      """.flowing,
    subcommands: [CheckRunCommand.self, CheckAcceptCommand.self],
    defaultSubcommand: CheckRunCommand.self)
}

/// `deals check NAME…`
struct CheckRunCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run checks: the default.",
    shouldDisplay: false)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "Checks by name; without any, all of them.")
  var names: [String] = []

  @Flag(help: "List the checks and what each looks for.")
  var list = false

  @Flag(help: "Tell accepted findings too, with the reason each may stay.")
  var all = false

  func execute() throws {
    if list {
      let checks = FileKind(options.path) == .nothing ? Checks.all : try known()
      for check in checks { Console.result("\(check.name): \(check.looksFor)\n") }
      return
    }
    let connection = try options.openForReading()
    let checks = try Checks.all(in: connection)
    for name in names where !checks.contains(where: { $0.name == name }) {
      // It can only be one of the ledger's.
      _ = try SavedQueries.find(name, in: connection)
    }
    let accepted = try AcceptedFindings.all(in: connection)
    var verdict = Verdict()
    for check in checks where names.isEmpty || names.contains(check.name) {
      for finding in try check.findings(in: connection) {
        if let reason = accepted[finding] {
          if all { Console.result("\(finding) (accepted: \(reason))\n") }
        } else {
          verdict.note(finding)
          Console.result("\(SafeText.lines(finding.description))\n")
        }
      }
    }
    try verdict.end(options.path)
  }

  private func known() throws -> [Check] {
    let connection = try options.openForReading()
    return try Checks.all(in: connection)
  }

  func validate() throws {
    for name in names
    where !name.hasPrefix(Checks.ownPrefix) && !Checks.all.contains(where: { $0.name == name }) {
      throw ValidationError("no check '\(name)'; deals check --list tells them")
    }
  }
}
