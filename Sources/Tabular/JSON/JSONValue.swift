/// A value of a JSON document that knows where it stands.
///
/// It is a small handle on the parsed document: copying it is cheap, and texts are made when asked
/// for. Numbers stay the text they were written as, so that no digit is lost before a decimal type
/// reads them.
public struct JSONValue: Sendable {
  let tape: JSONTape
  let index: Int

  var node: JSONNode { tape.nodes[index] }

  /// What the value is.
  public var kind: JSONKind { node.kind }

  /// The offset of the value's first byte in its file.
  public var byteOffset: Int { node.start }

  /// The line and column of the value's first character in its file.
  public var position: SourcePosition { tape.source.position(at: node.start) }

  /// The value's text exactly as it stands in the file, spaces within it included.
  public var sourceText: String {
    String(decoding: tape.source.bytes[node.start..<node.end], as: UTF8.self)
  }

  /// What the value holds, one level deep.
  public var content: JSONContent {
    switch kind {
    case .object: .object(members ?? [])
    case .array: .array(elements ?? [])
    case .string: .string(string ?? "")
    case .number: .number(sourceText)
    case .boolean: .boolean(boolean ?? false)
    case .null: .null
    }
  }

  /// The text of a string, escapes resolved; `nil` for every other kind.
  public var string: String? {
    kind == .string ? tape.text(of: index) : nil
  }

  /// The text of a number exactly as written; `nil` for every other kind.
  public var number: String? {
    kind == .number ? sourceText : nil
  }

  /// `true` or `false`; `nil` for every other kind.
  public var boolean: Bool? {
    kind == .boolean ? node.end - node.start == 4 : nil
  }

  /// Whether the value is `null`.
  public var isNull: Bool { kind == .null }

  /// The elements of an array in order; `nil` for every other kind.
  public var elements: [JSONValue]? {
    guard kind == .array else { return nil }
    return tape.children(of: index).map { JSONValue(tape: tape, index: $0) }
  }

  /// The members of an object in the order of the file; `nil` for every other kind.
  public var members: [JSONMember]? {
    guard kind == .object else { return nil }
    let children = tape.children(of: index)
    return stride(from: 0, to: children.count, by: 2).map { at in
      JSONMember(
        name: tape.text(of: children[at]),
        value: JSONValue(tape: tape, index: children[at + 1]))
    }
  }

  /// The number of elements of an array or members of an object; 0 for every other kind.
  public var count: Int {
    switch kind {
    case .array: tape.children(of: index).count
    case .object: tape.children(of: index).count / 2
    case .string, .number, .boolean, .null: 0
    }
  }

  /// The value of a member; `nil` when there is none of this name or the value is no object.
  ///
  /// Names are compared scalar for scalar. A member that is `null` is found: ask `isNull`.
  public subscript(name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var child = index + 1
    while child < Int(node.next) {
      if tape.isString(child, equalTo: name) { return JSONValue(tape: tape, index: child + 1) }
      child = Int(tape.nodes[child + 1].next)
    }
    return nil
  }

  /// A problem with this value, at its place.
  public func problem(_ message: String, hint: String? = nil) -> SourceProblem {
    SourceProblem(position: position, message: message, hint: hint)
  }
}
