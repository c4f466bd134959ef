import ArgumentParser
import Ledger

/// `deals check accept`
struct CheckAcceptCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept what a check found, with the reason it may stay.",
    discussion: """
      FINDING is the line a check printed, or its beginning. The check is silent about it from then
      on, until it has something else to say; deals check --all still tells it.

      Example:
        deals check accept 'tranche-sums: deal alder-2026' --because 'its amount has the equity too'
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions

  @Argument(help: "The line a check printed, or its beginning.")
  var finding: String

  @Option(help: "Why it may stay.")
  var because: String

  func execute() throws {
    var connection = try options.open()
    let name = finding.prefix { $0 != ":" }
    let found = try Checks.all(in: connection).filter { $0.name == name }.flatMap {
      try $0.run(in: connection)
    }
    .filter { $0.description.hasPrefix(finding) }
    guard !found.isEmpty else {
      Console.message("deals: no check finds '\(finding)'; deals check prints what they find")
      throw ExitStatus.noInput.code
    }
    try AcceptedFindings.accept(
      found, because: because, command: authorship.signed("check accept"), into: &connection)
    for finding in found { options.tell("accepted: \(finding)") }
  }

  func validate() throws {
    if because.allSatisfy(\.isWhitespace) {
      throw ValidationError("--because needs a reason")
    }
  }
}
