import Intake
import Ledger
import PublicData
import SQLite
import Tabular

/// The import of deal sheets, with its progress, its rejects and its words.
struct SheetImport {
  let options: LedgerOptions
  let input: InputOptions
  let choices: ImportChoices

  /// Reads a sheet into the ledger.
  ///
  /// - Returns: how many lines were refused.
  func read(_ file: InputFile, into connection: inout Connection) throws -> Int {
    let unpacked = try file.unpacked()
    let table = try unpacked.table(input)
    let isPlain = !unpacked.isCompressed && unpacked.format != .workbook
    var sheet = SheetImporter.Options(name: file.name)
    // Deal sheets become a sixth when they are compressed.
    sheet.byteCount = file.byteCount.map { isPlain ? $0 : 6 * $0 }
    sheet.command = choices.command
    sheet.createsParties = choices.createsParties
    sheet.isDryRun = choices.isDryRun
    sheet.matches = choices.matches
    sheet.changes = choices.changes
    let beside = (file.name == "-" ? "stdin" : file.name) + RejectsFile.ending
    let refused = choices.keepsGoing ? RejectsFile(choices.rejects ?? beside) : nil
    if let refused { sheet.rejects = refused.add }
    Interruption.watch()
    sheet.shallStop = { Interruption.hasCome }
    let bar = ProgressBar(total: isPlain ? file.byteCount : nil, isQuiet: options.quiet)
    if let bar { sheet.progress = bar.update }
    defer { bar?.clear() }
    let summary = try SheetImporter(sheet).run(table, into: &connection)
    bar?.clear()
    for notice in table.notices() { options.tell(notice) }
    try refused?.finish(isKept: !choices.isDryRun)
    tell(summary, rejects: refused?.path)
    return summary.refusedLines
  }

  private func tell(_ summary: SheetSummary, rejects: String?) {
    for problem in summary.problems { options.tell("\(problem)") }
    if !summary.unknownColumns.isEmpty {
      options.tell("columns not read: \(summary.unknownColumns.joined(separator: ", "))")
    }
    if summary.roundedAmounts > 0 {
      let count = summary.roundedAmounts
      options.tell(
        count == 1
          ? "1 amount was finer than the minor unit of its currency, and was rounded to it"
          : "\(count) amounts were finer than the minor unit of their currency, and were rounded "
            + "to it")
    }
    if summary.refusedLines > 0 {
      let lines = summary.refusedLines == 1 ? "1 line" : "\(summary.refusedLines) lines"
      let place = choices.isDryRun ? "" : rejects.map { "; see \($0)" } ?? ""
      options.tell("\(lines) refused\(place)")
    }
    let read = summary.lines == 1 ? "1 line read" : "\(summary.lines) lines read"
    options.tell(
      ImportWords.lines(
        read: read, summary.counts, changes: summary.changes, newParties: summary.newParties,
        isDryRun: choices.isDryRun))
  }
}
