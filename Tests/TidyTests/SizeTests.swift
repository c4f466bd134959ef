import Testing

@Suite struct SizeTests {
  @Test func `a file has at most 300 lines, or says why it is longer`() {
    expectNone(Repository.files("swift", "sql").flatMap(Size.ofFile))
  }

  @Test func `a line has at most 100 columns`() {
    expectNone(Repository.files("swift", "sql").flatMap(Size.ofLines))
  }

  @Test func `the body of a function has at most 60 lines`() {
    expectNone(Repository.files("swift").flatMap(Size.ofBodies))
  }
}

/// How long things may be: what is longer is two things.
enum Size {
  static let linesOfFile = 300
  static let columns = 100
  static let linesOfBody = 60

  static func ofFile(_ file: TextFile) -> [Violation] {
    let count = file.lines.count - 1
    let excuses = ["// long because: ", "-- long because: "]
    guard count > linesOfFile, !excuses.contains(where: file.contains) else { return [] }
    return [Violation(path: file.path, problem: "\(count) lines")]
  }

  static func ofLines(_ file: TextFile) -> [Violation] {
    file.lines.enumerated().filter { $0.element.count > columns }.map { index, line in
      Violation(path: file.path, line: index + 1, problem: "\(line.count) columns")
    }
  }

  static func ofBodies(_ file: TextFile) -> [Violation] {
    SwiftBodies(file.swift).all.filter { $0.length > linesOfBody }.map {
      Violation(path: file.path, line: $0.line, problem: "a body of \($0.length) lines")
    }
  }
}
