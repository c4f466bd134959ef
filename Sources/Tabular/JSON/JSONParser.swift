/// Reads one JSON document (RFC 8259) out of a range of a text.
///
/// Stricter than the standard where a ledger needs it: no member twice in one object, no NUL, no
/// lone surrogate, nothing but UTF-8, no nesting deeper than `maximumDepth`.
struct JSONParser {
  /// The deepest nesting of objects and arrays that is read.
  static let maximumDepth = 128

  let source: SourceText
  let bytes: [UInt8]
  let end: Int
  var offset: Int
  var nodes: [JSONNode] = []

  init(_ source: SourceText, range: Range<Int>) {
    self.source = source
    bytes = source.bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The document, when nothing but white space surrounds it.
  mutating func parse() throws(SourceProblem) -> JSONValue {
    guard end - offset <= Int(Int32.max) else {
      throw problem("a document of more than 2 GiB is refused", hint: "write one object a line")
    }
    try parseValue(parent: -1, ordinal: 0, depth: 0)
    skipSpace()
    guard offset == end else {
      let isStart = bytes[offset] == ASCII.openBrace || bytes[offset] == ASCII.openBracket
      throw problem(
        "expected \(endName) after the value, found \(found())",
        hint: isStart ? "several objects go one a line, or into one array" : nil)
    }
    return JSONValue(tape: JSONTape(source: source, nodes: nodes), index: 0)
  }

  mutating func parseValue(
    parent: Int32, ordinal: Int32, depth: Int
  ) throws(SourceProblem) {
    skipSpace()
    guard offset < end else { throw problem("expected a value, found \(found())") }
    switch bytes[offset] {
    case ASCII.openBrace: try parseObject(parent: parent, ordinal: ordinal, depth: depth)
    case ASCII.openBracket: try parseArray(parent: parent, ordinal: ordinal, depth: depth)
    case ASCII.quote: try parseString(parent: parent, ordinal: ordinal)
    case ASCII.minus, ASCII.zero...ASCII.nine: try parseNumber(parent: parent, ordinal: ordinal)
    case UInt8(ascii: "t"): try parseWord("true", .boolean, parent, ordinal)
    case UInt8(ascii: "f"): try parseWord("false", .boolean, parent, ordinal)
    case UInt8(ascii: "n"): try parseWord("null", .null, parent, ordinal)
    default: throw problem("expected a value, found \(found())", hint: valueHint())
    }
  }

  private mutating func parseObject(
    parent: Int32, ordinal: Int32, depth: Int
  ) throws(SourceProblem) {
    let index = try open(.object, parent: parent, ordinal: ordinal, depth: depth)
    var count: Int32 = 0
    var names = JSONNames()
    skipSpace()
    if offset < end, bytes[offset] == ASCII.closeBrace { return close(index) }
    while true {
      skipSpace()
      guard offset < end, bytes[offset] == ASCII.quote else {
        throw problem("expected a member name in double quotes, found \(found())")
      }
      let name = nodes.count
      try parseString(parent: Int32(index), ordinal: count)
      guard names.insert(nodes[name], of: bytes) else {
        let text = JSONTape(source: source, nodes: nodes).text(of: name)
        throw problem("the member “\(text)” stands twice in one object", at: nodes[name].start)
      }
      skipSpace()
      guard offset < end, bytes[offset] == ASCII.colon else {
        throw problem("expected ‘:’ after the member name, found \(found())")
      }
      offset += 1
      try parseValue(parent: Int32(index), ordinal: count, depth: depth + 1)
      count += 1
      if try isClosed(by: ASCII.closeBrace, after: "a member") { return close(index) }
    }
  }

  private mutating func parseArray(
    parent: Int32, ordinal: Int32, depth: Int
  ) throws(SourceProblem) {
    let index = try open(.array, parent: parent, ordinal: ordinal, depth: depth)
    var count: Int32 = 0
    skipSpace()
    if offset < end, bytes[offset] == ASCII.closeBracket { return close(index) }
    while true {
      try parseValue(parent: Int32(index), ordinal: count, depth: depth + 1)
      count += 1
      if try isClosed(by: ASCII.closeBracket, after: "an element") { return close(index) }
    }
  }

  /// Begins a container and steps over its bracket.
  private mutating func open(
    _ kind: JSONKind, parent: Int32, ordinal: Int32, depth: Int
  ) throws(SourceProblem) -> Int {
    guard depth < Self.maximumDepth else {
      throw problem("nested deeper than \(Self.maximumDepth) objects and arrays")
    }
    nodes.append(
      JSONNode(
        kind: kind, start: offset, end: offset, parent: parent, ordinal: ordinal, next: 0))
    offset += 1
    return nodes.count - 1
  }

  /// Ends a container and steps over its bracket.
  private mutating func close(_ index: Int) {
    offset += 1
    nodes[index].end = offset
    nodes[index].next = Int32(nodes.count)
  }

  /// Whether a container ends here; steps over a comma when it goes on.
  private mutating func isClosed(
    by bracket: UInt8, after part: String
  ) throws(SourceProblem) -> Bool {
    skipSpace()
    guard offset < end, bytes[offset] == ASCII.comma || bytes[offset] == bracket else {
      let closing = Character(Unicode.Scalar(bracket))
      throw problem("expected ‘,’ or ‘\(closing)’ after \(part), found \(found())")
    }
    if bytes[offset] == bracket { return true }
    let comma = offset
    offset += 1
    skipSpace()
    if offset < end, bytes[offset] == bracket {
      throw problem("a comma may not stand before \(found())", at: comma)
    }
    return false
  }

  mutating func skipSpace() {
    while offset < end {
      switch bytes[offset] {
      case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: offset += 1
      default: return
      }
    }
  }

  /// Adds a value without parts that ends at `offset`.
  mutating func append(
    _ kind: JSONKind, from start: Int, parent: Int32, ordinal: Int32, hasEscapes: Bool = false
  ) {
    nodes.append(
      JSONNode(
        kind: kind, hasEscapes: hasEscapes, start: start, end: offset, parent: parent,
        ordinal: ordinal, next: Int32(nodes.count + 1)))
  }
}
