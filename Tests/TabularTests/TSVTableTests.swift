import Tabular
import Testing

@Suite struct TSVTableTests {
  @Test func `rows are read with the places of their fields`() {
    let source = SourceText("code\tlabel\r\nUSD\tåäö \"x\"\r\n\r\nEUR\t\r\n", name: "c.tsv")
    let table = TSVTable(source)
    #expect(table.problems == [])
    #expect(table.header.map(\.text) == ["code", "label"])
    #expect(table.rows.map { $0.fields.map(\.text) } == [["USD", "åäö \"x\""], ["EUR", ""]])
    #expect(table.rows[0]["label"]?.position.description == "c.tsv:2:5")
    #expect(table.rows[1]["label"]?.text == "")
    #expect(table.rows[1].position.description == "c.tsv:4:1")
    #expect(table.rows[0]["nothing"] == nil)
    #expect(table.rows[0].fields[1].problem("is wrong").description == "c.tsv:2:5: is wrong")
  }

  private static let files: [(String, [String])] = [
    ("", ["f:1:1: the file has no header line"]), ("\n\n", ["f:1:1: the file has no header line"]),
    ("a\ta\n1\t2\n", ["f:1:3: the column “a” stands twice in the header"]),
    ("a\t\n1\t2\n", ["f:1:3: a column has no name"]),
    (
      "a\tb\n1\n1\t2\t3\n4\t5\n",
      [
        "f:2:1: this row has 1 fields and the header 2",
        "f:3:1: this row has 3 fields and the header 2",
      ]
    ),
    ("a\n1\u{0}\n2\n", ["f:2:2: byte 0x0 is a control character"]),
    ("a\n1\r2\n", ["f:2:2: byte 0xD is a control character"]),
    ("a\u{1}\n", ["f:1:2: byte 0x1 is a control character"]),
    ("a\tb", []), ("\u{FEFF}a\tb\n1\t2", []),
  ]

  @Test(arguments: files)
  func `all problems are gathered`(text: String, expected: [String]) {
    let table = TSVTable(SourceText(text, name: "f"))
    #expect(table.problems.map(\.description) == expected)
  }

  @Test func `bytes that are not UTF-8 are a problem of their row`() {
    let table = TSVTable(SourceText(bytes: Array("a\n1\n".utf8) + [0xE5, 0x0A] + Array("2".utf8)))
    #expect(table.problems.map(\.description) == ["3:1: byte 0xE5 is not UTF-8"])
    #expect(table.rows.map { $0.fields[0].text } == ["1", "2"])
  }
}
