import Testing

@testable import Tabular

/// Inputs that are too long in one way or another, read with small limits.
@Suite struct DelimitedLimitTests {
  private static func x(_ count: Int) -> String { String(repeating: "x", count: count) }

  private static let inputs: [(String, [String])] = [
    // Fields of 10 bytes, records of 40, 4 columns.
    ("a,b\n\(x(10)),\"\(x(8))\"\n", ["1: a | b", "2: \(x(10)) | \"\(x(8))\""]),
    (
      "a,b\n1,\(x(11))\n3,4", ["1: a | b", "f:2:3: this field is longer than 10 bytes", "3: 3 | 4"]
    ),
    (
      "a,b\n1,\"\(x(9))\"\n3,4",
      [
        "1: a | b", "f:2:3: this field is longer than 10 bytes", "3: 3 | 4",
      ]
    ),
    (
      "a,b\n1,\"x\nx\n\(x(9))\n\",\"z\nz\"\n3,4",
      [
        "1: a | b", "f:2:3: this field is longer than 10 bytes; it ends on line 6", "7: 3 | 4",
      ]
    ),
    (
      "a,b,c,d\n1,2,3,4\n1,2,3,4,5,6\n1,2,3,4",
      [
        "1: a | b | c | d", "2: 1 | 2 | 3 | 4", "f:3:9: this row has more than 4 fields",
        "4: 1 | 2 | 3 | 4",
      ]
    ),
    ("a,b,c,d,e", ["f:1:9: this row has more than 4 fields"]),
    ("a,b,c,d,", ["f:1:9: this row has more than 4 fields"]),
    (
      ",,,\n\(x(10)),\(x(10)),\(x(10)),\(x(7))",
      [
        "1:  |  |  | ", "2: \(x(10)) | \(x(10)) | \(x(10)) | \(x(7))",
      ]
    ),
    (
      ",,,\n\(x(10)),\(x(10)),\(x(10)),\(x(8))\n,,,",
      [
        "1:  |  |  | ", "f:2:1: this row is longer than 40 bytes", "3:  |  |  | ",
      ]
    ),
    // A field that is too long is told where it begins, however long it is.
    ("a\n\(x(500))\nb", ["1: a", "f:2:1: this field is longer than 10 bytes", "3: b"]),
    (
      "a\n\"\(x(500))\n\"\nb",
      [
        "1: a", "f:2:1: this field is longer than 10 bytes; it ends on line 3", "4: b",
      ]
    ),
    // An open quote swallows nothing silently, however much follows.
    (
      "a\n1\n\"\(x(500))\n\(x(500))\n",
      [
        "1: a", "2: 1", "f:3:1: this quote is never closed, so that lines 3 to 4 cannot be read",
      ]
    ),
    // What is wrong before that is told, what is behind it is not.
    (
      "a,b\n\u{0},\(x(30)),\u{0}\n,",
      [
        "1: a | b", "f:2:1: byte 0x0 is a control character",
        "f:2:3: this field is longer than 10 bytes", "3:  | ",
      ]
    ),
    // A quote in a part that was let go still counts.
    (
      "a\n1,2,3,\(x(90)),\"\n\",\"\"\"\n,\"\"\"\nb",
      ["1: a", "f:2:7: this field is longer than 10 bytes; it ends on line 4", "5: b"]
    ),
  ]

  @Test(arguments: inputs)
  func `what is too long is told, and the next record is read`(text: String, expected: [String]) {
    var options = DelimitedOptions(dialect: .comma)
    options.limits.fieldBytes = 10
    options.limits.recordBytes = 40
    options.limits.columns = 4
    #expect(DelimitedTrace(text, options: options).steps == expected)
    options.limits.bufferBytes = 16
    for chunk in [1, 7, 16, 64] {
      let trace = DelimitedTrace(Array(text.utf8), chunk: chunk, options: options)
      #expect(trace.steps == expected, "in pieces of \(chunk)")
    }
  }

  @Test func `the usual limits hold to the byte`() throws {
    let limits = DelimitedLimits()
    let field = Self.x(limits.fieldBytes)
    #expect(DelimitedTrace("a\n\(field)\nb").steps.count == 3)
    #expect(
      DelimitedTrace("a\n\(field)x\nb").steps[1]
        == "f:2:1: this field is longer than 1048576 bytes")
    let commas = String(repeating: ",", count: limits.columns - 1)
    #expect(DelimitedTrace("\(commas)\n\(commas)\n").steps.count == 2)
    #expect(
      DelimitedTrace("\(commas),\n").steps == ["f:1:10001: this row has more than 10000 fields"])
  }

  @Test func `a record takes no more memory than is allowed, however long it is`() throws {
    var options = DelimitedOptions(dialect: .comma)
    options.limits.recordBytes = 100
    options.limits.bufferBytes = 16
    var (left, most) = (100_000, 0)
    // Field after field, of quotes and nothing else.
    var reader = DelimitedReader(options: options) { output in
      for byte in "\"\"\"\",".utf8 where left > 0 {
        output.append(byte)
        left -= 1
      }
    }
    while try reader.next() != .end {
      most = max(most, reader.buffer.capacity + reader.scratch.capacity)
    }
    #expect(most < 300)
    #expect(reader.bytesRead == 100_000)
  }

  @Test func `the bytes of a record are there unless it is too long`() throws {
    var options = DelimitedOptions(dialect: .comma)
    options.limits.recordBytes = 20
    let text = Array("a\n\(Self.x(21))\n\"b\n".utf8)
    var reader = DelimitedReader(bytes: text, options: options)
    _ = try reader.next()
    guard case .rejected = try reader.next() else {
      Issue.record("a record of 21 bytes is read")
      return
    }
    let long = (reader.record.isHeld, reader.record.byteOffset, reader.record.byteCount)
    #expect(long == (false, 2, 21))
    guard case .rejected = try reader.next() else {
      Issue.record("an open quote is read")
      return
    }
    let bytes = reader.record.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    #expect(bytes == Array("\"b\n".utf8))
    let open = (reader.record.isHeld, reader.record.count, reader.record.text(0))
    #expect(open == (true, 0, ""))
  }
}
