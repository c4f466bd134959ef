import ArgumentParser

/// `deals parties`
struct PartiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties",
    abstract: "Decide which parties are one, and see which may be.",
    discussion: """
      A party is who a source names. Two that are the same are counted as one from then on, under
      the name of the one recorded first; nothing of either is rewritten, so that the verdict can be
      taken back. `same` goes from one to the next; a verdict that contradicts those on record is
      refused. Parties are named by key or by any name that is theirs alone.

      Examples:
        deals parties duplicates
        deals parties same "Example Bank" "Example Bank plc" --because "one bank, by its LEI"
        deals parties different vantage-issuer vantage-jersey
        deals parties forget "Example Bank" "Example Bank plc"
      """.flowing,
    subcommands: [
      PartiesDuplicatesCommand.self, PartiesSameCommand.self, PartiesDifferentCommand.self,
      PartiesUnsureCommand.self, PartiesForgetCommand.self, PartiesVerdictsCommand.self,
    ])
}
