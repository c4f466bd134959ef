import Foundation
import Glibc
import Testing

/// The files that are kept in version control: all but what `.gitignore` names.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every text file, by path.
  static let files: [TextFile] = paths(below: "").sorted().compactMap { path in
    guard let data = try? Data(contentsOf: root.appending(path: path)),
      let text = String(validating: data, as: UTF8.self)
    else { return nil }
    return TextFile(path: path, text: text)
  }

  static func files(_ endings: String..., below folders: [String] = [""]) -> [TextFile] {
    files.filter { file in
      endings.contains { $0 == file.ending } && folders.contains { file.path.hasPrefix($0) }
    }
  }

  /// Swift that is part of the program.
  static var program: [TextFile] { files("swift", below: ["Sources/", "Migrations/", "Seeds/"]) }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
  }

  private static let ignored: [String] = {
    let text = try? String(contentsOf: root.appending(path: ".gitignore"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { String($0.hasSuffix("/") ? $0.dropLast() : $0) } + [".git"]
  }()

  private static func paths(below folder: String) -> [String] {
    let here = root.appending(path: folder)
    let entries = try? FileManager.default.contentsOfDirectory(
      at: here, includingPropertiesForKeys: [.isDirectoryKey])
    return (entries ?? []).flatMap { entry -> [String] in
      let name = entry.lastPathComponent
      guard !ignored.contains(where: { fnmatch($0, name, 0) == 0 }) else { return [] }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let isFolder = try? entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      return isFolder == true ? paths(below: path) : [path]
    }
  }
}

/// Expects a rule to be kept everywhere; each place where it is not is told on a line of its own.
func expectNone(
  _ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation
) {
  guard !violations.isEmpty else { return }
  let list = violations.map { "\n  \($0)" }.joined()
  Issue.record("\(violations.count) places:\(list)", sourceLocation: sourceLocation)
}
