import ArgumentParser
import Finance
import Ledger
import Reporting

/// `deals cashflows`
struct CashFlowsCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "cashflows",
    abstract: "What a tranche pays and when, with what had to be assumed.",
    discussion: """
      Terms that no source gives are taken as usual for the instrument and its currency, and told.
      Interest that rests on a rate nobody has published yet is unknown, unless --assume-benchmark
      says what to take. What a loan pays on a weekend, interest and instalments alike, is paid on
      the next business day of the month, else on the one before, and bears interest until then.

      Examples:
        deals cashflows meta-2024-08/t1
        deals cashflows crwv-ddtl4/t1 --assume-benchmark 3.7 --format csv
        deals cashflows apld/t1 --repayment equal
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var terms: TermOptions

  @Argument(help: ArgumentHelp("A tranche, or a deal that has one.", valueName: "key"))
  var key: String

  func execute() throws {
    let connection = try earlier.open(options)
    let (terms, plan) = try terms.plan(of: key, in: connection)
    let assumptions = terms.assumptions.map { "assumed: \($0)" }
    try output.write(
      Self.answer(
        try CashFlowTable.result(plan, of: terms), assumptions: assumptions, records: [key]),
      from: options, earlier.question, in: connection)
    for assumption in assumptions { options.tell(assumption) }
    if let unknown = plan.firstUnknown, let missing = unknown.amount.missing {
      options.tell("unknown from \(unknown.due) on: \(missing)")
    }
  }
}
