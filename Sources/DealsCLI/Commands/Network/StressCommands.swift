import ArgumentParser
import Reporting

/// `deals network clearing`
struct ClearingCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "clearing", abstract: "Who can pay what is due within a year.",
    discussion: """
      Each party pays all it owes if it can, and else all it has, to each in proportion (Eisenberg
      and Noe, 2001).

      Example:
        deals network clearing --assets balance-sheets.csv
      """.flowing)

  @OptionGroup var options: NetworkOptions
  @OptionGroup var assets: AssetsOption

  func execute() throws {
    let given = try assets.sheets()
    try options.answer(Self.self) { network, connection in
      try network.clearing(network.balanceSheets(given, in: connection))
    }
  }
}

/// `deals network debtrank`
struct DebtRankCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "debtrank", abstract: "What a loss at some parties does to those exposed to them.",
    discussion: """
      DebtRank of Battiston and others (2012), where distress is passed on once; with --differential
      the form of Bardoscia and others (2015), where every new loss is.

      Example:
        deals network debtrank --shock coreweave=0.5 --assets balance-sheets.csv
      """.flowing)

  @OptionGroup var options: NetworkOptions
  @OptionGroup var assets: AssetsOption

  @Option(
    help: ArgumentHelp(
      "A party and the share of its equity it loses at first, 1 for all; may be given again.",
      valueName: "party=share"))
  var shock: [String]

  @Flag(help: "Pass on every new loss, in every round.")
  var differential = false

  func validate() throws {
    guard !shock.isEmpty else { throw ValidationError("--shock names no party") }
    _ = try shocks()
  }

  func execute() throws {
    let given = try assets.sheets()
    let shocks = try shocks()
    try options.answer(Self.self) { network, connection in
      try network.debtRank(
        network.balanceSheets(given, in: connection), shocks: shocks,
        isDifferential: differential)
    }
  }

  private func shocks() throws -> [String: Double] {
    var shocks: [String: Double] = [:]
    for text in shock {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard let party = parts.first, let share = parts.count > 1 ? Double(parts[1]) : 1,
        0...1 ~= share
      else {
        throw ValidationError("--shock \(text): write party=share, the share 0 to 1")
      }
      shocks[String(party)] = share
    }
    return shocks
  }
}

/// `deals network what-if`
struct WhatIfCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if", abstract: "Who is hurt when a party is gone.",
    discussion: """
      Capital given and sales lost directly, what reaches others through chains, who leaves the
      core, and with --assets who is paid less within a year and defaults by it.

      Example:
        deals network what-if openai --assets balance-sheets.csv
      """.flowing)

  @OptionGroup var options: NetworkOptions
  @OptionGroup var assets: AssetsOption

  @Argument(help: "The party, by key or name.")
  var party: String

  @Option(help: ArgumentHelp("The most steps of a chain.", valueName: "number"))
  var length = 4

  func validate() throws {
    guard 1...8 ~= length else { throw ValidationError("--length is 1 to 8") }
  }

  func execute() throws {
    let given = try assets.sheets()
    try options.answer(Self.self) { network, connection in
      try network.whatIf(
        party, upTo: length, network.balanceSheets(given, in: connection), isGiven: given != nil)
    }
  }
}
