internal import CYAML
public import Tabular

/// Reads the one document of a YAML file.
///
/// Anchors, aliases and tags are refused: a file of settings needs none, and with them a short file
/// can become a long one. What is nested deeper than 40 levels or longer than 1 MiB is refused too.
public enum YAMLDocument {
  /// The most bytes of a file.
  public static let mostBytes = 1 << 20
  static let mostDepth = 40

  /// The value of a document; nil for an empty one.
  ///
  /// - Throws: `SourceProblem` with line and column.
  public static func read(_ source: SourceText) throws(SourceProblem) -> YAMLNode? {
    guard source.bytes.count <= mostBytes else {
      throw SourceProblem(
        position: SourcePosition(file: source.name, line: 1, column: 1),
        message: "the file has more than \(mostBytes) bytes")
    }
    var events = YAMLEvents(source)
    return try events.document()
  }
}

/// The events of libyaml, one at a time.
private struct YAMLEvents: ~Copyable {
  private let file: String
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var hasEvent = false

  init(_ source: SourceText) {
    file = source.name
    input = .allocate(capacity: source.bytes.count)
    _ = input.initialize(from: source.bytes)
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    let isReady = yaml_parser_initialize(parser) == 1
    precondition(isReady, "there is no memory for a parser of YAML")
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    if hasEvent { yaml_event_delete(event) }
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
    input.deallocate()
  }

  mutating func document() throws(SourceProblem) -> YAMLNode? {
    try next()
    try next()
    guard event.pointee.type == YAML_DOCUMENT_START_EVENT else { return nil }
    try next()
    let node = try node(depth: 0)
    try next()
    try next()
    guard event.pointee.type == YAML_STREAM_END_EVENT else {
      throw problem("a second document begins", hint: "one file holds one document")
    }
    return node
  }

  private mutating func next() throws(SourceProblem) {
    if hasEvent { yaml_event_delete(event) }
    hasEvent = false
    guard yaml_parser_parse(parser, event) == 1 else {
      let mark = parser.pointee.problem_mark
      let reason = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
      let context = parser.pointee.context.map { " " + String(cString: $0) } ?? ""
      throw SourceProblem(
        position: SourcePosition(
          file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1),
        message: "this is no YAML: \(reason)\(context)")
    }
    hasEvent = true
  }

  private var position: SourcePosition {
    let mark = event.pointee.start_mark
    return SourcePosition(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func problem(_ message: String, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: position, message: message, hint: hint)
  }

  /// The value that begins with the current event; its last event is the current one then.
  private mutating func node(depth: Int) throws(SourceProblem) -> YAMLNode {
    guard depth <= YAMLDocument.mostDepth else {
      throw problem("it is nested deeper than \(YAMLDocument.mostDepth) levels")
    }
    let position = position
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: return YAMLNode(content: try scalar(), position: position)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.pointee.data.sequence_start
      try refuse(anchor: start.anchor, tag: start.tag)
      var elements: [YAMLNode] = []
      try next()
      while event.pointee.type != YAML_SEQUENCE_END_EVENT {
        elements.append(try node(depth: depth + 1))
        try next()
      }
      return YAMLNode(content: .sequence(elements), position: position)
    case YAML_MAPPING_START_EVENT:
      let start = event.pointee.data.mapping_start
      try refuse(anchor: start.anchor, tag: start.tag)
      return YAMLNode(content: .mapping(try members(depth: depth)), position: position)
    default:
      throw problem("anchors and aliases are not read", hint: "write the value out")
    }
  }

  private mutating func members(depth: Int) throws(SourceProblem) -> [YAMLMember] {
    var members: [YAMLMember] = []
    var known: Set<String> = []
    try next()
    while event.pointee.type != YAML_MAPPING_END_EVENT {
      let place = position
      guard event.pointee.type == YAML_SCALAR_EVENT, case .scalar(let name, _) = try scalar()
      else { throw problem("a name must be a text") }
      guard known.insert(name).inserted else { throw problem("“\(name)” stands twice") }
      try next()
      members.append(YAMLMember(name: name, position: place, value: try node(depth: depth + 1)))
      try next()
    }
    return members
  }

  private func scalar() throws(SourceProblem) -> YAMLNode.Content {
    let scalar = event.pointee.data.scalar
    try refuse(anchor: scalar.anchor, tag: scalar.tag)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    return .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain)
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) throws(SourceProblem) {
    if anchor != nil {
      throw problem("anchors and aliases are not read", hint: "write the value out")
    }
    if tag != nil { throw problem("tags are not read", hint: "write the value alone") }
  }
}
