import Testing

@Suite struct LayerTests {
  @Test func `a module imports only what the module graph allows`() {
    let files = Repository.program + Repository.files("swift", below: ["Plugins/"])
    #expect(!files.isEmpty)
    expectNone(files.flatMap(ModuleTable.violations))
  }

  @Test func `the manifest draws the same arrows as the table`() throws {
    let manifest = try #require(Repository.files.first { $0.path == "Package.swift" })
    let declared = Self.dependencies(in: manifest.text)
    for (module, imports) in ModuleTable.imports where module != "EmbedResources" {
      #expect(declared[module] == imports.subtracting(ModuleTable.system), "\(module)")
    }
    #expect(Set(declared.keys).isSubset(of: ModuleTable.imports.keys))
  }

  @Test func `Foundation is used by the tools of the build alone`() {
    let users = Repository.program.filter { file in
      ModuleTable.imports(of: file).contains { $0.module == "Foundation" }
    }
    #expect(users.map(\.path).filter { !$0.hasPrefix("Sources/embed-resources/") } == [])
  }

  @Test(arguments: [
    ("CSQLite", "SQLite"), ("CExpat", "Markup"), ("CZlib", "Archives"), ("CYAML", "YAML"),
    ("CMustache", "Templates"),
  ])
  func `only one module talks to a C library`(library: String, module: String) {
    let users = Repository.files("swift").filter { file in
      ModuleTable.imports(of: file).contains { $0.module == library }
    }
    #expect(!users.isEmpty)
    #expect(users.map(\.path).filter { !$0.hasPrefix("Sources/\(module)/") } == [])
  }

  /// Modules and their dependencies as the manifest declares them.
  private static func dependencies(in manifest: String) -> [String: Set<String>] {
    let helper = /(?:module|resources)\(\s*"([\w-]+)"(?:,\s*\[([^\]]*)\])?/
    let executable = /executableTarget\(\s*name:\s*"([\w-]+)"(?:,\s*dependencies:\s*\[([^\]]*)\])?/
    var found: [String: Set<String>] = [:]
    for match in manifest.matches(of: helper) + manifest.matches(of: executable) {
      let names = (match.2 ?? "").split(separator: /[,\s]+/).map { $0.trimming("\"") }
      found[String(match.1)] = Set(
        names.map { $0 == "argumentParser" ? "ArgumentParser" : String($0) })
    }
    return found
  }
}

extension Substring {
  fileprivate func trimming(_ mark: Character) -> Substring {
    let start = drop { $0 == mark }
    return start.last == mark ? start.dropLast() : start
  }
}
