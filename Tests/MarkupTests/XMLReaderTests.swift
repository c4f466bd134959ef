import Markup
import Tabular
import TestSupport
import Testing

@Suite struct XMLReaderTests {
  private static let rows: [(text: String, events: String)] = [
    ("<a/>", "<a> </a>"),
    ("<a>x</a>", "<a> “x” </a>"),
    ("<a x='1' y=\"2\">&lt;&#229;&amp;</a>", "<a x=1 y=2> “<å&” </a>"),
    ("<a>\n  <b>1</b>\n  <b> </b>\n</a>", "<a> <b> “1” </b> <b> “ ” </b> </a>"),
    ("<a>one <b>two</b> three</a>", "<a> “one ” <b> “two” </b> “ three” </a>"),
    ("<a><!-- no --><?pi no?><![CDATA[<&>]]></a>", "<a> “<&>” </a>"),
    ("<p:a xmlns:p='urn:x' p:b='1'><c/></p:a>", "<{urn:x}a {urn:x}b=1> <c> </c> </{urn:x}a>"),
    ("<a xmlns='urn:x'><b/></a>", "<{urn:x}a> <{urn:x}b> </{urn:x}b> </{urn:x}a>"),
    ("\n \n<?xml version='1.0'?><a/>", "<a> </a>"),
    ("\u{FEFF}<a/>", "<a> </a>"),
    ("<a>one\r\ntwo\rthree</a>", "<a> “one\ntwo\nthree” </a>"),
  ]

  @Test(arguments: rows) func `a text is told as events`(text: String, events: String) throws {
    for chunk in [1, 2, 7, Int.max] {
      #expect(try Self.events(Array(text.utf8), chunk: chunk) == events, "in pieces of \(chunk)")
    }
  }

  @Test func `encodings are read as the text declares them`() throws {
    let ends = Array("'?><a>".utf8)
    let close = Array("</a>".utf8)
    func text(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
      Array("<?xml version='1.0' encoding='\(name)".utf8) + ends + bytes + close
    }
    #expect(try Self.events(text("UTF-8", Array("“å”".utf8))) == "<a> ““å”” </a>")
    #expect(try Self.events(text("ISO-8859-1", [0xE5])) == "<a> “å” </a>")
    #expect(try Self.events(text("windows-1252", [0x80, 0xE5])) == "<a> “€å” </a>")
    let wide: [UInt8] =
      [0xFF, 0xFE] + "<a>å</a>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try Self.events(wide) == "<a> “å” </a>")
  }

  @Test func `a tag knows its line and its column in characters`() throws {
    let text = "\n\n<?xml version='1.0'?>\n<a>\n  åå<b/>\n</a>"
    let reader = XMLReader(name: "f.xml", source: ByteSource.of(text))
    var places: [String] = []
    while let event = try reader.next() {
      if case .start(let tag) = event { places.append("\(tag.name) \(tag.position)") }
    }
    #expect(places == ["a f.xml:4:1", "b f.xml:5:5"])
  }

  @Test func `elements at a path are handed out one by one`() throws {
    let text = """
      <r><x><i n="0"/></x><l><i n="1"><v>a<w/>b</v></i><j/><i n="2"/></l><i n="3"/></r>
      """
    let reader = XMLReader(source: ByteSource.of(text, chunk: 3))
    let first = try #require(try reader.nextElement(at: ["r", "l", "i"]))
    #expect(first.attribute("n") == "1")
    #expect(first["v"]?.text == "ab")
    #expect(first["v"]?.children.map(\.name) == ["w"])
    #expect(try reader.nextElement(at: ["r", "l", "i"])?.attribute("n") == "2")
    #expect(try reader.nextElement(at: ["r", "l", "i"]) == nil)
  }

  /// What a reader tells, on one line.
  static func events(_ bytes: [UInt8], chunk: Int = .max) throws -> String {
    let reader = XMLReader(source: ByteSource.of(bytes, chunk: chunk))
    var words: [String] = []
    var open: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let tag):
        let name = tag.namespace.isEmpty ? tag.name : "{\(tag.namespace)}\(tag.name)"
        let attributes = tag.attributes.map { attribute in
          let space = attribute.namespace.isEmpty ? "" : "{\(attribute.namespace)}"
          return " \(space)\(attribute.name)=\(attribute.value)"
        }
        words.append("<\(name)\(attributes.joined())>")
        open.append(name)
      case .text(let text): words.append("“\(text)”")
      case .end: words.append("</\(open.removeLast())>")
      }
    }
    return words.joined(separator: " ")
  }
}
