import ArgumentParser
import Intake
import Ledger
import SQLite
import Tabular

/// `deals import`
struct ImportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read deal documents, deal sheets or published data into the ledger, all or none.",
    discussion: """
      Documents are JSON or NDJSON, sheets CSV, TSV or a worksheet of an Excel workbook; which it
      is, is told by the content. What is compressed with gzip is unpacked on the way. Every problem
      is told with file, line, column (or cell) and reason, and nothing is written then. All
      documents are one import; of other files each is one. The same file twice changes nothing.
      Published data are the European Central Bank's reference rates, fixings of benchmarks, Form
      N-PORT, the SEC's companyfacts and GLEIF's LEI data.

      Examples:
        deals import new-deals.jsonl
        deals import --dry-run folder/
        deals import holdings.csv --keep-going
        deals import deals.xlsx --sheet "Deals 2026"
        deals import old.csv.gz --encoding windows-1252
        deals import --rules bank.yaml bank-report.xlsx
        cat deal.json | deals import -
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var input: InputFileOptions

  @Argument(help: "Files, folders, or - for standard input.")
  var inputs: [String]

  @Flag(help: "Tell what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Take a name that is one letter from a known one for another party.")
  var createParties = false

  @Flag(help: "Take values that can hardly be right, such as a spread of 2.5 basis points.")
  var takeDoubtful = false

  @Option(
    help: ArgumentHelp("How tables that are no deal sheets are read.", valueName: "file.yaml"))
  var rules: String?

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
    let inputOptions = try input.inputOptions()
    let tableRules = try rules.map { try RulesFile.read($0) }
    let plan = try ImportPlan(Files.inputs(inputs), inputOptions, hasRules: tableRules != nil)
    if rejects != nil, plan.tables.count > 1 {
      throw FileProblem(
        path: rejects ?? "", problem: "one file of rejects for \(plan.tables.count) sheets",
        status: .usage)
    }
    if let rejects, let table = plan.tables.first, FileKind.isSame(rejects, table.name) {
      throw FileProblem(path: rejects, problem: "is the sheet itself", status: .usage)
    }
    var connection = try options.open()
    if !plan.documents.isEmpty { try read(plan.documents, into: &connection) }
    let sheetCommand = SheetImport(
      options: options, input: inputOptions, rules: tableRules, command: command, isDryRun: dryRun,
      createsParties: createParties, takesDoubtful: takeDoubtful, keepsGoing: keepGoing,
      rejects: rejects)
    let publishedCommand = PublishedImport(
      options: options, input: inputOptions, command: command, isDryRun: dryRun,
      createsParties: createParties)
    for file in plan.published { try publishedCommand.read(file, into: &connection) }
    var refused = 0
    for table in plan.tables { refused += try sheetCommand.read(table, into: &connection) }
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
