import Tabular
import Testing

@Suite struct JSONDocumentTests {
  /// Texts that are JSON, and what they are when written again.
  private static let accepted: [(String, String)] = [
    ("{}", "{}"), ("[]", "[]"), ("null", "null"), ("true", "true"), ("false", "false"),
    (" \t\r\n1 \n", "1"), ("\u{FEFF}{\"a\":1}", #"{"a":1}"#),
    (#"{"a":{"b":[]}}"#, #"{"a":{"b":[]}}"#),
    ("[1,\n 2.50, -0, 1e9, 1E+9, 0.1e-7]", "[1,2.50,-0,1e9,1E+9,0.1e-7]"),
    ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
    (#""åäö 日本 👩🏽‍🚀""#, #""åäö 日本 👩🏽‍🚀""#), (#""\u00e5\u65E5""#, #""å日""#),
    (#""\ud83d\ude00""#, #""😀""#), (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\u0008\u000c\n\r\t""#),
    (#""\u001f\u007f""#, #""\u001f\u007f""#), (#"{"":0}"#, #"{"":0}"#),
    ("{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"\u{E9}\":1,\"e\u{301}\":2}"),
    ("\"\u{2028}\"", "\"\u{2028}\""),
    (#"{"a":1,"A":2}"#, #"{"a":1,"A":2}"#), (#""\uFFFF""#, "\"\u{FFFF}\""),
  ]

  @Test(arguments: accepted)
  func `what is JSON is read and written again`(text: String, expected: String) throws {
    let document = try JSONDocument(text)
    #expect(document.root.text() == expected)
    #expect(try JSONDocument(document.root.text(style: .pretty)).root.text() == expected)
    #expect(try JSONDocument(document.root.text(style: .line)).root.text() == expected)
  }

  /// Texts that are not, and the problem with its place.
  private static let refused: [(String, String)] = [
    ("", "1:1: expected a value, found the end of the file"),
    ("  \n ", "2:2: expected a value, found the end of the file"),
    ("{", "1:2: expected a member name in double quotes, found the end of the file"),
    ("[", "1:2: expected a value, found the end of the file"),
    ("[1", "1:3: expected ‘,’ or ‘]’ after an element, found the end of the file"),
    ("[1 2]", "1:4: expected ‘,’ or ‘]’ after an element, found ‘2’"),
    ("[1,]", "1:3: a comma may not stand before ‘]’"),
    ("[,1]", "1:2: expected a value, found ‘,’"),
    ("{\"a\":1,}", "1:7: a comma may not stand before ‘}’"),
    ("{\"a\" 1}", "1:6: expected ‘:’ after the member name, found ‘1’"),
    ("{\"a\":}", "1:6: expected a value, found ‘}’"),
    ("{\"a\":1 \"b\":2}", "1:8: expected ‘,’ or ‘}’ after a member, found ‘\"’"),
    ("{a:1}", "1:2: expected a member name in double quotes, found ‘a’"),
    ("{1:1}", "1:2: expected a member name in double quotes, found ‘1’"),
    ("{\"a\":1,\n \"a\":2}", "2:2: the member “a” stands twice in one object"),
    (#"{"a":1,"\u0061":2}"#, "1:8: the member “a” stands twice in one object"),
    (
      "{} {}",
      "1:4: expected the end of the file after the value, found ‘{’ "
        + "(several objects go one a line, or into one array)"
    ),
    ("1 x", "1:3: expected the end of the file after the value, found ‘x’"),
    ("'a'", "1:1: expected a value, found ‘'’ (strings are written in double quotes)"),
    ("NaN", "1:1: expected a value, found ‘NaN’ (what is not known is null)"),
    ("[True]", "1:2: expected a value, found ‘True’ (write true or false without quotes)"),
    ("nul", "1:1: expected a value, found ‘nul’"), ("tru€", "1:1: expected a value, found ‘tru’"),
    ("// x\n1", "1:1: expected a value, found ‘/’ (JSON has no comments)"),
    ("+1", "1:1: expected a value, found ‘+’ (a number begins with a digit or ‘-’)"),
    (".5", "1:1: expected a value, found ‘.’ (a number begins with a digit or ‘-’)"),
    ("01", "1:1: a number may not begin with 0 and another digit"),
    ("-", "1:2: expected a digit after ‘-’, found the end of the file"),
    ("1.", "1:3: expected a digit after the decimal point, found the end of the file"),
    ("1.e5", "1:3: expected a digit after the decimal point, found ‘e’"),
    ("1e", "1:3: expected a digit after the exponent sign, found the end of the file"),
    ("1e+", "1:4: expected a digit after the exponent sign, found the end of the file"),
    ("0x10", "1:2: expected the end of the file after the value, found ‘x’"),
    ("\"abc", "1:1: this string has no closing quote"),
    ("\"abc\ndef\"", "1:1: this string has no closing quote on its line"),
    ("\"a\tb\"", "1:3: a tab in a string must be written as an escape"),
    ("\"a\u{0}b\"", "1:3: a NUL byte in a string must be written as an escape"),
    ("\"\u{1F}\"", "1:2: the control character 0x1F in a string must be written as an escape"),
    ("\u{0}", "1:1: expected a value, found a NUL byte"),
    (#""\x""#, #"1:2: unknown escape (a backslash itself is written "\\")"#),
    (#""\u12""#, #"1:2: expected four hexadecimal digits after "\u""#),
    (#""\u12g4""#, #"1:2: expected four hexadecimal digits after "\u""#),
    (#""\u0000""#, "1:2: NUL is refused: no text of the ledger may hold it"),
    (#""\ud800""#, "1:2: half a surrogate pair stands alone"),
    (#""\ud800x""#, "1:2: half a surrogate pair stands alone"),
    (#""\ud800\n""#, "1:2: half a surrogate pair stands alone"),
    (#""\ud800\ud800""#, "1:2: half a surrogate pair stands alone"),
    (#""\ude00""#, "1:2: half a surrogate pair stands alone"),
    ("\"\\", "1:2: this escape is not complete"), ("å", "1:1: expected a value, found ‘å’"),
    ("[\u{A0}1]", "1:2: expected a value, found ‘\u{A0}’"),
    ("[1\u{FEFF}]", "1:3: expected ‘,’ or ‘]’ after an element, found ‘\u{FEFF}’"),
    ("]", "1:1: expected a value, found ‘]’"), ("[}", "1:2: expected a value, found ‘}’"),
    ("{\"a\":[1}", "1:8: expected ‘,’ or ‘]’ after an element, found ‘}’"),
    ("[\"åäö\", x]", "1:9: expected a value, found ‘x’"),
  ]

  @Test(arguments: refused)
  func `what is not JSON says what was expected and where`(text: String, message: String) {
    let problem = #expect(throws: SourceProblem.self) { try JSONDocument(text) }
    #expect(problem?.description == message)
  }

  /// Bytes that are not UTF-8, within a string: stray, missing, overlong, surrogate, too large.
  private static let notUTF8: [[UInt8]] = [
    [0x80], [0xBF], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE2, 0x82],
    [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80],
    [0xFF], [0xE5, 0x20], [0xF0, 0x9F, 0x98],
  ]

  @Test(arguments: notUTF8)
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let source = SourceText(bytes: Array("[\"a".utf8) + bytes + Array("\"]".utf8), name: "x.json")
    let problem = #expect(throws: SourceProblem.self) { try JSONDocument(source) }
    #expect(
      problem?.description.hasPrefix("x.json:1:4: the file is not UTF-8 here: byte 0x") == true)
  }

  @Test func `nesting ends at one hundred and twenty-eight levels`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSONDocument(nested(128)).root.kind == .array)
    let problem = #expect(throws: SourceProblem.self) { try JSONDocument(nested(129)) }
    #expect(problem?.position.column == 129)
    #expect(throws: SourceProblem.self) { try JSONDocument(nested(100_000)) }
  }

  @Test func `a member that stands twice is found among many`() {
    let members = (0..<500).map { "\"m\($0)\":0" }
    let text = "{" + (members + ["\"m250\":1"]).joined(separator: ",") + "}"
    let problem = #expect(throws: SourceProblem.self) { try JSONDocument(text) }
    #expect(problem?.message == "the member “m250” stands twice in one object")
  }

  @Test func `a value knows its place, its pointer and its text`() throws {
    let text = """
      {"key": "meta-2025-11",
       "tranches": [{"amount": 4000000000}, {"amount": 4.2000e9, "a/b~c": null}],
       "ö": {"deep": [true]}}
      """
    let root = try JSONDocument(text, name: "deals.json").root
    let amount = try #require(root["tranches"]?.elements?[1]["amount"])
    #expect(amount.number == "4.2000e9")
    #expect(amount.pointer == "/tranches/1/amount")
    #expect(amount.position.description == "deals.json:2:50")
    #expect(root["tranches"]?.elements?[1]["a/b~c"]?.pointer == "/tranches/1/a~1b~0c")
    #expect(root["tranches"]?.elements?[1]["a/b~c"]?.isNull == true)
    #expect(root.value(at: "/ö/deep/0")?.boolean == true)
    #expect(root.value(at: "/tranches/1/a~1b~0c")?.isNull == true)
    #expect(root.value(at: "/tranches/2") == nil && root.value(at: "tranches") == nil)
    #expect(root.value(at: "/tranches/01") == nil && root.value(at: "/key/x") == nil)
    #expect(root.value(at: "")?.pointer == "")
    #expect(root.members?.map(\.name) == ["key", "tranches", "ö"])
    #expect(root.members?[2].position.description == "deals.json:3:2")
    #expect(root["tranches"]?.elements?[0].sourceText == #"{"amount": 4000000000}"#)
    #expect(root["nothing"] == nil && amount["x"] == nil && root.elements == nil)
    #expect(root.count == 3 && root["tranches"]?.count == 2 && amount.count == 0)
    #expect(
      amount.problem("an amount is not negative", hint: "leave it out").description
        == "deals.json:2:50: an amount is not negative (leave it out)")
  }

  @Test(arguments: UInt64(0)..<32)
  func `random JSON round trips in every style`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      var writer = JSONWriter()
      RandomJSON.write(to: &writer, depth: 0, using: &generator)
      let text = writer.text
      let root = try JSONDocument(text).root
      for style in JSONStyle.allCases {
        let again = try JSONDocument(root.text(style: style)).root
        #expect(again.text() == text)
      }
      Self.check(root, in: root)
    }
  }

  /// Every value is found again by its pointer.
  private static func check(_ value: JSONValue, in root: JSONValue) {
    #expect(root.value(at: value.pointer)?.byteOffset == value.byteOffset)
    for element in value.elements ?? [] { check(element, in: root) }
    for member in value.members ?? [] { check(member.value, in: root) }
  }

  @Test(arguments: UInt64(0)..<32)
  func `no bytes make the reader stop the program`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] =
      [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d83d", "a", "1", "-", ".", "e", " ", "\n",
        "\r",
        "true", "null", "\"a\":", "å",
      ].map { Array($0.utf8) } + [[0x00], [0x80], [0xFF], [0xE5], [0xEF, 0xBB, 0xBF]]
    for _ in 0..<150 {
      let count = Int.random(in: 0...20, using: &generator)
      let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
      let source = SourceText(bytes: bytes)
      if let root = try? JSONDocument(source).root {
        #expect((try? JSONDocument(root.text()).root.text()) == root.text())
      }
      for record in JSONRecords(source) {
        guard case .failure(let problem) = record else { continue }
        #expect(problem.position.line >= 1 && problem.position.column >= 1)
        #expect(source.excerpt(at: problem.position) != nil)
      }
      #expect(TSVTable(source).rows.allSatisfy { $0.fields.count == TSVTable(source).header.count })
    }
  }
}
