import ArgumentParser
import Finance
import Ledger

/// The values a saved query is asked with. The usual ones have a name of their own.
struct ParameterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day asked about.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(help: ArgumentHelp("The currency of the answer.", valueName: "code"))
  var currency: String?

  @Option(help: ArgumentHelp("deal_date, as_of, or a day whose rates hold.", valueName: "rule"))
  var fx: String?

  @Option(help: "announced, binding, funded or outstanding.")
  var stage: Stage?

  @Option(help: "second_best, average, lowest, highest, sp_first, moodys_first or fitch_first.")
  var ratingRule: String?

  @Option(help: "Whom parties are added up under: entity, parent, sponsor or brand.")
  var rollup: PartyRollup?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Any parameter of the query.", valueName: "name=value"))
  var settings: [String] = []

  func values() throws -> [String: String] {
    var values: [String: String] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = String(parts[1])
    }
    if let asOf { values["as_of"] = asOf }
    if let currency { values["currency"] = currency }
    if let fx { values["fx"] = fx }
    if let stage { values["stage"] = stage.rawValue }
    if let ratingRule { values["rating_rule"] = ratingRule }
    if let rollup { values["rollup"] = rollup.rawValue }
    return values
  }

  func validate() throws {
    for setting in settings where !setting.contains("=") {
      throw ValidationError("--set \(setting): write it as name=value")
    }
    try OptionChecks.day(asOf, "--as-of")
    try OptionChecks.currency(currency)
    if let ratingRule, CompositeRule(rawValue: ratingRule) == nil {
      let known = CompositeRule.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--rating-rule \(ratingRule): one of \(known)")
    }
  }
}
