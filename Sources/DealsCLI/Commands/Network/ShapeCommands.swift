import ArgumentParser
import Reporting

/// `deals network reciprocity`
struct ReciprocityCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "reciprocity", abstract: "Who gives capital to those who buy from it.",
    discussion: "Example:\n  deals network reciprocity --rollup parent")

  @OptionGroup var options: NetworkOptions

  func execute() throws {
    try options.answer(Self.self) { network, _ in
      (network.reciprocity(), network.reciprocityWords)
    }
  }
}

/// `deals network cycles`
struct CyclesCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycles", abstract: "Every round of parties that money can go.",
    discussion: """
      The bottleneck is the smallest known amount of a leg: the most that can go round. Rounds with
      a leg without amount come last. A round is as deep as its shallowest leg.

      Example:
        deals network cycles --length 4 --stage binding
      """.flowing)

  @OptionGroup var options: NetworkOptions

  @Option(help: ArgumentHelp("The most legs of a round.", valueName: "number"))
  var length = 6

  @Option(help: ArgumentHelp("The most rounds to look for.", valueName: "number"))
  var mostRounds = 10_000

  func validate() throws {
    guard 2...12 ~= length else { throw ValidationError("--length is 2 to 12") }
    guard mostRounds > 0 else { throw ValidationError("--most-rounds is at least 1") }
  }

  func execute() throws {
    try options.answer(Self.self) { network, _ in
      let (result, hasMore) = network.cycles(upTo: length, limit: mostRounds)
      let more = "there are more than \(mostRounds) rounds; these are not the widest"
      return (result, hasMore ? [more] : [])
    }
  }
}

/// `deals network core`
struct CoreCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "core", abstract: "The parties money can leave and come back to, step by step.",
    discussion: """
      Announced, binding, not cancellable, funded: who drops out at each step. What nobody calls
      cancellable counts as firm.

      Example:
        deals network core --as-of 2026-06-30
      """.flowing)

  @OptionGroup var options: NetworkOptions

  func execute() throws {
    try options.answer(Self.self) { network, _ in (network.core(), []) }
  }
}

/// `deals network circularity`
struct CircularityCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "circularity", abstract: "How much of the money can go round, at most.",
    discussion: """
      The index of maximum circularity: each flow is split into a part that goes round and a rest,
      so that what goes round is as much as it can be (arXiv 2506.12546).

      Example:
        deals network circularity --layer firm
      """.flowing)

  @OptionGroup var options: NetworkOptions

  func execute() throws {
    try options.answer(Self.self) { network, _ in (network.circularity(), []) }
  }
}
