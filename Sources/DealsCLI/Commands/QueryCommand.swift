import ArgumentParser
import Ledger
import Reporting
import SQLite

/// `deals query`
struct QueryCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a saved question; without a name, list them.",
    discussion: """
      Examples:
        deals query junk-bond-share
        deals query private-credit-total --as-of 2025-12-31 --format csv
        deals query junk-bond-share --known-at 2026-01-31
        deals query private-credit-total --published-by 2025-11-10
        deals query junk-bond-share --show | sqlite3 deals.sqlite
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var parameters: ParameterOptions

  @Argument(help: "The query's name.")
  var name: String?

  @Flag(help: "Print the query's text instead of running it.")
  var show = false

  func execute() throws {
    let connection = try earlier.open(options)
    guard let name else {
      let listing = ResultSet(
        columns: [.init(name: "query"), .init(name: "answers")],
        rows: try SavedQueries.titles(in: connection).map { [.text($0.name), .text($0.title)] })
      return try output.write(listing, from: options)
    }
    let query = try SavedQueries.find(name, in: connection)
    if show { return Console.result(query.sql) }
    let result = try QueryRunner.run(query, values: try parameters.values(), in: connection)
    try output.write(result, from: options)
    if let coverage = result.coverage { options.tell(CoverageLine.text(coverage)) }
  }
}
