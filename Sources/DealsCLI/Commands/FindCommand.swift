import ArgumentParser
import Ledger
import Reporting

/// `deals find`
struct FindCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Search names, amounts, notes and the words of sources.",
    discussion: """
      All words must stand on a record, in any order; marks and capitals do not matter. Where no
      name has them, names that come near are listed. An amount finds first what is of that amount,
      or rounds to it as it is written.

      Examples:
        deals find hyperion
        deals find corweave
        deals find '27 billion'
        deals find '23,25 miljarder'
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "What to look for.")
  var words: [String]

  @Option(
    help: ArgumentHelp(
      "The most records to list; 30 on a screen, else all.", valueName: "number"))
  var limit: Int?

  func validate() throws {
    guard limit ?? 1 > 0 else { throw ValidationError("--limit is at least 1") }
    guard words.contains(where: { !$0.isEmpty }) else {
      throw ValidationError("give a word to look for")
    }
  }

  func execute() throws {
    let connection = try earlier.open(options)
    let text = words.joined(separator: " ")
    let found = try RecordFinder.find(text, in: connection)
    guard !found.isEmpty else {
      options.tell("nothing in the ledger has '\(text)'")
      throw ExitStatus.findings.code
    }
    let isOnScreen = output.format == .table && output.output == nil
    let shown = found.prefix(limit ?? (isOnScreen ? 30 : .max))
    try output.write(
      Self.answer(FindScreen.result(Array(shown), lookingFor: text)), from: options,
      earlier.question, in: connection)
    if shown.count < found.count {
      options.tell("… and \(found.count - shown.count) more; --limit shows them")
    }
  }
}
