import Intake
import PublicData
import SQLite

/// The import of files that authorities, central banks and funds publish, with its words.
struct PublishedImport {
  let options: LedgerOptions
  let input: InputOptions
  let choices: ImportChoices

  /// Reads a file into the ledger.
  func read(_ file: InputFile, into connection: inout Connection) throws {
    let unpacked = try file.unpacked()
    let format = unpacked.format
    var published = PublishedImporter.Options(name: file.name)
    published.command = choices.command
    published.createsParties = choices.createsParties
    published.isDryRun = choices.isDryRun
    published.matches = choices.matches
    published.changes = choices.changes
    Interruption.watch()
    published.shallStop = { Interruption.hasCome }
    let summary = try PublishedImporter(published).run(
      format, unpacked.source(input), into: &connection)
    for warning in summary.warnings { options.tell("\(warning)") }
    let untold = summary.warningCount - summary.warnings.count
    if untold > 0 { options.tell("… and \(untold) warnings more") }
    for note in summary.notes { options.tell(note) }
    options.tell(
      ImportWords.lines(
        read: "\(file.name) is \(format): \(summary.read)", summary.counts,
        changes: summary.changes, newParties: summary.newParties, isDryRun: choices.isDryRun))
  }
}
