/// What each module may import: the arrows of the module graph, from the command down to SQLite.
///
/// Modules of the standard library stand here too, where they are needed: `Foundation` triples the
/// program and its start, so what touches files and terminals is in the command alone.
enum ModuleTable {
  static let imports: [String: Set<String>] = [
    "SQLite": ["CSQLite"],
    "Finance": [],
    "Tabular": [],
    "FlowGraph": [],
    "Charts": ["Tabular", "Glibc"],
    "Templates": ["CMustache", "Glibc"],
    "Markup": ["CExpat", "Tabular"],
    "Archives": ["CZlib"],
    "YAML": ["CYAML", "Tabular"],
    "Workbooks": ["Archives", "Markup", "Finance"],
    "PublicData": ["Markup", "Finance", "Tabular"],
    "Spreadsheets": ["CXLSXWriter"],
    "Migrations": [],
    "Seeds": [],
    "Ledger": ["SQLite", "Finance", "Tabular", "Migrations", "Seeds"],
    "Intake": [
      "Ledger", "SQLite", "Finance", "Tabular", "Seeds", "Archives", "Markup", "Workbooks",
      "PublicData", "YAML", "Dispatch", "Synchronization",
    ],
    "Reporting": [
      "Ledger", "SQLite", "Finance", "FlowGraph", "Tabular", "Seeds", "Charts", "Templates",
      "Spreadsheets", "Dispatch", "Synchronization",
    ],
    "DealsCLI": [
      "Reporting", "Intake", "FlowGraph", "Ledger", "SQLite", "Finance", "Tabular", "PublicData",
      "Spreadsheets", "ArgumentParser",
      "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "deals": ["DealsCLI", "ArgumentParser"],
    "embed-resources": ["Foundation"],
    "EmbedResources": ["Foundation", "PackagePlugin"],
  ]

  /// Modules that come with the toolchain and are not named in the manifest.
  static let system: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "PackagePlugin", "Synchronization",
  ]

  /// The imports of a file, with their lines.
  static func imports(of file: TextFile) -> [(module: String, line: Int)] {
    file.swift.codeLines.enumerated().compactMap { index, line in
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || access.contains($0) }
      guard words.first == "import", let name = words.last else { return nil }
      return (String(name.prefix { $0 != "." }), index + 1)
    }
  }

  private static let access: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// What is wrong with a file's imports.
  static func violations(in file: TextFile) -> [Violation] {
    guard let module = file.module, let allowed = imports[module] else {
      return [Violation(path: file.path, problem: "its module is not in ModuleTable")]
    }
    return imports(of: file).filter { !allowed.contains($0.module) }.map {
      Violation(path: file.path, line: $0.line, problem: "\(module) must not import \($0.module)")
    }
  }
}
