import ArgumentParser
import Ledger

/// `deals check`
struct CheckCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for what cannot be right; silent when all is well.",
    discussion: """
      Checks: \(Checks.all.map(\.name).joined(separator: ", ")).
      Ends with status 1 when there is something to look at.

      Example:
        deals check tranche-sums claims
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "Checks by name; without any, all of them.")
  var names: [String] = []

  @Flag(help: "List the checks and what each looks for.")
  var list = false

  func execute() throws {
    if list {
      for check in Checks.all { Console.result("\(check.name): \(check.looksFor)\n") }
      return
    }
    let checks = names.isEmpty ? Checks.all : Checks.all.filter { names.contains($0.name) }
    let connection = try options.openForReading()
    var findings: [Finding] = []
    for check in checks { findings += try check.run(in: connection) }
    for finding in findings { Console.result("\(finding)\n") }
    if !findings.isEmpty { throw ExitStatus.findings.code }
  }

  func validate() throws {
    for name in names where !Checks.all.contains(where: { $0.name == name }) {
      throw ValidationError("no check '\(name)'; deals check --list tells them")
    }
  }
}
