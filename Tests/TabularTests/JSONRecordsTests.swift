import Tabular
import Testing

@Suite struct JSONRecordsTests {
  private static let files: [(String, JSONForm, [String])] = [
    ("", .empty, []), (" \n\n\t", .empty, []), ("\u{FEFF}", .empty, []),
    ("{\"a\":1}", .object, ["{\"a\":1}"]), ("{\n \"a\": 1\n}\n", .object, ["{\"a\":1}"]),
    ("{\"a\":1}\n\n", .object, ["{\"a\":1}"]),
    ("[{\"a\":1},\n{\"a\":2}]", .array, ["{\"a\":1}", "{\"a\":2}"]), ("[]", .array, []),
    ("{\"a\":1}\n{\"a\":2}\n", .lines, ["{\"a\":1}", "{\"a\":2}"]),
    ("\u{FEFF}{\"a\":1}\r\n\r\n  \r\n{\"a\":2}\r\n", .lines, ["{\"a\":1}", "{\"a\":2}"]),
    (
      "{\"a\":1}\n{\"a\":}\n{\"a\":3}", .lines,
      ["{\"a\":1}", "f:2:6: expected a value, found ‘}’", "{\"a\":3}"]
    ),
    (
      "{\"a\":}\n{\"a\":2}", .lines, ["f:1:6: expected a value, found ‘}’", "{\"a\":2}"]
    ),
    (
      "{\"a\":1}\nx", .lines, ["{\"a\":1}", "f:2:1: expected a value, found ‘x’"]
    ),
    (
      "{\"a\":1}\n\n[2]\n", .lines, ["{\"a\":1}", "f:3:1: expected an object, found an array"]
    ),
    (
      "{\"a\":1}\n{\"a\":2", .lines,
      ["{\"a\":1}", "f:2:7: expected ‘,’ or ‘}’ after a member, found the end of the file"]
    ),
    (
      "{\"a\":1\n{\"a\":2}\n", .lines,
      ["f:1:7: expected ‘,’ or ‘}’ after a member, found the end of the line", "{\"a\":2}"]
    ),
    (
      "[{\"a\":1}, 2]", .array, ["{\"a\":1}", "f:1:11: expected an object, found a number"]
    ),
    ("3", .object, ["f:1:1: expected an object, found a number"]),
    ("{\n\"a\": [\n{\"b\":1}\n]}", .object, ["{\"a\":[{\"b\":1}]}"]),
    (
      "{\n\"a\": [\n{\"b\":1}\n]", .object,
      ["f:4:2: expected ‘,’ or ‘}’ after a member, found the end of the file"]
    ),
    (
      "[{\"a\":1}", .array,
      ["f:1:9: expected ‘,’ or ‘]’ after an element, found the end of the file"]
    ),
  ]

  @Test(arguments: files)
  func `the form of a file is told by its content`(
    text: String, form: JSONForm, expected: [String]
  ) {
    let records = JSONRecords(SourceText(text, name: "f"))
    #expect(records.form == form)
    let found = records.map { record in
      switch record {
      case .success(let value): value.text()
      case .failure(let problem): problem.description
      }
    }
    #expect(found == expected)
  }

  @Test func `lines keep the line numbers of their file`() throws {
    let lines = JSONLines(SourceText("\n1\n\n  2\r\n3", name: "f"))
    #expect(try lines.map { try $0.get().position.description } == ["f:2:1", "f:4:3", "f:5:1"])
    #expect(try lines.map { try $0.get().pointer } == ["", "", ""])
  }
}
