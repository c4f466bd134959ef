import Markup
import Tabular
import TestSupport
import Testing

/// What is refused, and with which words.
@Suite struct XMLRefusalTests {
  private static let rows: [(text: String, problem: String)] = [
    ("", "f:1:1: there is no element (is this XML?)"),
    ("<a>\n<b></a>", "f:2:6: expected the end of “b”, found that of another element"),
    ("<a>\n<b>", "f:2:4: the text ends before “b” does (the file is incomplete)"),
    ("<a><b x='1", "f:1:4: the text ends within a tag (the file is incomplete)"),
    (
      "<a>& b</a>",
      "f:1:5: a character that may not stand here (& is written &amp; and < is written &lt;)"
    ),
    (
      "<a>&nbsp;</a>",
      "f:1:4: an entity that XML does not define (write the character itself, or &#number;)"
    ),
    ("<a/><b/>", "f:1:5: something stands after the end of the outermost element"),
    (
      "<!DOCTYPE a><a/>",
      "f:1:12: a document type is refused, since it can declare entities "
        + "(remove the part from <!DOCTYPE to its >)"
    ),
    (
      "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
      "f:1:13: a document type is refused, since it can declare entities "
        + "(remove the part from <!DOCTYPE to its >)"
    ),
    (
      "<?xml version='1.0' encoding='ebcdic'?><a/>",
      "f:1:31: the text declares an encoding that is not read here (save the file as UTF-8)"
    ),
    ("<a x='1' x='2'/>", "f:1:10: this is not well-formed XML: duplicate attribute"),
    ("<p:a/>", "f:1:1: this is not well-formed XML: unbound prefix"),
    (
      "\n\n <a>\u{1}</a>",
      "f:3:5: a character that may not stand here (& is written &amp; and < is written &lt;)"
    ),
  ]

  @Test(arguments: rows) func `what is no XML is refused with its place`(
    text: String, problem: String
  ) {
    for chunk in [1, Int.max] {
      #expect(Self.problem(text, XMLLimits(), chunk: chunk) == problem, "in pieces of \(chunk)")
    }
  }

  private static let limitRows:
    [(text: String, change: @Sendable (inout XMLLimits) -> Void, problem: String)] = [
      ("<a><a><a/></a></a>", { $0.depth = 2 }, "f:1:7: “a” is nested deeper than 2 elements"),
      ("<a x='' y=''/>", { $0.attributes = 1 }, "f:1:1: “a” has more than 1 attributes"),
      ("<a>12345</a>", { $0.textBytes = 4 }, "f:1:4: a text is longer than 4 bytes"),
      (
        "<a></a>      ", { $0.totalBytes = 12 },
        "f:1:1: the text is longer than 12 bytes (split it into several files)"
      ),
      ("<r><i><b/></i></r>", { $0.treeElements = 1 }, "f:1:4: “i” holds more than 1 elements"),
      ("<r><i>123</i></r>", { $0.treeBytes = 2 }, "f:1:4: “i” holds more than 2 bytes of text"),
    ]

  @Test(arguments: limitRows.indices) func `what exceeds a limit is refused`(index: Int) {
    let row = Self.limitRows[index]
    var limits = XMLLimits()
    row.change(&limits)
    #expect(Self.problem(row.text, limits) == row.problem)
  }

  @Test func `a comment without an end is not kept`() {
    var given = 0
    let reader = XMLReader(name: "f") { output in
      if given == 0 { for byte in "<a><!--".utf8 { output.append(byte, as: UInt8.self) } }
      while output.freeCapacity > 0 { output.append(0x20, as: UInt8.self) }
      given += output.byteCount
    }
    let problem = #expect(throws: SourceProblem.self) { while try reader.next() != nil {} }
    #expect(problem?.message == "a tag or comment is longer than 1048576 bytes")
    #expect(given < 3 << 20)
  }

  @Test func `what the source throws is thrown`() {
    struct Broken: Error {}
    let reader = XMLReader { _ in throw Broken() }
    #expect(throws: Broken.self) { try reader.next() }
  }

  private static func problem(
    _ text: String, _ limits: XMLLimits, chunk: Int = .max
  ) -> String {
    let reader = XMLReader(name: "f", limits: limits, source: ByteSource.of(text, chunk: chunk))
    do {
      while try reader.nextElement(at: ["r", "i"]) != nil {}
      return "none"
    } catch {
      return "\(error)"
    }
  }
}
