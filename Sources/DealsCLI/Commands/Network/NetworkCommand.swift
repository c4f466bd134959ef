import ArgumentParser

/// `deals network`
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Who funds whom and who buys from whom, as a network.",
    discussion: """
      The flows are those of the saved query party-flows. What an answer rests on is told below it.

      Examples:
        deals network cycles --length 4
        deals network core --as-of 2026-06-30
        deals network circularity --stage binding --layer firm
        deals network what-if openai
        deals network clearing --assets balance-sheets.csv
      """.flowing,
    subcommands: [
      ReciprocityCommand.self, CyclesCommand.self, CoreCommand.self, CircularityCommand.self,
      ClearingCommand.self, DebtRankCommand.self, WhatIfCommand.self,
    ])
}
