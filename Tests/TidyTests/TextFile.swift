import Glibc

/// A text file of the repository.
struct TextFile: Sendable {
  /// The path below the repository's root.
  let path: String
  let text: String
  /// A Swift file taken apart, once for all rules.
  let swift: SwiftText

  init(path: String, text: String) {
    self.path = path
    self.text = text
    swift = SwiftText(path.hasSuffix(".swift") ? text : "")
  }

  var ending: Substring { path[(path.lastIndex(of: ".") ?? path.startIndex)...].dropFirst() }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Rows rather than words: nobody reads these line by line, and blanks may be values.
  var isData: Bool { ["tsv", "csv", "json", "jsonl", "ndjson", "xml"].contains(ending) }

  /// What a program printed, kept as it was printed.
  var isGolden: Bool { path.contains("/Golden/") }

  /// The module a Swift file is part of; nil for the manifest.
  var module: String? {
    let folders = path.split(separator: "/").dropLast()
    switch folders.first {
    case "Sources", "Plugins", "Tests": return folders.dropFirst().first.map(String.init)
    case let folder?: return String(folder)
    case nil: return nil
    }
  }

  func contains(_ words: String) -> Bool {
    !offsets(of: words).isEmpty
  }

  /// Where some words begin, in bytes.
  func offsets(of words: String) -> [Int] {
    var found: [Int] = []
    var (text, words) = (text, words)
    text.withUTF8 { bytes in
      words.withUTF8 { pattern in
        guard let first = bytes.baseAddress, let sought = pattern.baseAddress else { return }
        let last = bytes.count - pattern.count
        var start = 0
        while start <= last, let place = memchr(first + start, Int32(sought[0]), last - start + 1) {
          start = UnsafeRawPointer(place) - UnsafeRawPointer(first) + 1
          if memcmp(place, sought, pattern.count) == 0 { found.append(start - 1) }
        }
      }
    }
    return found
  }
}

/// A place in a file that breaks a rule.
struct Violation: CustomStringConvertible, Equatable {
  let path: String
  var line: Int?
  let problem: String

  var description: String { "\(path):\(line.map { "\($0):" } ?? "") \(problem)" }
}
