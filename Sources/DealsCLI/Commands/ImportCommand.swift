import ArgumentParser
import Intake
import Ledger
import SQLite
import Tabular

/// `deals import`
struct ImportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read deal documents or deal sheets into the ledger, all of them or none.",
    discussion: """
      Documents are JSON or NDJSON, sheets CSV or TSV; which it is, is told by the content. Every
      problem is told with file, line, column and reason, and nothing is written then. All
      documents are one import, and each sheet is one. The same file twice changes nothing.

      Examples:
        deals import new-deals.jsonl
        deals import --dry-run folder/
        deals import --dry-run --format ndjson holdings.csv > new.jsonl
        deals import new-deals.jsonl --match 'Core Weave=coreweave'
        deals import holdings.csv --keep-going
        cat deal.json | deals import -
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "Files, folders, or - for standard input.")
  var inputs: [String]

  @Flag(help: "Tell what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Take a name that is one letter from a known one for another party.")
  var createParties = false

  @Option(
    help: ArgumentHelp(
      "In this import the name means the party with that key; may be repeated.",
      valueName: "name=key"))
  var match: [String] = []

  @Option(
    help: ArgumentHelp(
      "ndjson: with --dry-run, print what would be added and changed as deal documents.",
      valueName: "format"))
  var format: DryRunFormat?

  @Flag(help: "Write the documents and lines that are right, put the others into the rejects.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "Where what is refused goes, with its reasons; else beside the input.", valueName: "file"))
  var rejects: String?

  func validate() throws {
    if rejects != nil, !keepGoing {
      throw ValidationError("--rejects needs --keep-going: else the sheet is refused as a whole")
    }
    if format != nil, !dryRun {
      throw ValidationError("--format needs --dry-run: it prints what would be done")
    }
    if let wrong = match.first(where: { PartyMatch($0) == nil }) {
      throw ValidationError("--match '\(wrong)': write NAME=KEY, the key that of a party")
    }
  }

  func execute() throws {
    let files = try Files.inputs(inputs)
    var sheets: [InputFile] = []
    var documents: [SourceText] = []
    for file in files {
      if try file.holdsDocuments() {
        documents.append(SourceText(bytes: try file.rest(), name: file.name))
      } else {
        sheets.append(file)
      }
    }
    if let rejects { try checkRejects(rejects, files, sheets: sheets.count) }
    var connection = try options.open()
    var refused = 0
    if !documents.isEmpty {
      refused += try DocumentImport(options: options, choices: choices).read(
        documents, into: &connection)
    }
    for sheet in sheets {
      refused += try SheetImport(options: options, choices: choices).read(sheet, into: &connection)
    }
    if refused > 0 { throw ExitStatus.findings.code }
  }

  /// One file of rejects is for one sheet, or for all documents, and is none of the inputs.
  private func checkRejects(_ path: String, _ files: [InputFile], sheets: Int) throws {
    if sheets > 1 || sheets == 1 && files.count > 1 {
      let what = sheets == files.count ? "\(sheets) sheets" : "sheets and documents"
      throw FileProblem(path: path, problem: "one file of rejects for \(what)", status: .usage)
    }
    if files.contains(where: { FileKind.isSame(path, $0.name) }) {
      let what = sheets == 1 ? "the sheet itself" : "an input itself"
      throw FileProblem(path: path, problem: "is \(what)", status: .usage)
    }
  }

  private var choices: ImportChoices {
    ImportChoices(
      command: "import " + inputs.joined(separator: " "), isDryRun: dryRun,
      createsParties: createParties, keepsGoing: keepGoing, rejects: rejects,
      matches: match.compactMap { PartyMatch($0) }, printsDocuments: format != nil)
  }
}

/// What a dry run prints.
enum DryRunFormat: String, ExpressibleByArgument, CaseIterable {
  /// What would be added and changed, as deal documents, one a line.
  case ndjson
}

/// What an import did, in words.
enum ImportWords {
  /// How many changes and names are told one by one.
  private static let mostListed = 20

  static func lines(
    read: String, _ counts: ImportRun.Counts, changes: [RecordChange], newParties: [String],
    isDryRun: Bool
  ) -> String {
    var lines = changes.prefix(mostListed).map { "\($0)" }
    if changes.count > mostListed {
      lines.append("… and \(changes.count - mostListed) changes more")
    }
    guard !counts.changesNothing else {
      return counts.same == 0
        ? "\(read); nothing to do"
        : "\(read); nothing to do, all \(counts.same) records are there"
    }
    var text =
      "\(read): \(counts.added) records "
      + "\(isDryRun ? "would be " : "")added, \(counts.changed) changed, \(counts.same) left alone"
    if !newParties.isEmpty {
      let listed = newParties.prefix(mostListed).joined(separator: ", ")
      let more = newParties.count - mostListed
      text += "; new parties: \(listed)" + (more > 0 ? " and \(more) more" : "")
    }
    return (lines + [text]).joined(separator: "\n")
  }
}
