import ArgumentParser
import Finance
import Ledger
import Reporting
import SQLite

/// Which flows are looked at as a network, and how the answer is written.
struct NetworkOptions: ParsableArguments {
  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var part: AnswerPartOptions

  @Option(help: ArgumentHelp("The day asked about.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(help: "announced, binding, funded or outstanding.")
  var stage: Stage?

  @Option(help: "Whom parties are taken for: entity, parent, sponsor or brand.")
  var rollup: PartyRollup?

  @Option(help: "Which end of an amount counts: high or low.")
  var bound = NetworkQuestion.Bound.high

  @Option(help: "all, firm (nothing that waits for an event) or contingent.")
  var layer = NetworkQuestion.Layer.all

  /// What is found in a network, and what that rests on besides the network itself.
  typealias Answer = (result: ResultSet, assumptions: [String])

  /// Works an answer out of the network that is asked for, writes it, and tells what it rests on.
  ///
  /// - Parameter find: is given the connection too, for what the network does not have.
  func answer<Command: LedgerCommand>(
    _ command: Command.Type,
    _ find: (PartyNetwork, borrowing Connection) throws -> Answer
  ) throws {
    let connection = try earlier.open(options)
    let network = try network(in: connection)
    let (result, further) = try find(network, connection)
    let assumptions = network.assumptions + further
    try output.write(
      command.answer(result, assumptions: assumptions, records: network.records), part.part,
      from: options, earlier.question, in: connection)
    for line in assumptions { options.tell(line) }
  }

  private func network(in connection: borrowing Connection) throws -> PartyNetwork {
    var question = NetworkQuestion()
    question.asOf = asOf
    question.stage = stage?.rawValue
    question.rollup = rollup
    question.bound = bound
    question.layer = layer
    return try PartyNetwork(question, in: connection)
  }

  func validate() throws {
    try OptionChecks.day(asOf, "--as-of")
  }
}

/// A file of what parties have.
struct AssetsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table with the columns party, assets_usd and equity_usd; what it lacks is taken from what "
        + "parties have reported, and never for zero.", valueName: "file"))
  var assets: String?

  func sheets() throws -> BalanceSheets? {
    guard let assets else { return nil }
    let file = try InputFile(assets)
    return try BalanceSheets(name: assets, source: file.read)
  }
}
