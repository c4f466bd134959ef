import ArgumentParser
import Finance
import Glibc
import Ledger
import Reporting
import SQLite

/// `deals report`
struct ReportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page of charts and figures, each with its query and its sources.",
    discussion: """
      One file of HTML that needs nothing beside it and no network: to read, to print, to send on.

      Examples:
        deals report -o report.html
        deals report -o report.html --as-of 2025-12-31 --currency EUR
        deals report -o maturities.html --only maturities --only spreads
        deals report -o then.html --published-by 2025-11-10
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var earlier: EarlierOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The day asked about; today by default.", valueName: "YYYY-MM-DD"))
  var asOf: String?

  @Option(help: ArgumentHelp("The currency of the amounts.", valueName: "code"))
  var currency: String?

  @Option(
    help: ArgumentHelp(
      "A part of the page alone; may be repeated: \(ReportOptions.parts.joined(separator: ", ")).",
      valueName: "part"),
    completion: .list(ReportOptions.parts))
  var only: [String] = []

  func validate() throws {
    try OptionChecks.day(asOf, "--as-of")
    try OptionChecks.currency(currency)
    for part in only where !ReportOptions.parts.contains(part) {
      throw ValidationError(
        "--only \(part): no such part; one of \(ReportOptions.parts.joined(separator: ", "))")
    }
  }

  func execute() throws {
    try FileKind.refuseLedger(options.path, at: output)
    let connection = try earlier.open(options)
    let stamp = try LedgerStamp(path: options.path, earlier: earlier.question, in: connection)
    let answers = try ReportAnswers(
      ReportOptions(
        asOf: asOf ?? stamp.askedOn, currency: currency, earlier: earlier.question, only: only),
      stamp: stamp, in: connection, others: try others(beside: connection))
    let page = try ReportPage.html(answers, in: connection)
    try Files.write(page, to: output)
    let megabytes = HumanNumber.fixed(Double(page.utf8.count) / 1e6, decimals: 1)
    options.tell("\(output): \(megabytes) MB; open it in a browser")
  }

  /// Connections that ask beside the first, one for each further processor, up to four in all:
  /// more would wait for each other's memory. There are none where the state was laid over the
  /// ledger for this connection alone, or where others may write beside its readers (WAL).
  private func others(beside connection: borrowing Connection) throws -> FurtherConnections {
    guard earlier.question.isOfNow, try connection.journalMode != .wal else { return .none }
    let path = options.path
    return FurtherConnections(count: min(4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) - 1) {
      let another = try LedgerFile.open(path, mode: .readOnly)
      try another.holdState()
      return another
    }
  }
}
