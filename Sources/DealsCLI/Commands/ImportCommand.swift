import ArgumentParser
import Intake
import Ledger

/// `deals import`
struct ImportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read deal documents (JSON or NDJSON) into the ledger, all of them or none.",
    discussion: """
      Every problem is told with file, line, column and place before anything is written. The same
      file twice changes nothing.

      Examples:
        deals import new-deals.jsonl
        deals import --dry-run folder/
        cat deal.json | deals import -
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "Files, folders, or - for standard input.")
  var inputs: [String]

  @Flag(help: "Tell what would be done, and do nothing.")
  var dryRun = false

  @Flag(help: "Take a name that is one letter from a known one for another party.")
  var createParties = false

  func execute() throws {
    let documents = try Files.documents(inputs)
    var connection = try options.open()
    var importOptions = Importer.Options()
    importOptions.isDryRun = dryRun
    importOptions.createsParties = createParties
    let summary = try Importer(options: importOptions).run(
      documents, command: "import " + inputs.joined(separator: " "), into: &connection)
    for warning in summary.warnings { options.tell("\(warning)") }
    for change in summary.changes.prefix(Self.mostListed) { options.tell("\(change)") }
    if summary.changes.count > Self.mostListed {
      options.tell("… and \(summary.changes.count - Self.mostListed) changes more")
    }
    options.tell(describe(summary))
  }

  /// How many changes and names are told one by one.
  private static let mostListed = 20

  private func describe(_ summary: ImportSummary) -> String {
    let counts = summary.counts
    let read = summary.documents == 1 ? "1 document read" : "\(summary.documents) documents read"
    if counts.changesNothing {
      return "\(read); nothing to do, all \(counts.same) records are there"
    }
    var text =
      "\(read): \(counts.added) records "
      + "\(dryRun ? "would be " : "")added, \(counts.changed) changed, \(counts.same) left alone"
    if !summary.newParties.isEmpty {
      let listed = summary.newParties.prefix(Self.mostListed).joined(separator: ", ")
      let more = summary.newParties.count - Self.mostListed
      text += "; new parties: \(listed)" + (more > 0 ? " and \(more) more" : "")
    }
    return text
  }
}
