extension JSONValue {
  /// The JSON pointer (RFC 6901) of the value in its document: `/tranches/0/amount`; empty for the
  /// root.
  public var pointer: String {
    var steps: [String] = []
    var child = index
    while tape.nodes[child].parent >= 0 {
      let parent = Int(tape.nodes[child].parent)
      if tape.nodes[parent].kind == .object {
        steps.append(Self.escaped(tape.text(of: child - 1)))
      } else {
        steps.append(String(tape.nodes[child].ordinal))
      }
      child = parent
    }
    return steps.reversed().map { "/" + $0 }.joined()
  }

  /// The value at a JSON pointer below this value; `nil` when there is none.
  public func value(at pointer: String) -> JSONValue? {
    if pointer.isEmpty { return self }
    guard pointer.first == "/" else { return nil }
    var value = self
    for step in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      let name = Self.unescaped(step)
      switch value.kind {
      case .object:
        guard let member = value[name] else { return nil }
        value = member
      case .array:
        guard let at = Int(name), String(at) == name, let elements = value.elements,
          elements.indices.contains(at)
        else { return nil }
        value = elements[at]
      case .string, .number, .boolean, .null: return nil
      }
    }
    return value
  }

  /// A member name as a step of a pointer: `~` becomes `~0`, `/` becomes `~1`.
  private static func escaped(_ name: String) -> String {
    guard name.contains(where: { $0 == "~" || $0 == "/" }) else { return name }
    return name.reduce(into: "") { step, letter in
      step += letter == "~" ? "~0" : letter == "/" ? "~1" : String(letter)
    }
  }

  /// A step of a pointer as a member name.
  private static func unescaped(_ step: Substring) -> String {
    var name = ""
    var isAfterTilde = false
    for letter in step {
      if isAfterTilde {
        name += letter == "0" ? "~" : letter == "1" ? "/" : "~\(letter)"
        isAfterTilde = false
      } else if letter == "~" {
        isAfterTilde = true
      } else {
        name.append(letter)
      }
    }
    return isAfterTilde ? name + "~" : name
  }
}
