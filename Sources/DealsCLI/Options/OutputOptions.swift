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
    try writeBeside(told.origin, ledger)
    if format == .table, output == nil, !noOrigin, let line = question.line(in: connection) {
      ledger.tell(line)
    }
  }

  /// Writes what a command has worked out; and where it comes from, in the way of its format.
  ///
  /// - Parameter connection: one that holds the state it was worked out of.
  func write(
    _ answer: CommandAnswer, _ part: AnswerPart = AnswerPart(), from ledger: LedgerOptions,
    _ earlier: EarlierQuestion = EarlierQuestion(), in connection: borrowing Connection
  ) throws {
    try refuseLedger(ledger)
    let told = try AnswerOutput(
      format: format, path: output, wantsOrigin: wantsOrigin, part: part
    ).write(
      answer, stamp: { try LedgerStamp(path: ledger.path, earlier: earlier, in: connection) },
      in: connection)
    tellLeftOut(told.columnsLeftOut, ledger)
    tellWritten(rows: told.rows, ledger)
    try writeBeside(told.origin, ledger)
  }

  private var wantsOrigin: Bool { !noOrigin && (output != nil || format.holdsOrigin) }

  /// Writes where the answer comes from beside its file, where the format has no room for it.
  private func writeBeside(_ origin: ResultOrigin?, _ ledger: LedgerOptions) throws {
    guard let output, let origin, !format.holdsOrigin, FileKind(output) != .special else { return }
    try Files.write(origin.json, to: output + Self.originEnding)
    ledger.tell("\(output)\(Self.originEnding): where it comes from")
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
