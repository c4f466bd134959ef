import ArgumentParser
import Ledger
import Reporting
import SQLite

/// How a result is written, and where to.
struct OutputOptions: ParsableArguments {
  @Option(help: "How the answer is written.")
  var format: OutputFormat = .table

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  @Flag(help: "Write nothing on where the answer comes from: no FILE.origin.json, no footer.")
  var noOrigin = false

  /// Writes the answer to a question; and where it comes from, in the way of its format.
  func write(
    _ question: Question, from ledger: LedgerOptions, _ earlier: EarlierOptions,
    in connection: borrowing Connection
  ) throws {
    try refuseLedger(ledger)
    let result = try QueryRunner.answer(to: question, in: connection)
    let tally = ResultTally(of: result, described: question.query?.columns ?? [])
    let origin = try ResultOrigin(
      of: question, columns: result.columns.map(\.name), tally: tally,
      stamp: LedgerStamp(path: ledger.path, earlier: earlier.question, in: connection),
      in: connection)
    var text = format.text(of: result, width: output == nil ? Console.width : nil)
    if format == .markdown, !noOrigin { text += "\n" + origin.markdown }
    if let output { try Files.write(text, to: output) } else { Console.result(text) }
    if let coverage = result.coverage { ledger.tell(CoverageLine.text(coverage)) }
    guard !noOrigin, format != .markdown else { return }
    if let output {
      guard FileKind(output) != .special else { return }
      try Files.write(origin.json, to: output + Self.originEnding)
      ledger.tell("\(output)\(Self.originEnding): where it comes from")
    } else if format == .table, let line = origin.line {
      ledger.tell(line)
    }
  }

  /// Writes a result, but never over the ledger it came from.
  func write(_ result: ResultSet, from ledger: LedgerOptions) throws {
    try refuseLedger(ledger)
    let text = format.text(of: result, width: output == nil ? Console.width : nil)
    if let output { try Files.write(text, to: output) } else { Console.result(text) }
  }

  /// What the name of a file ends in that tells where the data beside it comes from.
  static let originEnding = ".origin.json"

  private func refuseLedger(_ ledger: LedgerOptions) throws {
    guard let output else { return }
    for path in [output, output + Self.originEnding] where FileKind.isSame(path, ledger.path) {
      throw FileProblem(
        path: path, problem: "is the ledger itself; name another file", status: .cannotCreate)
    }
  }
}
