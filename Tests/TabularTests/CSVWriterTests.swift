import Tabular
import Testing

@Suite struct CSVWriterTests {
  private static let rows: [([TableCell], String)] = [
    ([.text("a"), .number("1.50"), .missing], "a,1.50,"),
    ([.text(""), .missing, .text("")], "\"\",,\"\""), ([.missing], "\"\""), ([], ""),
    ([.text("Anytown, WW"), .number("-5")], "\"Anytown, WW\",-5"),
    ([.text("ha \"ha\" ha")], "\"ha \"\"ha\"\" ha\""), ([.text("a\nb")], "\"a\nb\""),
    ([.text("a\r\nb")], "\"a\r\nb\""), ([.text("a\rb")], "\"a\rb\""),
    ([.text(" a "), .text("ʤ 日本")], "\" a \",ʤ 日本"), ([.text("=1+1")], "=1+1"),
    ([.text("\"\u{301}")], "\"\"\"\u{301}\""),
  ]

  @Test(arguments: rows)
  func `fields are quoted where they must be`(cells: [TableCell], expected: String) {
    #expect(CSVWriter(lineEnd: "\n").line(cells) == expected + "\n")
    #expect(CSVWriter().line(cells) == expected + "\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+46", "'+46"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("＝1", "'＝1"), ("a=1", "a=1"), ("", "\"\""),
  ])
  func `a guarded text is no formula in a spreadsheet`(text: String, expected: String) {
    let writer = CSVWriter(lineEnd: "", guardsFormulas: true)
    #expect(writer.line([.text(text)]) == expected)
    #expect(writer.line([.number("-5")]) == "-5")
  }

  @Test func `another separator is quoted instead of the comma`() {
    let writer = CSVWriter(separator: ";", lineEnd: "\n")
    #expect(writer.line([.text("a;b"), .text("c,d")]) == "\"a;b\";c,d\n")
  }
}
