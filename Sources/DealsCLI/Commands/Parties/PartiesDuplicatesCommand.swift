import ArgumentParser
import Ledger
import Reporting

/// `deals parties duplicates`
struct PartiesDuplicatesCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Propose parties that may be one, with the reasons; you decide.",
    discussion: """
      Names are held against each other by index: equal but for legal forms and words that many
      firms bear, one letter apart, one within the other with a rare word, first letters, lists of
      known parties, identifiers written otherwise. Pairs with a verdict are left out.

      Examples:
        deals parties duplicates
        deals parties duplicates --at-least 0.8 --format csv
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The least score to tell, from 0 to 1.", valueName: "score"))
  var atLeast = 0.5

  func validate() throws {
    guard (0...1).contains(atLeast) else {
      throw ValidationError("--at-least is a score from 0 to 1")
    }
  }

  func execute() throws {
    let connection = try options.openState()
    let result = try PartyDuplicates.candidates(atLeast: atLeast, in: connection)
    try output.write(Self.answer(result), from: options, in: connection)
    guard !result.rows.isEmpty else { return options.tell("no two parties look like one") }
    options.tell(
      "\(result.rows.count) to decide: deals parties same|different|unsure PARTY OTHER --because …")
  }
}
