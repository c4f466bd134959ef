import Tabular
import Testing

@Suite struct SourceTextTests {
  @Test func `positions count lines and characters from one`() {
    let source = SourceText("ab\r\nåö\n\n日", name: "f.txt")
    #expect(source.position(at: 0).description == "f.txt:1:1")
    #expect(source.position(at: 1).description == "f.txt:1:2")
    #expect(source.position(at: 4).description == "f.txt:2:1")
    #expect(source.position(at: 6).description == "f.txt:2:2")
    #expect(source.position(at: source.bytes.count).description == "f.txt:4:2")
    #expect(source.lineBytes(1).map(Array.init) == Array("ab".utf8))
    #expect(source.lineBytes(3)?.isEmpty == true)
    #expect(source.lineBytes(5) == nil && source.lineBytes(0) == nil)
    #expect(SourceText("\u{FEFF}a").position(at: 3).description == "1:1")
  }

  @Test(arguments: UInt64(0)..<16)
  func `columns are right on long lines too`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = ["a", "å", "日", "😀", "\n"]
    let count = Int.random(in: 1000...6000, using: &generator)
    var (text, line, column) = ("", 1, 1)
    var places: [(offset: Int, line: Int, column: Int)] = []
    for _ in 0..<count {
      let isEnd = Int.random(in: 0..<1500, using: &generator) == 0
      let letter = isEnd ? "\n" : letters[Int.random(in: 0..<4, using: &generator)]
      places.append((text.utf8.count, line, column))
      (line, column) = isEnd ? (line + 1, 1) : (line, column + 1)
      text += letter
    }
    let source = SourceText(text)
    for place in places + [(text.utf8.count, line, column)] {
      let position = source.position(at: place.offset)
      guard position.line == place.line, position.column == place.column else {
        Issue.record("\(position) is not \(place.line):\(place.column)")
        return
      }
    }
  }

  @Test func `positions are ordered as they stand`() {
    let places = [
      SourcePosition(file: "b", line: 1, column: 1), SourcePosition(file: "a", line: 2, column: 1),
      SourcePosition(file: "a", line: 1, column: 9),
    ]
    #expect(places.sorted().map(\.description) == ["a:1:9", "a:2:1", "b:1:1"])
  }

  private static let excerpts: [(String, Int, String)] = [
    ("{\"a\": x}", 7, "{\"a\": x}\n      ^"), ("日本 x", 4, "日本 x\n     ^"),
    ("a\u{1B}b", 3, "a␛b\n  ^"), ("short", 99, "short\n     ^"), ("", 1, "\n^"),
  ]

  @Test(arguments: excerpts)
  func `an excerpt points at its place`(text: String, column: Int, expected: String) {
    let position = SourcePosition(line: 1, column: column)
    #expect(SourceText(text).excerpt(at: position) == expected)
  }

  @Test func `a long line is cut around its place`() throws {
    let text = String(repeating: "x", count: 500) + "!" + String(repeating: "y", count: 500)
    let position = SourcePosition(line: 1, column: 501)
    let excerpt = try #require(SourceText(text).excerpt(at: position))
    let lines = excerpt.split(separator: "\n")
    #expect(lines[0].hasPrefix("…xxx") && lines[0].hasSuffix("yyy…"))
    #expect(lines[0].count == 82 && lines[1].last == "^")
    #expect(lines[0].dropFirst(lines[1].count - 1).first == "!")
    #expect(SourceText(text).excerpt(at: SourcePosition(line: 7, column: 1)) == nil)
  }
}
