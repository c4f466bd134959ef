import Tabular
import Testing

/// Every fault that the reader tells of, in the words that users see: where, what, and what to do.
@Suite struct DelimitedProblemTests {
  private static let faults: [(String, String)] = [
    ("", "f:1:1: the file has no header line (begin it with the names of its columns)"),
    (
      "a,b\n\n",
      "f:1:1: the file has a header and no rows (add rows below the header, or leave the file out)"
    ),
    (
      "a;b,c\n1;2,3",
      "f:1:1: the header has as many “,” and “;”, so its delimiter is not known "
        + "(put names with such a character in quotes)"
    ),
    (
      "a,b\n1,å\u{0}",
      "f:2:4: byte 0x0 is a control character (remove it, or save the file as UTF-8)"
    ),
    (
      "a,b\n\"1\" ,2",
      "f:2:4: text follows the closing quote of a field (a quote within quotes is written twice)"
    ),
    (
      "a,b\n1, \"2\"",
      "f:2:4: a blank stands before the opening quote of a field (remove the blank)"
    ),
    (
      "a,b\n1,\"2\n3,4\n",
      "f:2:3: this quote is never closed, so that lines 2 to 3 cannot be read "
        + "(put a quote behind the end of the field)"
    ),
    (
      "a,b\n1,\(String(repeating: "x", count: 21))",
      "f:2:3: this field is longer than 20 bytes (look for a missing quote or delimiter)"
    ),
    (
      "a,b\n\(String(repeating: "x", count: 20)),\(String(repeating: "x", count: 20))",
      "f:2:1: this row is longer than 40 bytes (look for a missing quote or line end)"
    ),
    (
      "a,b\n1,2,3,4,5",
      "f:2:9: this row has more than 4 fields (look for a missing line end)"
    ),
    (
      "a,b\n1,2,3",
      "f:2:5: this row has 3 fields and the header 2 (put a field that holds a delimiter in quotes)"
    ),
    (
      "a,b\n1",
      "f:2:1: this row has 1 field and the header 2 (write the delimiters of empty fields too)"
    ),
  ]

  @Test(arguments: faults)
  func `a fault is told with its place and its remedy`(text: String, expected: String) {
    #expect(Self.problems(Array(text.utf8)) == [expected])
  }

  @Test func `bytes of another encoding are told with the remedy`() {
    #expect(
      Self.problems([0x61, 0x0A, 0xE5]) == [
        "f:2:1: byte 0xE5 is not UTF-8 (save the file as UTF-8)"
      ])
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(
        Self.problems(mark + [0x61, 0x00]) == [
          "f:1:1: the file is UTF-16 (save the file as UTF-8)"
        ])
    }
  }

  /// What is wrong with a file that is read with its header and small limits.
  private static func problems(_ bytes: [UInt8]) -> [String] {
    var options = DelimitedOptions()
    options.limits.fieldBytes = 20
    options.limits.recordBytes = 40
    options.limits.columns = 4
    return DelimitedTrace(bytes, options: options, hasHeader: true).problems.map(\.description)
  }
}
