import Tabular
import Testing

@Suite struct JSONWriterTests {
  private static func write(_ style: JSONStyle) -> String {
    var writer = JSONWriter(style: style)
    writer.beginObject()
    writer.name("amount")
    writer.number("23250000000.00")
    writer.name("names")
    writer.beginArray()
    writer.string("a\"b")
    writer.null()
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.endArray()
    writer.name("n")
    writer.integer(-5)
    writer.endObject()
    writer.newline()
    return writer.text
  }

  @Test func `the three styles hold the same`() {
    #expect(
      Self.write(.compact) == #"{"amount":23250000000.00,"names":["a\"b",null,{},[]],"n":-5}"#
        + "\n")
    #expect(
      Self.write(.line) == #"{"amount": 23250000000.00, "names": ["a\"b", null, {}, []], "n": -5}"#
        + "\n")
    #expect(
      Self.write(.pretty) == #"""
        {
          "amount": 23250000000.00,
          "names": [
            "a\"b",
            null,
            {},
            []
          ],
          "n": -5
        }

        """#)
  }

  @Test func `whole values follow each other in lines`() {
    var writer = JSONWriter()
    for flag in [true, false] {
      writer.boolean(flag)
      writer.newline()
    }
    #expect(writer.text == "true\nfalse\n")
    #expect(writer.utf8 == Array("true\nfalse\n".utf8))
  }

  @Test(arguments: [
    ("1", true), ("-1.50", true), ("1e9", true), ("0", true), ("", false), ("-", false),
    ("01", false), ("+1", false), ("NaN", false), ("1 ", false), (" 1", false), ("1,5", false),
    ("\"1\"", false), ("\u{FEFF}1", false), ("1.", false),
  ])
  func `only JSON numbers are numbers`(text: String, isNumber: Bool) {
    #expect(JSONWriter.isNumber(text) == isNumber)
  }

  @Test func `calls that make no JSON stop the program`() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.string("a value without a name")
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.number("1,5")
    }
  }
}
