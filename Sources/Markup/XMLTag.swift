public import Tabular

/// An attribute of an element.
public struct XMLAttribute: Hashable, Sendable {
  /// The name without a prefix.
  public let name: String
  /// The address of the name's namespace; empty where the name has no prefix.
  public let namespace: String
  /// The value with its references resolved.
  public let value: String
}

/// The tag that begins an element.
public struct XMLTag: Hashable, Sendable {
  /// The name without a prefix.
  public let name: String
  /// The address of the name's namespace; empty where it has none.
  public let namespace: String
  /// The attributes in the order of the text, without declarations of namespaces.
  public let attributes: [XMLAttribute]
  /// Where the tag begins.
  public let position: SourcePosition

  /// The value of the first attribute with a name; `nil` when there is none.
  public subscript(name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

/// What stands next in an XML text.
public enum XMLEvent: Hashable, Sendable {
  /// An element begins.
  case start(XMLTag)
  /// Text of the innermost element. White space between two tags is left out, except where it is
  /// all that an element holds.
  case text(String)
  /// The element of this name ends.
  case end(String)
}
