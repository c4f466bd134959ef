/// A member of a JSON object: a name and its value.
public struct JSONMember: Sendable {
  /// The name, escapes resolved.
  public let name: String
  /// The value. Its `pointer` ends with the name.
  public let value: JSONValue

  /// Where the name stands, for errors about the name itself.
  public var position: SourcePosition {
    value.tape.source.position(at: value.tape.nodes[value.index - 1].start)
  }

  /// A problem with the name, at its place: a member that is not known, say.
  public func problem(_ message: String, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: position, message: message, hint: hint)
  }
}
