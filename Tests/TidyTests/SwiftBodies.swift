/// The bodies of a Swift file's functions, initialisers, subscripts and computed properties.
struct SwiftBodies {
  struct Body: Equatable {
    let line: Int
    /// How many lines stand between its braces.
    let length: Int
  }

  private struct Token {
    let text: Substring
    let line: Int
  }

  private(set) var all: [Body] = []
  private let tokens: [Token]

  init(_ text: SwiftText) {
    tokens = text.codeLines.enumerated().flatMap { index, line in
      Self.split(line).map { Token(text: $0, line: index + 1) }
    }
    for index in tokens.indices where declaresBody(index) {
      guard let open = opening(after: index), let close = closing(of: open) else { continue }
      let length = max(0, tokens[close].line - tokens[open].line - 1)
      all.append(Body(line: tokens[index].line, length: length))
    }
  }

  /// The words and signs of a line.
  private static func split(_ line: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = line[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if word.isEmpty {
        if first != " " { parts.append(rest.prefix(1)) }
        rest = rest.dropFirst()
      } else {
        parts.append(word)
        rest = rest[word.endIndex...]
      }
    }
    return parts
  }

  private func declaresBody(_ index: Int) -> Bool {
    guard ["func", "init", "deinit", "subscript", "var"].contains(tokens[index].text) else {
      return false
    }
    return index == 0 || tokens[index - 1].text != "."
  }

  private static let otherDeclarations: Set<Substring> = [
    "func", "init", "deinit", "subscript", "var", "let", "struct", "enum", "class", "actor",
    "extension", "protocol", "typealias", "associatedtype", "import", "static", "}",
  ]

  /// The brace that opens the body; nil when another declaration comes first, as in protocols.
  private func opening(after index: Int) -> Int? {
    var depth = 0
    for next in tokens.indices.dropFirst(index + 1) {
      switch tokens[next].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return next
      case "=" where depth == 0 && tokens[index].text == "var": return nil
      case let word where depth == 0 && Self.otherDeclarations.contains(word): return nil
      default: break
      }
    }
    return nil
  }

  private func closing(of open: Int) -> Int? {
    var depth = 0
    for next in tokens.indices.dropFirst(open) {
      if tokens[next].text == "{" { depth += 1 }
      if tokens[next].text == "}" { depth -= 1 }
      if depth == 0 { return next }
    }
    return nil
  }
}
