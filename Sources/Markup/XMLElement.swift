public import Tabular

/// An element with all that it holds.
public struct XMLElement: Hashable, Sendable {
  /// The tag that begins it: name, attributes, place.
  public let tag: XMLTag
  /// The elements that it directly holds, in the order of the text.
  public internal(set) var children: [XMLElement] = []
  /// Its own text, without that of its children.
  public internal(set) var text = ""

  init(_ tag: XMLTag) {
    self.tag = tag
  }

  /// The name without a prefix.
  public var name: String { tag.name }

  /// Where the element begins.
  public var position: SourcePosition { tag.position }

  /// The first child of a name; `nil` when there is none.
  public subscript(name: String) -> XMLElement? {
    children.first { $0.name == name }
  }

  /// The value of an attribute; `nil` when there is none of this name.
  public func attribute(_ name: String) -> String? { tag[name] }

  /// A problem with this element, at its place.
  public func problem(_ message: String, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: position, message: message, hint: hint)
  }
}
