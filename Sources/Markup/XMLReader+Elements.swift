internal import Tabular

extension XMLReader {
  /// Reads on to the next element at a path, and reads it whole; `nil` when there is none left.
  ///
  /// So a filing of many holdings is read without ever being in memory as a whole.
  ///
  /// - Parameter path: The names from the outermost element to the one wanted.
  /// - Throws: `SourceProblem`, or what the source throws.
  public func nextElement(at path: [String]) throws -> XMLElement? {
    try nextElement(atAnyOf: [path])
  }

  /// Reads on to the next element at one of several paths; its name tells which it is.
  public func nextElement(atAnyOf paths: [[String]]) throws -> XMLElement? {
    while let event = try next() {
      guard case .start(let tag) = event else { continue }
      if paths.contains(where: { $0.count == path.count && $0 == path }) {
        return try readElement(tag)
      }
    }
    return nil
  }

  /// Reads an element whose first tag was just told.
  public func readElement(_ tag: XMLTag) throws -> XMLElement {
    var stack = [XMLElement(tag)]
    var (elements, bytes) = (1, Self.bytes(of: tag))
    while let event = try next() {
      switch event {
      case .start(let tag):
        elements += 1
        bytes += Self.bytes(of: tag)
        stack.append(XMLElement(tag))
      case .text(let text):
        bytes += text.utf8.count
        stack[stack.count - 1].text += text
      case .end:
        let element = stack.removeLast()
        if stack.isEmpty { return element }
        stack[stack.count - 1].children.append(element)
      }
      guard elements <= limits.treeElements, bytes <= limits.treeBytes else {
        let most = elements > limits.treeElements ? limits.treeElements : limits.treeBytes
        let what = elements > limits.treeElements ? "elements" : "bytes of text"
        throw refuse("“\(tag.name)” holds more than \(most) \(what)", at: tag)
      }
    }
    preconditionFailure("an element has ended before the text did")
  }

  /// Ends the reading with a problem.
  private func refuse(_ message: String, at tag: XMLTag) -> SourceProblem {
    let problem = SourceProblem(position: tag.position, message: message)
    events.removeAll()
    nextEvent = 0
    self.problem = problem
    return problem
  }

  private static func bytes(of tag: XMLTag) -> Int {
    tag.attributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
  }
}
