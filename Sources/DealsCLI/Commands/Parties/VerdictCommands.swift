import ArgumentParser
import Ledger

/// The two parties a verdict is about.
struct PartyPair: ParsableArguments {
  @Argument(help: "A party, by key or name.")
  var party: String

  @Argument(help: "Another party.")
  var other: String
}

/// What a verdict is given with.
struct VerdictOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why, in words.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("The source that says so, by its key.", valueName: "key"))
  var source: String?

  @OptionGroup var authorship: AuthorOptions

  func validate() throws {
    if because == "" { throw ValidationError("--because is empty; leave it out or say why") }
  }

  /// Gives a verdict and says what it came to.
  func give(_ verdict: PartyVerdict, _ pair: PartyPair, _ options: LedgerOptions) throws {
    var connection = try options.open()
    let command = authorship.signed("parties \(verdict.rawValue) \(pair.party) \(pair.other)")
    let judgement = try PartyJudgement(pair.party, pair.other, command: command, in: connection)
    let outcome = try judgement.give(verdict, because: because, source: source, in: &connection)
    let parties = outcome.parties.joined(separator: " and ")
    guard outcome.isNew else {
      return options.tell("\(parties): nothing to do, this is on record")
    }
    switch verdict {
    case .same: options.tell("\(parties) are the same; counted as \(outcome.identities[0])")
    case .different: options.tell("\(parties) are different")
    case .unsure: options.tell("\(parties): unsure; each is counted by itself")
    }
  }
}

/// `deals parties same`
struct PartiesSameCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "Two parties are one: count them together.",
    discussion: """
      Example:
        deals parties same "Example Bank" "Example Bank plc" --because "one bank, by its LEI"
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var pair: PartyPair
  @OptionGroup var verdict: VerdictOptions

  func execute() throws { try verdict.give(.same, pair, options) }
}

/// `deals parties different`
struct PartiesDifferentCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "different",
    abstract: "Two parties are not one, however like their names.",
    discussion: """
      Example:
        deals parties different vantage-issuer vantage-jersey --because "two companies"
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var pair: PartyPair
  @OptionGroup var verdict: VerdictOptions

  func execute() throws { try verdict.give(.different, pair, options) }
}

/// `deals parties unsure`
struct PartiesUnsureCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "unsure",
    abstract: "Two parties were compared and it could not be settled; do not propose them again.",
    discussion: """
      Example:
        deals parties unsure fleet-i fleet-ii --because "the rating report names neither"
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var pair: PartyPair
  @OptionGroup var verdict: VerdictOptions

  func execute() throws { try verdict.give(.unsure, pair, options) }
}

/// `deals parties forget`
struct PartiesForgetCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Take the verdict on two parties back.",
    discussion: """
      Example:
        deals parties forget "Example Bank" "Example Bank plc"
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var pair: PartyPair
  @OptionGroup var authorship: AuthorOptions

  func execute() throws {
    var connection = try options.open()
    let judgement = try PartyJudgement(
      pair.party, pair.other,
      command: authorship.signed("parties forget \(pair.party) \(pair.other)"), in: connection)
    let outcome = try judgement.forget(in: &connection)
    let parties = outcome.parties.joined(separator: " and ")
    let isStillOne = outcome.identities[0] == outcome.identities[1]
    options.tell(
      "\(parties): the verdict is taken back"
        + (isStillOne ? "; others still make them one" : ""))
  }
}
