import Testing

@Suite struct LeftoverTests {
  @Test func `nothing is forced that may fail`() {
    expectNone(Repository.files("swift").flatMap(Leftovers.forced))
  }

  @Test func `no note of unfinished work is left behind`() {
    let prose = Repository.files.filter { !$0.isData && !$0.isGolden }
    expectNone(prose.flatMap(Leftovers.notes))
  }

  @Test func `no file is an empty one`() {
    let files = Repository.files.filter { !$0.isGolden }
    expectNone(
      files.filter { $0.text.allSatisfy(\.isWhitespace) }
        .map { Violation(path: $0.path, problem: "holds nothing") })
  }
}

/// What a first version leaves behind.
enum Leftovers {
  /// Crashes in waiting. Ends that can only be bugs say so with `precondition`.
  static func forced(_ file: TextFile) -> [Violation] {
    var banned = ["try!", " as! "]
    // Where the C library breaks its own contract there is nobody to throw to.
    if !file.path.hasPrefix("Sources/SQLite/") { banned.append("fatalError(") }
    return file.swift.codeLines.enumerated().flatMap { index, line in
      banned.filter { line.contains($0) }.map {
        Violation(path: file.path, line: index + 1, problem: "uses \($0)")
      }
    }
  }

  static func notes(_ file: TextFile) -> [Violation] {
    let words: Set<Substring> = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    let isSwift = file.ending == "swift"
    let lines = isSwift ? file.swift.commentLines : file.lines.map(String.init)
    return lines.enumerated().flatMap { index, line in
      line.split { !$0.isLetter }.filter { words.contains($0) }.map {
        Violation(path: file.path, line: index + 1, problem: "still says \($0)")
      }
    }
  }
}
