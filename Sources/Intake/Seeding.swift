public import Ledger
public import SQLite
internal import Seeds
public import Tabular

/// The data a new ledger begins with.
public enum Seeding {
  /// Which of the shipped records a ledger begins with; reference data is always there.
  public enum Choice: String, CaseIterable, Sendable {
    /// Everything that ships.
    case all
    /// What the founding article says.
    case article
    /// Reference data only.
    case none

    var folders: [String] {
      switch self {
      case .all: ["article", "public-deals"]
      case .article: ["article"]
      case .none: []
      }
    }
  }

  /// Lines of the data that name no single agency or no long-term grade; a test expects them to
  /// be refused.
  public static let refusedRatings = "public-deals/ratings-refused.jsonl"

  /// Writes currencies, codes, scales, sources, parties and exchange rates, then the records.
  public static func seed(
    _ choice: Choice, command: RunCommand, into connection: inout Connection
  ) throws -> ImportSummary {
    try refresh(&connection)
    let importer = Importer()
    var summary = try importer.run(
      documents("reference"), kind: .seed, command: command, into: &connection)
    try connection.transaction { transaction in
      let run = try ImportRun.begin(
        .seed, command: command, input: "reference/ecb-rates.csv", in: transaction)
      var counts = ImportRun.Counts()
      counts.added = try ReferenceTables.writeRates(
        Seeds.text("reference/ecb-rates.csv") ?? "", source: "ecb-reference-rates", run: run.id,
        in: transaction)
      try run.finish(counts, in: transaction)
    }
    for folder in choice.folders {
      summary = try importer.run(
        documents(folder), kind: .seed, command: command, into: &connection)
    }
    return summary
  }

  /// Brings what ships and belongs to no record up to this program's: currencies, codes, scales,
  /// saved queries, and the derived rows.
  public static func refresh(_ connection: inout Connection) throws {
    try connection.transaction { transaction in
      try ReferenceTables.write(in: transaction)
      try SavedQueries.writeShipped(in: transaction)
      try Figures.rebuild(in: transaction)
    }
  }

  /// The documents of a folder of seeds.
  public static func documents(_ folder: String) -> [SourceText] {
    Seeds.folder(folder)
      .filter { $0.path.hasSuffix(".jsonl") && $0.path != refusedRatings }
      .map { SourceText($0.text, name: $0.path) }
  }
}
