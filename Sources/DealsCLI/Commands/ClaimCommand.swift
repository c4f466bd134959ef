import ArgumentParser
import Intake
import Ledger

/// `deals claim`
struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Say what sources claim of a value, and which one the ledger follows.",
    discussion: """
      Where claims are on an attribute exactly one is preferred, and the record says what it says.
      Each command is one run; what is refused leaves nothing behind.

      Examples:
        deals claim add oracle-vantage-2025/texas.amount '$22bn' --source KEY
        deals claim prefer CLAIM-KEY --because 'the filing says so'
        deals trace oracle-vantage-2025/texas.amount
      """.flowing,
    subcommands: [
      ClaimAddCommand.self, ClaimPreferCommand.self, ClaimRejectCommand.self,
      ClaimAdoptCommand.self,
    ])
}

/// `deals claim prefer`
struct ClaimPreferCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "prefer",
    abstract: "Follow a claim: the record says what it says, the former becomes an alternative.",
    discussion: """
      With --because the contradiction is settled; without it the claim is followed for now, and
      results that rest on it say so.

      Example:
        deals claim prefer oracle-vantage-2025/texas/amount/0c3f --because 'the filing says so'
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions

  @Argument(help: "The claim's key, as `deals trace` shows it.")
  var claim: String

  @Option(help: ArgumentHelp("Why it is the right one.", valueName: "reason"))
  var because: String?

  func execute() throws {
    var connection = try options.open()
    var news: [String] = []
    let outcome = try ClaimBook.run(
      authorship.signed("claim prefer \(claim)"), into: &connection, news: &news
    ) {
      try $0.prefer(claim, because: because, in: $1)
    }
    options.tell(outcome, news)
  }
}

/// `deals claim reject`
struct ClaimRejectCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Hold a claim to be wrong, and keep it with the reason.",
    discussion: """
      Example:
        deals claim reject oracle-vantage-2025/issuer/9a2b --because 'Oracle is the tenant'
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions

  @Argument(help: "The claim's key, as `deals trace` shows it.")
  var claim: String

  @Option(help: ArgumentHelp("Why it is wrong.", valueName: "reason"))
  var because: String

  func execute() throws {
    var connection = try options.open()
    var news: [String] = []
    let outcome = try ClaimBook.run(
      authorship.signed("claim reject \(claim)"), into: &connection, news: &news
    ) {
      try $0.reject(claim, because: because, in: $1)
    }
    options.tell(outcome, news)
  }
}

/// `deals claim adopt`
struct ClaimAdoptCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Turn what another tool wrote into a record into its preferred claim.",
    discussion: """
      `deals check claims` tells which values are not what their preferred claim says.

      Example:
        deals claim adopt oracle-vantage-2025/texas.amount --source xpert-digital-2025-11-10
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions

  @Argument(help: ArgumentHelp("What was edited.", valueName: "key.attribute"))
  var subject: String

  @Option(help: ArgumentHelp("Who says so; else the record's own source.", valueName: "key"))
  var source: String?

  @Option(help: ArgumentHelp("Why it is the right one.", valueName: "reason"))
  var because: String?

  func execute() throws {
    var connection = try options.open()
    var news: [String] = []
    let outcome = try ClaimBook.run(
      authorship.signed("claim adopt \(subject)"), into: &connection, news: &news
    ) {
      try $0.adopt(
        ClaimEntry.subject(subject, in: $1), source: source, because: because, in: $1)
    }
    options.tell(outcome, news)
  }
}

extension LedgerOptions {
  /// Tells what was done with a claim, and what else follows.
  func tell(_ outcome: ClaimBook.Outcome, _ news: [String]) {
    tell("\(outcome.subject): \(outcome.words) (\(outcome.claim))")
    for line in news { tell(line) }
  }
}
