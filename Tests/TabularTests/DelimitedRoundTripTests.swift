import Tabular
import TestSupport
import Testing

/// What `CSVWriter` writes is read as what it was.
@Suite struct DelimitedRoundTripTests {
  private static let pieces = [
    "a", "1.50", " ", "\"", "\"\"", "\n", "\r\n", "\r", ",", ";", "\t", "|", "å", "日本", "😀", "'",
    "\u{A0}", "=", "e\u{301}", "\u{301}", "a long word, to go beyond the end of a block of bytes",
  ]

  @Test(arguments: UInt64(0)..<128)
  func `random tables come back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let dialects: [(Character, DelimitedDialect)] = [
      (",", .comma), (";", .semicolon), ("\t", .tab), ("|", .bar),
    ]
    let (separator, dialect) = dialects[Int(seed % 4)]
    let lineEnd = ["\n", "\r\n", "\r"][Int(seed / 4 % 3)]
    let writer = CSVWriter(separator: separator, lineEnd: lineEnd)
    let width = Int.random(in: 1...12, using: &random)
    let rows = (0..<Int.random(in: 1...20, using: &random)).map { _ in
      (0..<width).map { _ in Self.text(using: &random) }
    }
    let text = rows.map { writer.line($0.map { .text($0) }) }.joined()
    let options = DelimitedOptions(dialect: dialect)
    var reader = DelimitedReader(bytes: Array(text.utf8), options: options)
    for row in rows {
      #expect(try reader.next() == .record)
      for index in 0..<width {
        let found = reader.record.text(index)
        guard Array(found.utf8) == Array(row[index].utf8) else {
          Issue.record("\(found) is not \(row[index]) in \(text)")
          return
        }
      }
      let count = reader.record.count
      #expect(count == width)
    }
    #expect(try reader.next() == .end)
  }

  private static func text(using random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...5, using: &random)).reduce(into: "") { text, _ in
      text += pieces.randomElement(using: &random) ?? ""
    }
  }
}
