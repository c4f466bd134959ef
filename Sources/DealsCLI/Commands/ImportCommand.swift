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
        deals import --dry-run --format ndjson holdings.csv > new.jsonl
        deals import new-deals.jsonl --match 'Core Weave=coreweave'
        deals import holdings.csv --keep-going
        deals import deals.xlsx --sheet "Deals 2026"
        deals import old.csv.gz --encoding windows-1252
        deals import --rules bank.yaml bank-report.xlsx
        cat deal.json | deals import -
      """.flowing)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var input: InputFileOptions

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

  @Flag(help: "Take values that can hardly be right, such as a spread of 2.5 basis points.")
  var takeDoubtful = false

  @Option(
    help: ArgumentHelp("How tables that are no deal sheets are read.", valueName: "file.yaml"))
  var rules: String?

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
    let inputOptions = try input.inputOptions()
    let tableRules = try rules.map { try RulesFile.read($0) }
    // Before anything is read: who types or pipes in a sheet learns at once that it cannot go in.
    var connection = try options.open()
    let plan = try ImportPlan(Files.inputs(inputs), inputOptions, hasRules: tableRules != nil)
    if let rejects {
      try plan.check(rejects: rejects)
      try FileKind.refuseLedger(options.path, at: rejects)
    }
    var refused = 0
    if !plan.documents.isEmpty {
      refused += try DocumentImport(options: options, choices: choices).read(
        plan.documents, into: &connection)
    }
    let publishedImport = PublishedImport(options: options, input: inputOptions, choices: choices)
    for file in plan.published { try publishedImport.read(file, into: &connection) }
    let sheetImport = SheetImport(
      options: options, input: inputOptions, rules: tableRules, choices: choices)
    for table in plan.tables { refused += try sheetImport.read(table, into: &connection) }
    if refused > 0 { throw ExitStatus.findings.code }
  }

  private var choices: ImportChoices {
    ImportChoices(
      command: authorship.signed("import " + inputs.joined(separator: " ")), isDryRun: dryRun,
      createsParties: createParties, takesDoubtful: takeDoubtful, keepsGoing: keepGoing,
      rejects: rejects, matches: match.compactMap { PartyMatch($0) },
      printsDocuments: format != nil)
  }
}

/// What a dry run prints.
enum DryRunFormat: String, ExpressibleByArgument, CaseIterable {
  /// What would be added and changed, as deal documents, one a line.
  case ndjson
}
