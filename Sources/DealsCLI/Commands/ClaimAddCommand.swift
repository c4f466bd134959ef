import ArgumentParser
import Finance
import Intake
import Ledger

/// `deals claim add`
struct ClaimAddCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add what a source says of one value of a record.",
    discussion: """
      The value is read as its column would take it: amounts as people write them, dates as exact
      as the source, parties by name or key, words of code lists. The claim's key is the result.

      Examples:
        deals claim add oracle-vantage-2025/texas.amount '22 billion dollars' --language en \\
          --source xpert-digital-2025-11-10 --locator 'paragraph 4'
        deals claim add article/openai-oracle-300bn/l1.payer Oracle --title 'Who pays whom' \\
          --publisher 'Example Wire' --asserted-by Reuters
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions

  @Argument(help: ArgumentHelp("What it is about.", valueName: "key.attribute"))
  var subject: String

  @Argument(help: "What is claimed; without it the claim supports what is followed, or is words.")
  var value: String?

  @Option(help: ArgumentHelp("The source's own words.", valueName: "words"))
  var original: String?

  @Option(help: ArgumentHelp("Language of the value and words: sv, en, de.", valueName: "tag"))
  var language: String?

  @Option(help: ArgumentHelp("A source on file.", valueName: "key"))
  var source: String?

  @Option(help: "Title of a new source.")
  var title: String?

  @Option(help: "Publisher of a new source.")
  var publisher: String?

  @Option(help: ArgumentHelp("Address of a new source.", valueName: "address"))
  var url: String?

  @Option(help: ArgumentHelp("Day of a new source.", valueName: "date"))
  var publishedOn: String?

  @Option(help: ArgumentHelp("P, S, A or E, of a new source.", valueName: "grade"))
  var grade: String?

  @Option(help: ArgumentHelp("Page, section or paragraph.", valueName: "place"))
  var locator: String?

  @Option(help: ArgumentHelp("Who says it, where it is not the publisher.", valueName: "party"))
  var assertedBy: String?

  @Option(help: ArgumentHelp("Through whom it became known.", valueName: "party"))
  var reportedBy: String?

  @Option(help: "alternative, preferred, supports or rejected.")
  var stance = "alternative"

  @Option(help: ArgumentHelp("Why it is preferred or rejected.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("The day the value is for.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("The period it is for: 2025, 2025-Q3, FROM/TO.", valueName: "dates"))
  var period: String?

  @Option(help: ArgumentHelp("What an amount measures: committed, drawn, …", valueName: "code"))
  var measure: String?

  @Option(help: ArgumentHelp("Of an amount that names none.", valueName: "code"))
  var currency: String?

  @Option(help: ArgumentHelp("exact, about, up_to, at_least or range.", valueName: "code"))
  var qualifier: String?

  @Option(help: ArgumentHelp("A claim, on any record, that this one disputes.", valueName: "claim"))
  var disputes: String?

  @Option(
    help: ArgumentHelp(
      "In what: value, direction, subject, instrument, period, vintage, universe or rounding.",
      valueName: "code"))
  var disputeKind: String?

  func validate() throws {
    if let language, TextLanguage(tag: language) == nil {
      throw ValidationError("--language is sv, en or de")
    }
    if asOf != nil, period != nil { throw ValidationError("give --as-of or --period, not both") }
  }

  func execute() throws {
    var connection = try options.open()
    let result = try entry.add(
      command: authorship.signed("claim add \(subject)"), into: &connection)
    if !result.newParties.isEmpty {
      options.tell("new parties: \(result.newParties.joined(separator: ", "))")
    }
    options.tell(result.outcome, result.news)
    Console.result("\(result.outcome.claim)\n")
  }

  private var entry: ClaimEntry {
    var words = ClaimWords(value: value)
    words.language = language
    words.currency = currency
    words.measure = measure
    words.qualifier = qualifier
    var entry = ClaimEntry(on: subject, words)
    entry.stance = stance
    entry.original = original
    entry.assertedBy = assertedBy
    entry.reportedBy = reportedBy
    entry.reason = because
    entry.period = asOf ?? period
    entry.disputes = disputes
    entry.disputeKind = disputeKind
    entry.locator = locator
    entry.source.key = source
    entry.source.title = title
    entry.source.publisher = publisher
    entry.source.url = url
    entry.source.publishedOn = publishedOn
    entry.source.grade = grade
    return entry
  }
}
