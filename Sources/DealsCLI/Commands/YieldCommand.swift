import ArgumentParser
import Ledger
import Reporting

/// `deals yield`
struct YieldCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "yield",
    abstract: "Yield, duration and cost of a tranche at a price, or its price at a yield.",
    discussion: """
      Without --price or --yield it is the price of issue; without --on the day interest begins.
      Published yields of issue stand beside what is worked out.

      Examples:
        deals yield meta-2024-08/t5
        deals yield meta-2024-08/t5 --price 92.5 --on 2026-05-15
        deals yield googl-2025-05-usd/t1 --yield 4.1
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var terms: TermOptions

  @Argument(help: ArgumentHelp("A tranche, or a deal that has one.", valueName: "key"))
  var key: String

  @Option(help: ArgumentHelp("The quoted price in percent.", valueName: "percent"))
  var price: Double?

  @Option(name: .customLong("yield"), help: ArgumentHelp("The yield.", valueName: "percent"))
  var yieldPercent: Double?

  @Option(help: ArgumentHelp("The day the buyer pays.", valueName: "YYYY-MM-DD"))
  var on: String?

  func validate() throws {
    if price != nil, yieldPercent != nil {
      throw ValidationError("give --price or --yield, not both")
    }
    _ = try TermOptions.day(on, "--on")
  }

  func execute() throws {
    let connection = try earlier.open(options)
    var question = YieldTable.Question()
    question.settlement = try TermOptions.day(on, "--on")
    question.price = price
    question.yield = yieldPercent
    question.benchmarkPercent = terms.assumeBenchmark
    let (terms, plan) = try terms.plan(of: key, in: connection)
    let assumptions = terms.assumptions.map { "assumed: \($0)" }
    try output.write(
      Self.answer(
        try YieldTable.result(plan, of: terms, question), assumptions: assumptions, records: [key]),
      from: options, earlier.question, in: connection)
    for assumption in assumptions { options.tell(assumption) }
  }
}
