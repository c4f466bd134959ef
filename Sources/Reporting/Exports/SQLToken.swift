/// A word, sign or gap of an SQL text, exactly as it stands there: joined again they are the text.
struct SQLToken: Equatable {
  enum Kind {
    case blank, comment, string, name, word, parameter, number, sign
  }

  var kind: Kind
  var text: String

  /// The text of a word in capitals, to be compared with; of other tokens the text.
  var keyword: String { kind == .word ? text.uppercased() : text }

  /// Whether it says nothing.
  var isSilent: Bool { kind == .blank || kind == .comment }

  init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// A word that takes the place of others.
  static func word(_ text: String) -> SQLToken { SQLToken(.word, text) }

  /// The tokens of a text.
  static func read(_ sql: String) -> [SQLToken] {
    var rest = Array(sql.unicodeScalars)[...]
    var tokens: [SQLToken] = []
    while let first = rest.first {
      let (kind, length) = next(in: rest, first)
      var text = ""
      text.unicodeScalars.append(contentsOf: rest.prefix(length))
      tokens.append(SQLToken(kind, text))
      rest = rest.dropFirst(length)
    }
    return tokens
  }

  private static func next(
    in rest: ArraySlice<Unicode.Scalar>, _ first: Unicode.Scalar
  ) -> (Kind, Int) {
    let second = rest.dropFirst().first
    switch first {
    case _ where first.properties.isWhitespace:
      return (.blank, rest.prefix { $0.properties.isWhitespace }.count)
    case "-" where second == "-": return (.comment, rest.prefix { $0 != "\n" }.count)
    case "'": return (.string, quoted(rest, "'"))
    case "\"": return (.name, quoted(rest, "\""))
    case "x", "X":
      if second == "'" { return (.string, 1 + quoted(rest.dropFirst(), "'")) }
      return (.word, rest.prefix(while: isOfWord).count)
    case ":": return (.parameter, 1 + rest.dropFirst().prefix(while: isOfWord).count)
    case "0"..."9": return (.number, number(rest))
    case _ where isOfWord(first): return (.word, rest.prefix(while: isOfWord).count)
    default:
      let pair = second.map { "\(first)\($0)" } ?? ""
      return (.sign, ["<>", "<=", ">=", "!=", "||", "->"].contains(pair) ? 2 : 1)
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
  }

  /// The length of what is quoted; a doubled quote stands for one.
  private static func quoted(_ rest: ArraySlice<Unicode.Scalar>, _ quote: Unicode.Scalar) -> Int {
    var index = rest.startIndex + 1
    while index < rest.endIndex {
      if rest[index] == quote {
        index += 1
        guard index < rest.endIndex, rest[index] == quote else { break }
      }
      index += 1
    }
    return min(index, rest.endIndex) - rest.startIndex
  }

  private static func number(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }.count
    let tail = rest.dropFirst(digits)
    guard let mark = tail.first, mark == "e" || mark == "E" else { return digits }
    let sign = ["+", "-"].contains(tail.dropFirst().first) ? 1 : 0
    let power = tail.dropFirst(1 + sign).prefix { ("0"..."9").contains($0) }.count
    return power > 0 ? digits + 1 + sign + power : digits
  }
}

extension [SQLToken] {
  /// The text again.
  var text: String { map(\.text).joined() }

  /// The place of the next token that says something; nil at the end.
  func next(after index: Int) -> Int? {
    self[(index + 1)...].firstIndex { !$0.isSilent }
  }

  /// The place of the last token before that says something; nil at the beginning.
  func last(before index: Int) -> Int? {
    self[..<index].lastIndex { !$0.isSilent }
  }

  /// The keyword at a place; empty where there is none.
  func keyword(at index: Int?) -> String { index.map { self[$0].keyword } ?? "" }

  /// Without comments, and each gap a single space.
  var plain: [SQLToken] {
    var tokens: [SQLToken] = []
    for token in self where token.kind != .comment {
      guard token.kind == .blank else {
        tokens.append(token)
        continue
      }
      if let last = tokens.last, last.kind != .blank { tokens.append(SQLToken(.blank, " ")) }
    }
    while tokens.last?.kind == .blank { tokens.removeLast() }
    return tokens
  }

  /// The parts between separators that stand in no parentheses and no CASE.
  func split(at isSeparator: (Int) -> Bool) -> [[SQLToken]] {
    var parts: [[SQLToken]] = [[]]
    var depth = 0
    for (index, token) in enumerated() {
      if token.text == "(" || token.keyword == "CASE" { depth += 1 }
      if token.text == ")" || token.keyword == "END" { depth -= 1 }
      if depth == 0, isSeparator(index) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(token)
      }
    }
    return parts
  }
}
