import Intake
import Ledger
import PublicData
import SQLite
import Tabular

/// The import of deal sheets, with its progress, its rejects and its words.
struct SheetImport {
  let options: LedgerOptions
  let input: InputOptions
  let rules: TableRules?
  let choices: ImportChoices

  /// Reads a sheet into the ledger.
  ///
  /// - Returns: how many lines were refused.
  func read(_ file: InputFile, into connection: inout Connection) throws -> Int {
    let unpacked = try file.unpacked()
    if let rules, RowImport.isMeant(by: rules) {
      return try readDocuments(unpacked, rules, into: &connection)
    }
    let table =
      try rules.map { try MappedSheet.input(unpacked, rules: $0, options: input) }
      ?? unpacked.table(input)
    let isPlain = !unpacked.isCompressed && unpacked.format != .workbook
    var sheet = SheetImporter.Options(name: file.name)
    // Deal sheets become a sixth when they are compressed.
    sheet.byteCount = file.byteCount.map { isPlain ? $0 : 6 * $0 }
    sheet.command = choices.command
    sheet.createsParties = choices.createsParties
    sheet.isDryRun = choices.isDryRun
    sheet.matches = choices.matches
    sheet.changes = choices.changes
    sheet.takesDoubtful = choices.takesDoubtful
    let refused = rejectsFile(file.name)
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
    tell(summary, of: file.name, rejects: refused?.path)
    return summary.refusedLines
  }

  private func rejectsFile(_ name: String) -> RejectsFile? {
    guard choices.keepsGoing else { return nil }
    return RejectsFile(choices.rejects ?? (name == "-" ? "stdin" : name) + RejectsFile.ending)
  }

  /// Reads rows of which rules make documents.
  private func readDocuments(
    _ table: UnpackedInput, _ rules: TableRules, into connection: inout Connection
  ) throws -> Int {
    var importer = Importer.Options()
    importer.isDryRun = choices.isDryRun
    importer.createsParties = choices.createsParties
    importer.matches = choices.matches
    let refused = rejectsFile(table.name)
    let rows = try RowImport(
      table, rules: rules, options: input, importer: Importer(options: importer),
      command: choices.command)
    let outcome = try rows.run(
      rejects: refused.map { $0.add }, changes: choices.changes, into: &connection)
    try refused?.finish(isKept: !choices.isDryRun)
    for notice in outcome.notices { options.tell(notice) }
    for problem in outcome.problems { options.tell("\(problem)") }
    if outcome.refusedRows > 0 {
      let rows = outcome.refusedRows == 1 ? "1 row" : "\(outcome.refusedRows) rows"
      let place = choices.isDryRun ? "" : refused.map { "; see \($0.path)" } ?? ""
      options.tell("\(rows) refused\(place)")
    }
    guard let summary = outcome.summary else {
      options.tell("no row read")
      return outcome.refusedRows
    }
    for warning in summary.warnings { options.tell("\(warning)") }
    let read = ImportWords.read(
      summary.documents + outcome.refusedRows, "row", refused: outcome.refusedRows)
    options.tell(
      ImportWords.lines(
        read: read, summary.counts, changes: summary.changes, newParties: summary.newParties,
        unfunded: summary.unfunded, isDryRun: choices.isDryRun))
    return outcome.refusedRows
  }

  private func tell(_ summary: SheetSummary, of name: String, rejects: String?) {
    for warning in summary.warnings { options.tell("\(warning)") }
    for problem in summary.problems { options.tell("\(problem)") }
    if !summary.unknownColumns.isEmpty {
      let unread = summary.unknownColumns.joined(separator: ", ")
      let command = ShellWord.line(["deals", "rules", "example", name == "-" ? "SHEET" : name])
      options.tell(
        "columns not read: \(unread); `\(command) > rules.yaml` drafts rules that read more")
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
    let read = ImportWords.read(summary.lines, "line", refused: summary.refusedLines)
    options.tell(
      ImportWords.lines(
        read: read, summary.counts, changes: summary.changes, newParties: summary.newParties,
        similar: summary.similar, unfunded: summary.unfunded, isDryRun: choices.isDryRun))
  }
}
