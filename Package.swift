// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .treatAllWarnings(as: .error),
]

/// A module of the program, which may have files built into it. What it may import is held by
/// `Tests/TidyTests`.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], strict: Bool = false,
  embedding: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: strict ? settings + [.strictMemorySafety()] : settings,
    plugins: embedding ? ["EmbedResources"] : [])
}

/// A top-level folder of SQL or data whose files are built into the binary.
func resources(_ name: String, excluding files: [String] = []) -> Target {
  .target(
    name: name, path: name, exclude: files, swiftSettings: settings,
    plugins: ["EmbedResources"])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding files: [String] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: files,
    swiftSettings: settings)
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "DealLedger",
  products: [.executable(name: "deals", targets: ["deals"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    module("SQLite", ["CSQLite"], strict: true),
    module("Finance"),
    module("Tabular"),
    module("FlowGraph"),
    module("Charts", ["Tabular"]),
    // Needs the headers of libkainjow-mustache-dev, and nothing when it runs.
    .target(name: "CMustache"),
    module("Templates", ["CMustache"]),
    module("Markup", ["CExpat", "Tabular"]),
    module("Archives", ["CZlib"]),
    module("YAML", ["CYAML", "Tabular"]),
    module("Workbooks", ["Archives", "Markup", "Finance"]),
    module("Spreadsheets", ["CXLSXWriter"]),
    module("PublicData", ["Markup", "Finance", "Tabular"]),
    resources("Migrations", excluding: ["README.md"]),
    resources("Seeds", excluding: ["README.md"]),
    module("Ledger", ["SQLite", "Finance", "Tabular", "Migrations", "Seeds"]),
    module(
      "Intake",
      [
        "Ledger", "SQLite", "Finance", "Tabular", "Seeds", "Archives", "Markup", "Workbooks",
        "PublicData", "YAML",
      ]),
    module(
      "Reporting",
      [
        "Ledger", "SQLite", "Finance", "FlowGraph", "Tabular", "Seeds", "Charts", "Templates",
        "Spreadsheets",
      ], embedding: true),
    module(
      "DealsCLI",
      [
        "Reporting", "Intake", "FlowGraph", "Ledger", "SQLite", "Finance", "Tabular", "PublicData",
        "Spreadsheets", argumentParser,
      ]),
    .executableTarget(
      name: "deals", dependencies: ["DealsCLI", argumentParser], swiftSettings: settings),

    .executableTarget(name: "embed-resources", swiftSettings: settings),
    .plugin(
      name: "EmbedResources", capability: .buildTool(), dependencies: ["embed-resources"]),

    .target(
      name: "TestSupport", dependencies: ["SQLite", "Ledger", "Intake", "Seeds"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("SQLiteTests", ["SQLite"]),
    tests("FinanceTests", ["Finance"]),
    tests("TabularTests", ["Tabular"], excluding: ["Fixtures", "read_sheets.py"]),
    tests("FlowGraphTests", ["FlowGraph"]),
    tests("ChartsTests", ["Charts", "Markup"], excluding: ["Golden"]),
    tests("TemplatesTests", ["Templates"]),
    tests("MarkupTests", ["Markup", "Tabular"]),
    tests("ArchivesTests", ["Archives"], excluding: ["make_packed_files.py"]),
    tests("WorkbooksTests", ["Workbooks", "Archives", "Tabular"], excluding: ["Fixtures"]),
    tests(
      "PublicDataTests", ["PublicData", "Finance", "Tabular"],
      excluding: ["Fixtures", "read_published.py"]),
    tests(
      "LedgerTests", ["Ledger", "Intake", "SQLite", "Finance", "Tabular", "Migrations"],
      excluding: ["Search/article_figures.tsv"]),
    tests(
      "IntakeTests",
      ["Intake", "Ledger", "SQLite", "PublicData", "Finance", "Seeds", "Tabular"],
      excluding: ["validate.py"]),
    tests(
      "QueryTests", ["Ledger", "Intake", "SQLite", "Seeds", "Tabular"],
      excluding: [
        "Golden", "duckdb_views.py", "Structures/fields.tsv", "Structures/structures.tsv",
      ]),
    tests(
      "ReportingTests",
      ["Reporting", "Ledger", "Intake", "Seeds", "SQLite", "Tabular", "Workbooks", "Spreadsheets"],
      excluding: ["Golden"]),
    tests(
      "DealsCLITests", ["DealsCLI", "deals", "SQLite", "Tabular"],
      excluding: [
        "Golden", "Report", "Workbook", "Exports/check_package.py", "Exports/check_partitions.py",
        "Exports/check_graph.py", "Exports/check_site.py", "Exports/check_postgres.py",
        "Exports/postgres_server.py", "Exports/spreadsheet.py", "Capabilities/capabilities.tsv",
      ]),
    .testTarget(
      name: "ReliabilityTests",
      dependencies: ["DealsCLI", "deals", "Ledger", "SQLite", "Intake", "TestSupport"],
      path: "Tests/Reliability", exclude: ["Preload", "Document", "README.md", "run", "sanitize"],
      swiftSettings: settings),
    tests("TidyTests", []),
  ],
  swiftLanguageModes: [.v6]
)
