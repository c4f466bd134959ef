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
    _ question: Question, _ part: AnswerPart, from ledger: LedgerOptions,
    _ earlier: EarlierOptions, until deadline: Deadline, in connection: borrowing Connection
  ) throws {
    try refuseLedger(ledger)
    if format == .svg, part != AnswerPart() {
      throw PictureProblem("a picture is of the whole answer, without --columns and --limit")
    }
    // The answer and where it comes from are of one state. An earlier one is held already.
    if earlier.question.isOfNow { try connection.holdState() }
    let wantsOrigin = !noOrigin && (output != nil || format.holdsOrigin)
    func stamp() throws -> LedgerStamp {
      try LedgerStamp(path: ledger.path, earlier: earlier.question, in: connection)
    }
    let told = try AnswerOutput(
      format: format, path: output, wantsOrigin: wantsOrigin, part: part
    ).write(question, stamp: stamp, until: deadline, in: connection)
    tellWritten(rows: told.rows, ledger)
    tellLeftOut(told.columnsLeftOut, ledger)
    if told.rowsLeftOut > 0 {
      ledger.tell("… and \(told.rowsLeftOut) more rows; --limit shows them")
    }
    if let coverage = told.coverage { ledger.tell(CoverageLine.text(coverage)) }
    if let output, let origin = told.origin, !format.holdsOrigin {
      guard FileKind(output) != .special else { return }
      try Files.write(origin.json, to: output + Self.originEnding)
      ledger.tell("\(output)\(Self.originEnding): where it comes from")
    } else if format == .table, output == nil, !noOrigin, let line = question.line(in: connection) {
      ledger.tell(line)
    }
  }

  /// Writes a result, but never over the ledger it came from.
  func write(
    _ result: ResultSet, _ part: AnswerPart = AnswerPart(), from ledger: LedgerOptions
  ) throws {
    try refuseLedger(ledger)
    let columnsLeftOut = try AnswerOutput(
      format: format, path: output, wantsOrigin: false, part: part
    ).write(result)
    tellLeftOut(columnsLeftOut, ledger)
    tellWritten(rows: min(result.rows.count, part.mostRows ?? .max), ledger)
  }

  /// Says which file was written, and what is in it.
  private func tellWritten(rows: Int, _ ledger: LedgerOptions) {
    guard let output, FileKind(output) == .file else { return }
    let content = format == .svg ? "a picture" : "\(rows) row\(rows == 1 ? "" : "s")"
    ledger.tell("\(output): \(content)")
  }

  private func tellLeftOut(_ columns: [String], _ ledger: LedgerOptions) {
    guard !columns.isEmpty else { return }
    ledger.tell(
      "no room for \(columns.joined(separator: ", ")): --columns names what is shown, --format csv "
        + "writes all")
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
    for path in [output, output + Self.originEnding] {
      try FileKind.refuseLedger(ledger.path, at: path)
    }
  }
}
