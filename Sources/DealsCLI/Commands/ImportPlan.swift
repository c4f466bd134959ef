import Intake
import PublicData
import Tabular

/// What an import does with each of its inputs, by what they hold.
struct ImportPlan {
  /// Documents, which are one import.
  private(set) var documents: [SourceText] = []
  /// Tables, each an import of its own.
  private(set) var tables: [InputFile] = []
  /// What authorities, central banks and funds publish, each an import of its own.
  private(set) var published: [InputFile] = []

  /// Looks at every input before anything is read into the ledger.
  ///
  /// - Throws: `InputRefused` with every input that nobody can read.
  init(_ files: [InputFile], _ options: InputOptions) throws {
    var refused: [String] = []
    for file in files {
      do {
        try add(file, options)
      } catch let refusal as InputRefused {
        refused += refusal.lines
      }
    }
    if !refused.isEmpty { throw InputRefused(refused) }
  }

  private mutating func add(_ file: InputFile, _ options: InputOptions) throws {
    let input = try file.unpacked()
    defer { file.rest() }
    switch input.format {
    case .json: documents.append(try input.text(options))
    case .delimited, .workbook, .empty: tables.append(file)
    case let format where PublishedImporter.reads(format): published.append(file)
    case .nport, .companyFacts, .legalEntities, .legalEntityRelationships, .referenceRates,
      .benchmarkFixings, .xml:
      throw InputRefused(
        input.name, "it is \(input.format), of which nothing is imported",
        hint: "write it as documents or as a deal sheet")
    case .gzip, .oldWorkbook, .zip, .unknown:
      if let refusal = input.refusal { throw refusal }
    }
  }

  /// One file of rejects is for one table, or for all documents, and is none of the inputs.
  func check(rejects path: String) throws {
    if tables.count > 1 || tables.count == 1 && !documents.isEmpty {
      let what = documents.isEmpty ? "\(tables.count) sheets" : "sheets and documents"
      throw FileProblem(path: path, problem: "one file of rejects for \(what)", status: .usage)
    }
    if tables.contains(where: { FileKind.isSame(path, $0.name) }) {
      throw FileProblem(path: path, problem: "is the sheet itself", status: .usage)
    }
    if documents.contains(where: { FileKind.isSame(path, $0.name) }) {
      throw FileProblem(path: path, problem: "is an input itself", status: .usage)
    }
  }
}
