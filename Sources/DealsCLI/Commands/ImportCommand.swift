import ArgumentParser
import Intake
import Ledger
import PublicData
import SQLite
import Tabular

/// `deals import`
struct ImportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read deal documents, deal sheets or published data into the ledger, all or none.",
    discussion: """
      Documents are JSON or NDJSON, sheets CSV or TSV; which it is, is told by the content. So are
      the European Central Bank's reference rates, fixings of benchmarks, Form N-PORT, the SEC's
      companyfacts and GLEIF's LEI data. Every problem is told with file, line, column and reason,
      and nothing is written then. All documents are one import; of other files each is one. The
      same file twice changes nothing.

      Examples:
        deals import new-deals.jsonl
        deals import --dry-run folder/
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

  @Flag(help: "Write the lines of a sheet that are right, and put the others into the rejects.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "Where refused lines go, with their reasons; else beside the sheet.", valueName: "file"))
  var rejects: String?

  func validate() throws {
    if rejects != nil, !keepGoing {
      throw ValidationError("--rejects needs --keep-going: else the sheet is refused as a whole")
    }
  }

  func execute() throws {
    let files = try Files.inputs(inputs)
    var sheets: [InputFile] = []
    var documents: [SourceText] = []
    var published: [(file: InputFile, format: FileFormat)] = []
    for file in files {
      let format = try file.format()
      if PublishedImporter.reads(format) {
        published.append((file, format))
      } else if try file.holdsDocuments() {
        documents.append(SourceText(bytes: try file.rest(), name: file.name))
      } else {
        sheets.append(file)
      }
    }
    if rejects != nil, sheets.count > 1 {
      throw FileProblem(
        path: rejects ?? "", problem: "one file of rejects for \(sheets.count) sheets",
        status: .usage)
    }
    if let rejects, let sheet = sheets.first, FileKind.isSame(rejects, sheet.name) {
      throw FileProblem(path: rejects, problem: "is the sheet itself", status: .usage)
    }
    var connection = try options.open()
    if !documents.isEmpty { try read(documents, into: &connection) }
    let sheetCommand = SheetImport(
      options: options, command: command, isDryRun: dryRun, createsParties: createParties,
      keepsGoing: keepGoing, rejects: rejects)
    let publishedCommand = PublishedImport(
      options: options, command: command, isDryRun: dryRun, createsParties: createParties)
    for (file, format) in published {
      try publishedCommand.read(file, as: format, into: &connection)
    }
    var refused = 0
    for sheet in sheets { refused += try sheetCommand.read(sheet, into: &connection) }
    if refused > 0 { throw ExitStatus.findings.code }
  }

  private var command: String { "import " + inputs.joined(separator: " ") }

  private func read(_ documents: [SourceText], into connection: inout Connection) throws {
    var importOptions = Importer.Options()
    importOptions.isDryRun = dryRun
    importOptions.createsParties = createParties
    let summary = try Importer(options: importOptions).run(
      documents, command: command, into: &connection)
    for warning in summary.warnings { options.tell("\(warning)") }
    let read = summary.documents == 1 ? "1 document read" : "\(summary.documents) documents read"
    options.tell(
      ImportWords.lines(
        read: read, summary.counts, changes: summary.changes, newParties: summary.newParties,
        isDryRun: dryRun))
  }
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
