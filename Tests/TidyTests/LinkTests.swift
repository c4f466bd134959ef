import Foundation
import Testing

@Suite struct LinkTests {
  @Test func `a link to a file of the repository finds it`() {
    let pages = Repository.files("md")
    expectNone(pages.flatMap { Links.violations(in: $0, exists: Repository.exists) })
  }
}

/// Links of Markdown files.
enum Links {
  static func violations(in file: TextFile, exists: (String) -> Bool) -> [Violation] {
    var isCode = false
    return file.lines.enumerated().flatMap { index, line -> [Violation] in
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { return [] }
      return targets(in: line).compactMap { target in
        guard let path = path(of: target, from: file.path), !exists(path) else { return nil }
        return Violation(path: file.path, line: index + 1, problem: "links to \(path), not there")
      }
    }
  }

  /// What stands in parentheses after brackets.
  private static func targets(in line: Substring) -> [Substring] {
    line.matches(of: /\]\(([^)\s]+)[^)]*\)/).map(\.1)
  }

  /// The file a link leads to; nil for addresses and for places in the file itself.
  private static func path(of target: Substring, from file: String) -> String? {
    guard !target.contains(":"), let name = target.split(separator: "#").first,
      !target.hasPrefix("#")
    else { return nil }
    var parts = file.split(separator: "/").dropLast()
    for part in name.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/").removingPercentEncoding
  }
}
