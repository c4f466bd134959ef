import ArgumentParser
import Finance

/// `deals read`
struct ReadCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show how an amount, a rating, a rate, a date or an identifier is read.",
    discussion: """
      A text that can be read in several ways is refused with its readings; --language decides
      where it can.

      Examples:
        deals read amount '23,25 miljarder dollar'
        deals read rating 'Aa3/AA-'
        deals read rate 'SOFR + 225 bp, floor 0.50%'
        deals read date 3Q25
        deals read identifier US30303M8Q83
      """.flowing)

  /// What a text can be read as.
  enum Value: String, CaseIterable, ExpressibleByArgument {
    case amount, rating, rate, date, identifier
  }

  @Argument(help: "amount, rating, rate, date or identifier.")
  var value: Value

  @Argument(help: "The text, in quotes where it has blanks.")
  var text: String

  @Option(help: ArgumentHelp("sv, en or de; else every language is tried.", valueName: "tag"))
  var language: String?

  func validate() throws {
    if let language, TextLanguage(tag: language) == nil {
      throw ValidationError("--language is sv, en or de")
    }
  }

  func execute() throws {
    Console.result(try readings().joined(separator: "\n") + "\n")
  }

  private func readings() throws(ReadingError) -> [String] {
    let language = language.flatMap { TextLanguage(tag: $0) }
    switch value {
    case .amount: return [try AmountText.read(text, language: language).description]
    case .rating: return try RatingText.read(text).map(\.description)
    case .rate: return [try RateText.read(text, language: language).description]
    case .date: return [try DateText.read(text, language: language).description]
    case .identifier: return [try IdentifierText.read(text).description]
    }
  }
}
