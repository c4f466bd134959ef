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
  init(_ files: [InputFile], _ options: InputOptions, hasRules: Bool) throws {
    var refused: [String] = []
    for file in files {
      do {
        try add(file, options, hasRules)
      } catch let refusal as InputRefused {
        refused += refusal.lines
      }
    }
    if !refused.isEmpty { throw InputRefused(refused) }
  }

  private mutating func add(
    _ file: InputFile, _ options: InputOptions, _ hasRules: Bool
  ) throws {
    let input = try file.unpacked()
    defer { file.rest() }
    switch input.format {
    case .json: documents.append(try input.text(options))
    case .delimited, .workbook, .empty: tables.append(file)
    case .legalEntities, .legalEntityRelationships, .referenceRates, .benchmarkFixings:
      // Rules go before what is known of a table.
      if hasRules { tables.append(file) } else { published.append(file) }
    case .nport, .companyFacts: published.append(file)
    case .xml:
      throw InputRefused(
        input.name, "it is \(input.format), of which nothing is imported",
        hint: "write it as documents or as a deal sheet")
    case .gzip, .oldWorkbook, .zip, .unknown:
      if let refusal = input.refusal { throw refusal }
    }
  }
}
