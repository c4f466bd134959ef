public import Tabular

/// A value of a YAML document (YAML 1.1, as libyaml reads it), and where it stands.
public struct YAMLNode: Sendable {
  /// What a value holds.
  public enum Content: Sendable {
    /// A text, a number, a truth value: its letters, and whether they stand without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Names with values, in the order of the file; no name stands twice.
    case mapping([YAMLMember])
  }

  /// What it holds.
  public let content: Content
  /// Where it begins.
  public let position: SourcePosition

  /// Whether nothing is said: no value, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text.lowercased() == "null"
  }

  /// The letters of a scalar; nil for lists and mappings, and where nothing is said.
  public var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// `true` or `false` without quotes; nil for anything else. The other words of YAML 1.1, such as
  /// `no`, are texts: Norway is one of them.
  public var boolean: Bool? {
    guard case .scalar(let text, isPlain: true) = content else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }

  /// What the kind of value is called.
  public var kind: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// A problem with this value, at its place.
  public func problem(_ message: String, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: position, message: message, hint: hint)
  }
}

/// A name of a mapping with its value.
public struct YAMLMember: Sendable {
  /// The name.
  public let name: String
  /// Where the name stands.
  public let position: SourcePosition
  /// What stands behind it.
  public let value: YAMLNode
}
