internal import Archives
internal import Markup

/// The parts of a workbook's archive, and how they name each other (ECMA-376, part 2).
struct WorkbookParts: Sendable {
  let archive: ZipArchive

  /// What a part names: the last word of its kind, its identifier, the part it leads to.
  struct Relationship: Sendable {
    let kind: String
    let id: String
    let target: String
  }

  /// A reader of a part; `nil` when there is none of the name.
  func reader(of part: String) -> XMLReader? {
    guard let entry = archive[part] else { return nil }
    let reader = archive.reader(of: entry)
    var limits = XMLLimits()
    limits.totalBytes = Int.max
    return XMLReader(name: "\(archive.name)/\(part)", limits: limits) { output in
      try reader.read(into: &output)
    }
  }

  /// What a part names; of the package itself without one.
  func relationships(of part: String?) throws -> [Relationship] {
    let folder = part.map { Self.folder(of: $0) } ?? ""
    let file = part.map { $0.split(separator: "/").last ?? "" } ?? ""
    guard let reader = reader(of: "\(folder)_rels/\(file).rels") else { return [] }
    var found: [Relationship] = []
    while let event = try reader.next() {
      guard case .start(let tag) = event, tag.name == "Relationship",
        tag["TargetMode"] != "External", let type = tag["Type"], let id = tag["Id"],
        let target = tag["Target"], let kind = type.split(separator: "/").last
      else { continue }
      found.append(
        Relationship(kind: String(kind), id: id, target: Self.path(target, from: folder)))
    }
    return found
  }

  private static func folder(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "" }
    return String(part[...slash])
  }

  /// A target as a path in the archive.
  private static func path(_ target: String, from folder: String) -> String {
    var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
