import Tabular
import Testing

@Suite struct TextTableTests {
  private static func table(
    maximumColumnWidth: Int? = nil, maximumWidth: Int? = nil
  ) -> TextTable {
    var table = TextTable(
      columns: [TextColumn("deal"), TextColumn("amount"), TextColumn("note")],
      maximumColumnWidth: maximumColumnWidth, maximumWidth: maximumWidth, missing: "–")
    table.append([.text("Oracle/Vantage Texas"), .number("23250000000.00"), .text("四年 loan")])
    table.append([.text("Cafe\u{301}"), .number("5.00"), .missing])
    table.append([.text("三菱UFJ銀行"), .missing, .text("a\u{1B}[31mred\nline")])
    return table
  }

  @Test func `columns are aligned by what a reader sees`() {
    #expect(
      Self.table().text == """
        deal                          amount  note
        --------------------  --------------  --------------
        Oracle/Vantage Texas  23250000000.00  四年 loan
        Cafe\u{301}                            5.00  –
        三菱UFJ銀行                        –  a␛[31mred line

        """)
  }

  @Test func `text gives way and numbers do not`() {
    #expect(
      Self.table(maximumColumnWidth: 10).lines[2] == "Oracle/Va…  23250000000.00  四年 loan")
    let narrow = Self.table(maximumWidth: 40).lines
    #expect(narrow.allSatisfy { DisplayWidth.of($0) <= 40 })
    #expect(narrow[2].contains("23250000000.00"))
    #expect(Self.table(maximumWidth: 5).lines[2].contains("23250000000.00"))
  }

  @Test func `a table may be empty`() {
    #expect(TextTable(columns: []).text == "")
    #expect(TextTable(columns: [TextColumn("a")]).text == "a\n-\n")
  }

  private static let widths: [(String, Int)] = [
    ("", 0), ("abc", 3), ("åäö", 3), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("ｱ", 1), ("Ａ", 2),
    ("😀", 2), ("👩🏽‍🚀", 2), ("🇸🇪", 2), ("❤\u{FE0F}", 2), ("a\u{200B}b", 2), ("–", 1), ("…", 1),
    ("नि", 1), ("\u{AD}", 0), ("€", 1),
  ]

  @Test(arguments: widths)
  func `width is counted in columns of a terminal`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("abcdef", 4, "abc…"), ("abcd", 4, "abcd"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("abc", 0, ""), ("abc", 1, "…"),
  ])
  func `text is cut at a width`(text: String, width: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: width) == expected)
  }

  @Test(arguments: [
    ("plain åäö 日本", "plain åäö 日本"), ("a\u{1B}[2J", "a␛[2J"), ("a\u{0}b\u{7F}", "a␀b␡"),
    ("a\tb\nc\r\nd", "a b c  d"), ("\u{9B}31m", "\u{FFFD}31m"), ("\u{202E}evil", "\u{FFFD}evil"),
    ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"), ("a\u{85}b\u{2028}c", "a b c"),
    ("👩🏽‍🚀", "👩🏽‍🚀"),
  ])
  func `what could steer a terminal is made harmless`(text: String, expected: String) {
    #expect(TerminalText.neutralised(text) == expected)
  }
}
