import ArgumentParser

/// `deals rules`
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Rules files: how tables that are no deal sheets are read.",
    discussion: """
      A rules file says in YAML which columns hold what, and how they write it. Begin with
      `deals rules example`, look at what comes with `deals rules try`, then import. The field rate
      takes what stands in a column such as Pricing: S+225, SOFR + 2.25%, T+140, 10 7/8%.

      Examples:
        deals rules example report.xlsx > report.yaml
        deals rules try report.yaml report.xlsx
        deals import --rules report.yaml report.xlsx
      """.flowing,
    subcommands: [RulesTryCommand.self, RulesCheckCommand.self, RulesExampleCommand.self])
}
