internal import CExpat
internal import Tabular

/// Reads XML piece by piece, in bounded memory.
///
/// A document type (`<!DOCTYPE`) and with it every declaration of an entity is refused, so that a
/// text can neither grow while it is read nor ask for another file. Names are told without
/// prefixes, namespaces are resolved. UTF-8, UTF-16, Latin-1 and Windows-1252 are read as the text
/// declares them. White space before the XML declaration, which filings cut out of larger ones
/// have, is skipped.
///
/// What is wrong is thrown as a `SourceProblem` with line and column, after the events before it.
///
/// ```swift
/// let reader = XMLReader(name: "filing.xml") { output in try read(into: &output) }
/// while let holding = try reader.nextElement(at: ["filing", "holdings", "holding"]) { … }
/// ```
public final class XMLReader {
  /// The name that positions print.
  public let name: String
  /// How much is taken at once.
  public let limits: XMLLimits
  /// The number of bytes that were taken from the source, for a progress bar.
  public internal(set) var bytesRead = 0
  /// The names of the elements that are open where `next()` came to, from the outermost.
  public internal(set) var path: [String] = []

  let source: (inout OutputRawSpan) throws -> Void
  let parser: OpaquePointer
  /// What was parsed and not yet asked for.
  var events: [XMLEvent] = []
  var nextEvent = 0
  /// What stopped the parser; told after the events before it.
  var problem: SourceProblem?
  var isAtEnd = false
  /// The names of the elements that are open where the parser is.
  var open: [String] = []
  /// The text since the last tag.
  var text: [UInt8] = []
  /// Whether the last tag began an element.
  var isAfterStart = false
  /// The number of bytes that the parser was given.
  var parsedBytes = 0
  /// White space before the text: how many lines, and how many columns of its first line.
  var skippedLines = 0
  var skippedColumns = 0
  /// The namespace that was met last; mostly there is but one.
  var lastNamespace: (bytes: [UInt8], text: String) = ([], "")

  /// The bytes that are read at once.
  static let chunk = 64 << 10

  /// A reader of what `source` gives.
  ///
  /// - Parameters:
  ///   - name: The name that positions print.
  ///   - source: Appends the next bytes to a span: as many as it likes, none at the end of the
  ///     input. What it throws is thrown by `next()`.
  public init(
    name: String = "", limits: XMLLimits = XMLLimits(),
    source: @escaping (inout OutputRawSpan) throws -> Void
  ) {
    self.name = name
    self.limits = limits
    self.source = source
    // No XML text has the character with which the parts of a name are told apart.
    guard let parser = XML_ParserCreateNS(nil, 1) else {
      preconditionFailure("there is no memory for a parser")
    }
    self.parser = parser
    setHandlers()
  }

  deinit { XML_ParserFree(parser) }

  /// What stands next; `nil` at the end of the text.
  ///
  /// - Throws: `SourceProblem`, or what the source throws; again at each further call.
  public func next() throws -> XMLEvent? {
    while nextEvent == events.count {
      if let problem { throw problem }
      if isAtEnd { return nil }
      events.removeAll(keepingCapacity: true)
      nextEvent = 0
      try readMore()
    }
    defer { nextEvent += 1 }
    let event = events[nextEvent]
    switch event {
    case .start(let tag): path.append(tag.name)
    case .end: path.removeLast()
    case .text: break
    }
    return event
  }
}
