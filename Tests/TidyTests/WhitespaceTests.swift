import Testing

@Suite struct WhitespaceTests {
  @Test func `a file ends with exactly one newline`() {
    let files = Repository.files.filter { !$0.isGolden }
    expectNone(files.flatMap(Whitespace.ends))
  }

  @Test func `Swift and SQL hold no tabs`() {
    expectNone(Repository.files("swift", "sql").flatMap(Whitespace.tabs))
  }

  @Test func `no line ends with a blank`() {
    let files = Repository.files.filter { !$0.isGolden && !$0.isData }
    expectNone(files.flatMap(Whitespace.trailing))
  }
}

enum Whitespace {
  static func ends(_ file: TextFile) -> [Violation] {
    if !file.text.hasSuffix("\n") {
      return [Violation(path: file.path, problem: "does not end with a newline")]
    }
    let isDouble = file.text.hasSuffix("\n\n")
    return isDouble ? [Violation(path: file.path, problem: "ends with several newlines")] : []
  }

  static func tabs(_ file: TextFile) -> [Violation] {
    lines(of: file, with: "a tab") { $0.utf8.contains(9) }
  }

  static func trailing(_ file: TextFile) -> [Violation] {
    lines(of: file, with: "a blank at its end") { $0.utf8.last == 32 || $0.utf8.last == 9 }
  }

  private static func lines(
    of file: TextFile, with problem: String, _ isWrong: (Substring) -> Bool
  ) -> [Violation] {
    file.lines.enumerated().filter { isWrong($0.element) }.map { index, _ in
      Violation(path: file.path, line: index + 1, problem: "has \(problem)")
    }
  }
}
