import ArgumentParser
import Ledger

/// `deals export`
struct ExportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the ledger for other tools.",
    discussion: """
      Into a folder:
        csv          every view as comma-separated values, with datapackage.json
        partitioned  the same by year, for DuckDB and its like; the folder is new or empty
        datasette    a snapshot with titles, meanings and queries: datasette FOLDER serves it
        documents    every record as deal documents, a file for each kind

      Into a file:
        documents    the same in one file that ends in .jsonl
        claims       what sources say, before any of it is chosen, one claim a line
        graphml      who gives what to whom, for networkx, Gephi and igraph
        postgres     a script of psql: tables, data, views and saved queries
        snapshot     the ledger itself to be published, read-only, with its SHA-256 beside it
        schema       the JSON Schema of deal documents, for editors

      Imported into an empty ledger, documents give an equal one.

      Examples:
        deals export csv ledger-csv/
        deals export documents -o ledger.jsonl
        deals export snapshot deals-2026-06.sqlite
        deals export postgres /dev/stdout | psql -d deals
        deals export datasette site/ && datasette site/
      """.flowing)

  @OptionGroup var options: LedgerOptions

  @Argument(
    help: ArgumentHelp(
      "What to write: \(ExportKind.allCases.map(\.rawValue).joined(separator: ", "))."))
  var kind: ExportKind

  @Argument(help: "The folder to write to, or the file.")
  var path: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The same.", valueName: "path"))
  var output: String?

  func validate() throws {
    guard (path == nil) != (output == nil), place != "" else {
      throw ValidationError("name the folder or file to write to, once")
    }
  }

  var place: String { output ?? path ?? "" }

  func execute() throws {
    switch kind {
    case .csv: try writeViews()
    case .partitioned: try writePartitions()
    case .documents: try writeDocuments()
    case .claims: try writeClaims()
    case .snapshot: try writeSnapshot()
    case .datasette: try writeSite()
    case .graphml: try writeGraph()
    case .postgres: try writePostgres()
    case .schema: try writeSchema()
    }
  }
}

/// What an export writes.
enum ExportKind: String, ExpressibleByArgument, CaseIterable {
  case csv, partitioned, documents, claims, snapshot, datasette, graphml, postgres, schema
}
