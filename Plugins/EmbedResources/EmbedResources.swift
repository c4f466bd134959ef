import Foundation
import PackagePlugin

/// Builds the data files of a target's own folder into its code, as `embeddedFiles`.
@main
struct EmbedResources: BuildToolPlugin {
  static let endings: Set<String> = ["sql", "tsv", "csv", "json", "jsonl", "mustache", "css"]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else { return [] }
    let found = FileManager.default.enumerator(
      at: target.directoryURL, includingPropertiesForKeys: nil)
    let inputs = (found?.compactMap { $0 as? URL } ?? [])
      .filter { Self.endings.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(inputs.count) files of \(target.name)",
        executable: try context.tool(named: "embed-resources").url,
        arguments: [output.path, target.directoryURL.path] + inputs.map(\.path),
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
