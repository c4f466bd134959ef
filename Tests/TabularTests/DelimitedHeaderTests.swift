import Tabular
import Testing

@Suite struct DelimitedHeaderTests {
  private static let keys: [(String, String)] = [
    ("amount", "amount"), ("Announced on", "announced_on"), ("ANNOUNCED-ON", "announced_on"),
    ("__announced \u{A0}- on_", "announced_on"), ("Belopp (MSEK)", "belopp_(msek)"),
    ("Förfallodag", "förfallodag"), ("S&P", "s&p"), ("two\nlines", "two_lines"),
    ("a\u{2013}b", "a_b"), ("", ""), (" -_ ", ""),
  ]

  @Test(arguments: keys)
  func `a name is compared without its case and its gaps`(name: String, key: String) {
    #expect(DelimitedHeader.key(name) == key)
  }

  private static let headers: [(String, [String])] = [
    ("a,b\n", []), ("a,,b\n", ["f:1:3: a column has no name"]),
    ("a, \n", ["f:1:3: a column has no name"]),
    (
      "Deal key,å,deal-KEY,a,\"å\"\n",
      [
        "f:1:12: the column “deal-KEY” stands twice in the header (first as “Deal key” at f:1:1)",
        "f:1:23: the column “å” stands twice in the header (first as “å” at f:1:10)",
      ]
    ),
    ("", ["f:1:1: the file has no header line (begin it with the names of its columns)"]),
    (
      "\"a\"b,c\n",
      [
        "f:1:4: text follows the closing quote of a field (a quote within quotes is written twice)"
      ]
    ),
    (
      "a,\u{0}\n",
      ["f:1:3: byte 0x0 is a control character (remove it, or save the file as UTF-8)"]
    ),
  ]

  @Test(arguments: headers)
  func `what is wrong with a header is told`(text: String, expected: [String]) throws {
    var reader = DelimitedReader(bytes: Array(text.utf8), name: "f")
    #expect(try reader.readHeader().problems.map(\.description) == expected)
  }

  private enum Meaning: Hashable {
    case amount, issuer, maturity
  }

  @Test func `columns are found by any of their names`() throws {
    let names: [Meaning: [String]] = [
      .amount: ["amount", "Belopp"], .issuer: ["issuer", "borrower", "låntagare"],
      .maturity: ["maturity", "matures on"],
    ]
    let text = " Borrower ,note,BELOPP,amount,\"Låntagare\",,belopp\n1,2,3,4,5,6,7"
    var reader = DelimitedReader(bytes: Array(text.utf8), name: "f")
    let header = try reader.readHeader()
    let columns = header.columns(named: names)
    #expect(columns.indexes == [.issuer: 0, .amount: 2])
    #expect((columns[.issuer], columns[.maturity]) == (0, nil))
    #expect(columns.unknown.map(\.name) == ["note"])
    #expect(
      columns.problems.map(\.description) == [
        "f:1:24: the columns “BELOPP” and “amount” mean the same (remove one or rename it)",
        "f:1:31: the columns “Borrower” and “Låntagare” mean the same (remove one or rename it)",
      ])
    #expect(header.problems.count == 2)
    #expect((header["Note"], header["none"], header[""]) == (1, nil, nil))
    #expect(header.columns[0].name == "Borrower")
    #expect(header.columns[0].problem("is new").description == "f:1:1: is new")
  }

  /// A header line and its delimiter, as far as it can be told.
  private static let delimiters: [(String, String?)] = [
    ("a,b", ","), ("a;b", ";"), ("a\tb", "\t"), ("a|b", "|"), ("a", ","), ("", ","),
    ("a;b,c;d", ";"), ("a,b;c,d", ","), ("name\tAmount, USD, net", "\t"),
    ("Deal;Amount (USD, EUR, SEK)", ";"), ("a, b, c", ","), ("a; b", ";"),
    ("\"a,b,c\";d", ";"), ("\"a \"\"b;c;d\"\"\",e", ","), ("\n\r\na;b", ";"),
    ("\"a\n,,\";b", ";"), ("5\" a;b,c;d", ";"), ("a;b,c", nil), ("a;b|c", nil),
    ("sep=|\na;b,c", "|"), ("sep=;\r\na|b|c", ";"), ("sep=\t", "\t"), ("sep=ab,c", ","),
    ("sep=a\nb;c", ","), ("a,\"b;;;", ","),
  ]

  @Test(arguments: delimiters)
  func `the delimiter is told from the header line`(text: String, expected: String?) throws {
    var reader = DelimitedReader(bytes: Array(text.utf8), name: "f")
    let header = try reader.readHeader()
    let found = reader.dialect.map { String(Unicode.Scalar($0.delimiter)) }
    #expect(found == expected)
    guard expected == nil else { return }
    #expect(header.problems.first?.message.hasSuffix("its delimiter is not known") == true)
    #expect(try reader.next() == .end)
  }

  @Test func `a dialect that is given is not told`() throws {
    let text = Array("a;b,c\n1,2\nsep=;".utf8)
    var reader = DelimitedReader(bytes: text, options: DelimitedOptions(dialect: .comma))
    #expect(try reader.readHeader().columns.map(\.name) == ["a;b", "c"])
    let tsv = DelimitedDialect(delimiter: "\t", hasQuotes: false)
    let trace = DelimitedTrace("a\tb\n\"1\t 2\"\n\"\"\t\"", options: DelimitedOptions(dialect: tsv))
    #expect(trace.steps == ["1: a | b", "2: \"1 |  2\"", "3: \"\" | \""])
    let skipped = DelimitedTrace("sep=;\na,b", options: DelimitedOptions(dialect: .comma))
    #expect(skipped.steps == ["2: a | b"])
  }

  @Test func `a file in UTF-16 is not read`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]
    #expect(
      DelimitedTrace(bytes).steps == ["f:1:1: the file is UTF-16"])
  }

  @Test func `what cannot stand between fields is no delimiter`() async {
    await #expect(processExitsWith: .failure) { _ = DelimitedDialect(delimiter: "\"") }
    await #expect(processExitsWith: .failure) { _ = DelimitedDialect(delimiter: "å") }
  }
}
