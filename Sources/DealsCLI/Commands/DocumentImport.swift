import Intake
import Ledger
import SQLite
import Tabular

/// What both kinds of input are imported with.
struct ImportChoices {
  var command: RunCommand = ""
  var isDryRun = false
  var createsParties = false
  /// Whether values are taken that can hardly be right.
  var takesDoubtful = false
  var keepsGoing = false
  /// The file for what is refused.
  var rejects: String?
  /// What names mean in this import.
  var matches: [PartyMatch] = []
  /// Whether what is added and changed is printed as documents.
  var printsDocuments = false

  /// Prints a document; nil where none shall be.
  var changes: ((WrittenDocument) throws -> Void)? {
    printsDocuments ? { Console.result($0.line + "\n") } : nil
  }
}

/// The import of deal documents, with its rejects and its words.
struct DocumentImport {
  let options: LedgerOptions
  let choices: ImportChoices

  /// Reads documents into the ledger, as one import.
  ///
  /// - Returns: how many were refused.
  func read(_ documents: [SourceText], into connection: inout Connection) throws -> Int {
    var importOptions = Importer.Options()
    importOptions.isDryRun = choices.isDryRun
    importOptions.createsParties = choices.createsParties
    importOptions.keepsGoing = choices.keepsGoing
    importOptions.matches = choices.matches
    var files = DocumentRejectsFiles(path: choices.rejects)
    let summary = try Importer(options: importOptions).run(
      documents, command: choices.command, into: &connection, changes: choices.changes
    ) { rejected in
      if !choices.isDryRun { try files.add(rejected) }
    }
    try files.finish()
    tell(summary, rejects: files.paths)
    return summary.rejected.count
  }

  private func tell(_ summary: ImportSummary, rejects: [String]) {
    for warning in summary.warnings { options.tell("\(warning)") }
    for document in summary.rejected {
      for problem in document.problems { options.tell("\(problem)") }
    }
    if !summary.rejected.isEmpty {
      let count = summary.rejected.count
      let place = rejects.isEmpty ? "" : "; see \(rejects.joined(separator: ", "))"
      options.tell(
        (count == 1 ? "1 document refused" : "\(count) documents refused") + place)
    }
    let read = ImportWords.read(
      summary.documents, "document", refused: summary.rejected.count)
    options.tell(
      ImportWords.lines(
        read: read, summary.counts, changes: summary.changes, newParties: summary.newParties,
        similar: summary.similar, unfunded: summary.unfunded, isDryRun: choices.isDryRun))
  }
}
