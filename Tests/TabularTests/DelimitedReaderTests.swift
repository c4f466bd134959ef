import Tabular
import Testing

/// Inputs and what the reader makes of them; the last column is what it comes to, step by step.
@Suite struct DelimitedReaderTests {
  /// What is read without a word.
  static let accepted: [(String, [String])] = [
    ("a,b\n1,2\n", ["1: a | b", "2: 1 | 2"]),
    ("a,b\n1,2", ["1: a | b", "2: 1 | 2"]),
    ("a,b\r\n1,2\r\n", ["1: a | b", "2: 1 | 2"]),
    ("a,b\r1,2\r", ["1: a | b", "2: 1 | 2"]),
    ("a,b\n1,2\r3,4\r\n5,6", ["1: a | b", "2: 1 | 2", "3: 3 | 4", "4: 5 | 6"]),
    ("\u{FEFF}a,b\n1,2", ["1: a | b", "2: 1 | 2"]),
    ("\u{FEFF}\"a\",b", ["1: \"a\" | b"]),
    ("a,b\n\u{FEFF}1,2", ["1: a | b", "2: \u{FEFF}1 | 2"]),
    // Empty lines are no records, and count.
    ("\n\r\n\r\ra,b\n\n\r\n1,2\n\n", ["5: a | b", "8: 1 | 2"]),
    ("a\r\r\nb", ["1: a", "3: b"]), ("a\n\rb", ["1: a", "3: b"]), ("a\r\n\nb", ["1: a", "3: b"]),
    ("a\n\"\"\n", ["1: a", "2: \"\""]), ("a\n \n", ["1: a", "2:  "]),
    ("a,b\n,\n,\"\"\n", ["1: a | b", "2:  | ", "3:  | \"\""]),
    ("a,b\n1,", ["1: a | b", "2: 1 | "]), (",\n,", ["1:  | ", "2:  | "]),
    // Quotes.
    ("\"a\",\"b\"\n\"1,2\",\"3\"\"4\"", ["1: \"a\" | \"b\"", "2: \"1,2\" | \"3\"4\""]),
    ("\"\"\"\"\n\"\"\"a\"\"\"\n\"\"\"\"\"\"", ["1: \"\"\"", "2: \"\"a\"\"", "3: \"\"\"\""]),
    ("a,b\n\"x\ny\",1\n2,3", ["1: a | b", "2: \"x\ny\" | 1", "4: 2 | 3"]),
    ("a,b\n\"x\r\ny\rz\n\",1\n2,3", ["1: a | b", "2: \"x\r\ny\rz\n\" | 1", "6: 2 | 3"]),
    ("a,b\n\"\r\n\",1\r\n2,3", ["1: a | b", "2: \"\r\n\" | 1", "4: 2 | 3"]),
    ("a,b\n\"1\",\"2\"", ["1: a | b", "2: \"1\" | \"2\""]),
    // A quote behind text is a character; a doubled one there is two.
    ("a,b\n5\" wafer,x\"\"y\"\n", ["1: a | b", "2: 5\" wafer | x\"\"y\""]),
    ("a,b\n 5\",2", ["1: a | b", "2:  5\" | 2"]), ("a\n'\"'", ["1: a", "2: '\"'"]),
    // Blanks belong to the field, and so does every control character but NUL.
    ("a,b\n 1 ,\t2\u{1}\u{B}\u{7F}", ["1: a | b", "2:  1  | \t2\u{1}\u{B}\u{7F}"]),
    (
      "a,b\nå,日本\n😀,\u{10FFFF}\u{E000}\u{7FF}\u{800}",
      [
        "1: a | b", "2: å | 日本", "3: 😀 | \u{10FFFF}\u{E000}\u{7FF}\u{800}",
      ]
    ),
  ]

  private static let textBehind = "text follows the closing quote of a field"

  /// What is rejected, and what is read beside it.
  static let rejected: [(String, [String])] = [
    ("", ["f:1:1: the file has no header line"]),
    ("\u{FEFF}\r\n\n", ["f:1:1: the file has no header line"]),
    (
      "a,b\n1\n2,3,4\n5,6",
      [
        "1: a | b", "f:2:1: this row has 1 field and the header 2",
        "f:3:5: this row has 3 fields and the header 2", "4: 5 | 6",
      ]
    ),
    ("a,b\nå,\"x\",1,2\n", ["1: a | b", "f:2:7: this row has 4 fields and the header 2"]),
    (
      "a,b\n\"1\"x,2\n3,4",
      [
        "1: a | b",
        "f:2:4: \(textBehind)",
        "3: 3 | 4",
      ]
    ),
    (
      "a,b\n1,\"2\" \r\n\"3\"\u{0},\"4\"\"5\"6",
      [
        "1: a | b",
        "f:2:6: \(textBehind)",
        "f:3:4: byte 0x0 is a control character",
        "f:3:12: \(textBehind)",
      ]
    ),
    (
      "a,b\n\"x\n\ny\"z,2\n3,4",
      [
        "1: a | b",
        "f:4:3: text follows the closing quote of a field that began on line 2",
        "5: 3 | 4",
      ]
    ),
    (
      "a,b\n1, \"x,y\"\n\t\"2\",3",
      [
        "1: a | b", "f:2:4: a blank stands before the opening quote of a field",
        "f:3:2: a blank stands before the opening quote of a field",
      ]
    ),
    (
      "a,b\n1,\"2\n3,4\n",
      [
        "1: a | b", "f:2:3: this quote is never closed, so that lines 2 to 3 cannot be read",
      ]
    ),
    (
      "a,b\n1,\"2\r\n3,4\r\n\r\n",
      [
        "1: a | b", "f:2:3: this quote is never closed, so that lines 2 to 4 cannot be read",
      ]
    ),
    ("a,b\n1,\"2", ["1: a | b", "f:2:3: this quote is never closed"]),
    ("a,b\n1,\"2\"\"\n", ["1: a | b", "f:2:3: this quote is never closed"]),
    ("a,b\n1,\"\"\"", ["1: a | b", "f:2:3: this quote is never closed"]),
    ("a,b\n1,\"", ["1: a | b", "f:2:3: this quote is never closed"]),
    ("\"a,b\n1,2", ["f:1:1: this quote is never closed, so that lines 1 to 2 cannot be read"]),
    (
      "a,b\n\"1\"2,\"3\n4",
      [
        "1: a | b",
        "f:2:4: \(textBehind)",
        "f:2:6: this quote is never closed, so that lines 2 to 3 cannot be read",
      ]
    ),
    (
      "a,b\n1\u{0},\u{0}\u{0}\n\"å\n\u{0}\",5\n6,7",
      [
        "1: a | b", "f:2:2: byte 0x0 is a control character",
        "f:2:4: byte 0x0 is a control character", "f:4:1: byte 0x0 is a control character",
        "5: 6 | 7",
      ]
    ),
    (
      "a,b\n\u{0}\n",
      [
        "1: a | b", "f:2:1: byte 0x0 is a control character",
        "f:2:1: this row has 1 field and the header 2",
      ]
    ),
  ]

  @Test(arguments: accepted + rejected)
  func `what is read, and what is told of the rest`(text: String, expected: [String]) {
    #expect(DelimitedTrace(text).steps == expected)
  }

  /// Bytes that are no UTF-8, and the first one of them.
  static let invalid: [([UInt8], String)] = [
    ([0xE5], "0xE5"), ([0x80], "0x80"), ([0xC3], "0xC3"), ([0xC0, 0x80], "0xC0"),
    ([0xC1, 0xBF], "0xC1"), ([0xE0, 0x9F, 0xBF], "0xE0"), ([0xED, 0xA0, 0x80], "0xED"),
    ([0xF0, 0x8F, 0xBF, 0xBF], "0xF0"), ([0xF4, 0x90, 0x80, 0x80], "0xF4"),
    ([0xF5, 0x80, 0x80, 0x80], "0xF5"), ([0xE2, 0x82], "0xE2"), ([0xFF], "0xFF"),
    ([0xF0, 0x9F, 0x98], "0xF0"), ([0xE2, 0x28, 0xA1], "0xE2"),
  ]

  @Test(arguments: invalid)
  func `bytes that are not UTF-8 are told with their place`(bytes: [UInt8], name: String) {
    for lead in ["", "å", String(repeating: "x", count: 61), String(repeating: "日", count: 40)] {
      let text = Array("a,b\nx,\(lead)".utf8) + bytes + Array("\nö,4\n".utf8)
      let problem = "f:2:\(lead.count + 3): byte \(name) is not UTF-8"
      #expect(DelimitedTrace(text).steps == ["1: a | b", problem, "3: ö | 4"])
      let quoted = Array("a,b\nx,\"\(lead)".utf8) + bytes + Array("\"\nö,4\n".utf8)
      #expect(DelimitedTrace(quoted).steps.count == 3)
    }
  }

  @Test func `a short record is accepted where it may be, a long one never is`() {
    let options = DelimitedOptions(acceptsShortRecords: true)
    let trace = DelimitedTrace("a,b,c\n1\n1,2\nå\n1,2,3,4", options: options)
    #expect(
      trace.steps == [
        "1: a | b | c", "2: 1", "3: 1 | 2", "4: å",
        "f:5:7: this row has 4 fields and the header 3",
      ])
  }

  @Test func `a header alone is no table`() {
    #expect(
      DelimitedTrace("a,b\n\n", hasHeader: true).steps == [
        "f:1:1: the file has a header and no rows"
      ])
    #expect(DelimitedTrace("a,b\n1,2", hasHeader: true).steps == ["2: 1 | 2"])
    #expect(DelimitedTrace("", hasHeader: true).steps == ["f:1:1: the file has no header line"])
  }

  @Test func `what the source throws ends the reading`() throws {
    struct Broken: Error {}
    var isFirst = true
    var reader = DelimitedReader { output in
      guard isFirst else { throw Broken() }
      isFirst = false
      for byte in "a,b\n1,2".utf8 { output.append(byte) }
    }
    #expect(try reader.next() == .record)
    #expect(throws: Broken.self) { try reader.next() }
    let count = reader.record.count
    #expect(count == 0)
    #expect(try reader.next() == .end)
    #expect(reader.bytesRead == 7)
  }
}
