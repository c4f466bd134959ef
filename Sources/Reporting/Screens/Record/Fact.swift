internal import Tabular

/// A line of what is known of a record.
struct Fact {
  let label: String
  var text: String
  /// The columns it was made of.
  var columns: Set<String> = []
  /// The sources of its own, where other than the record's.
  var cites: [Int] = []
  var isContested = false
}

/// Facts below one another, their texts in one column, with long ones going on in further lines.
struct FactList {
  let width: Int
  let style: TerminalStyle

  /// The widest a label becomes before its text begins in a line of its own.
  private static let widestLabel = 22
  private static let narrowestText = 30

  func text(of facts: [Fact]) -> String {
    let widest = facts.map { DisplayWidth.of($0.label) }.max() ?? 0
    let indent = min(widest, Self.widestLabel) + 2
    return facts.map { lines(of: $0, indent: indent) }.joined()
  }

  private func lines(of fact: Fact, indent: Int) -> String {
    let mark = fact.isContested ? " (contested)" : ""
    let words = fact.text + mark + fact.cites.map { " [\($0)]" }.joined()
    let lines = TextWrap.lines(
      TerminalText.neutralised(words), width: max(Self.narrowestText, width - indent))
    let gap = max(1, indent - DisplayWidth.of(fact.label))
    let first = fact.label + String(repeating: " ", count: gap)
    let rest = String(repeating: " ", count: indent)
    return lines.enumerated().map { index, line in
      (index == 0 ? first : rest) + (fact.isContested ? style.doubtful(line) : line) + "\n"
    }.joined()
  }
}
