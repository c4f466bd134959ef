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
    let stamp = try LedgerStamp(path: ledger.path, earlier: earlier.question, in: connection)
    let origin: ResultOrigin
    do {
      origin = try AnswerOutput(format: format, path: output).write(
        question, stamp: stamp, hasOrigin: !noOrigin, in: connection)
    } catch is OutputSink.ReaderGone {
      // It has read enough.
      return
    }
    if let coverage = origin.coverage { ledger.tell(CoverageLine.text(coverage)) }
    guard !noOrigin, !format.holdsOrigin else { return }
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
    try AnswerOutput(format: format, path: output).write(result)
  }

  func validate() throws {
    if format.needsFile, output == nil {
      throw ValidationError("--format \(format.rawValue) needs -o FILE; a terminal cannot show it")
    }
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
