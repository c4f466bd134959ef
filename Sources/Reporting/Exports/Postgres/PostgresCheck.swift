/// What a CHECK of the ledger asks beyond what PostgreSQL's types hold by themselves: that a whole
/// number is one, that text is text, that a day exists.
struct PostgresCheck {
  /// The rule; nil where the types hold all of it.
  let text: String?

  /// - Parameter words: the rule without gaps.
  init(_ words: [SQLToken]) {
    // A rule that holds one of several is taken or left as a whole.
    let parts = Self.holdsAlternatives(words) ? [words] : Self.conditions(of: words)
    let kept = parts.filter { !Self.isHeldByType($0) }.map(Self.translated)
    text = kept.isEmpty ? nil : kept.joined(separator: " AND ")
  }

  private static func holdsAlternatives(_ words: [SQLToken]) -> Bool {
    words.split { words[$0].keyword == "OR" }.count > 1
  }

  /// The conditions that AND joins; that of BETWEEN joins its ends.
  private static func conditions(of words: [SQLToken]) -> [[SQLToken]] {
    var isBetween = false
    return words.split { index in
      if words[index].keyword == "BETWEEN" { isBetween = true }
      guard words[index].keyword == "AND" else { return false }
      defer { isBetween = false }
      return !isBetween
    }
  }

  private static func isHeldByType(_ words: [SQLToken]) -> Bool {
    let text = words.map(\.text)
    return words.contains { ["TYPEOF", "DATE"].contains($0.keyword) }
      || text.suffix(2) == ["<", "''"] || text.suffix(2) == ["<", "x''"]
  }

  private static func translated(_ words: [SQLToken]) -> String {
    var texts = words.map(\.text)
    for (index, word) in words.enumerated() where word.keyword == "GLOB" {
      guard index + 1 < words.count else { continue }
      let isNot = index > 0 && words[index - 1].keyword == "NOT"
      texts[index] = isNot ? "!~" : "~"
      if isNot { texts[index - 1] = "" }
      texts[index + 1] = pattern(words[index + 1].text)
    }
    countTruths(&texts)
    return texts.filter { !$0.isEmpty }.joined(separator: " ")
      .replacing("( ", with: "(").replacing(" )", with: ")").replacing(" ,", with: ",")
  }

  /// Of truths that are added up, numbers.
  private static func countTruths(_ texts: inout [String]) {
    guard texts.contains("+") else { return }
    var depth = 0
    for index in texts.indices {
      if texts[index] == "(" {
        if depth == 0 { texts[index] = "CAST((" }
        depth += 1
      } else if texts[index] == ")" {
        depth -= 1
        if depth == 0 { texts[index] = ") AS integer)" }
      }
    }
  }

  /// A pattern of GLOB as a regular expression.
  private static func pattern(_ quoted: String) -> String {
    let body = quoted.dropFirst().dropLast()
    var expression = ""
    var isInSet = false
    for letter in body {
      switch letter {
      case "[":
        isInSet = true
        expression.append(letter)
      case "]":
        isInSet = false
        expression.append(letter)
      case "*" where !isInSet: expression += ".*"
      case "?" where !isInSet: expression += "."
      case ".", "+", "(", ")", "|", "$", "^", "\\", "{", "}":
        expression += isInSet ? String(letter) : "\\\(letter)"
      default: expression.append(letter)
      }
    }
    return "'^\(expression)$'"
  }
}
