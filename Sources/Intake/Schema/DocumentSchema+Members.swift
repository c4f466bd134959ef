extension DocumentSchema {
  /// What a member may be. `null` says nothing, where something need not be said.
  static func schema(of form: MemberForm, isNeeded: Bool) -> DocumentValue {
    let value = schema(of: form)
    return isNeeded ? value : any([value, kind("null")])
  }

  static func kind(_ names: String...) -> DocumentValue {
    var object = DocumentObject()
    object.add("type", names.count == 1 ? .text(names[0]) : .list(names.map { .text($0) }))
    return .object(object)
  }

  private static func any(_ choices: [DocumentValue]) -> DocumentValue {
    var object = DocumentObject()
    object.add("anyOf", list: choices)
    return .object(object)
  }

  private static func list(of element: DocumentValue) -> DocumentValue {
    var object = DocumentObject()
    object.add("type", text: "array")
    object.add("items", element)
    return .object(object)
  }

  private static func reference(to name: String) -> DocumentValue {
    var object = DocumentObject()
    object.add("$ref", text: "#/$defs/\(name)")
    return .object(object)
  }

  private static func matching(_ pattern: String) -> DocumentValue {
    var object = DocumentObject()
    object.add("type", text: "string")
    object.add("pattern", text: pattern)
    return .object(object)
  }

  private static func schema(of form: MemberForm) -> DocumentValue {
    let party = any([kind("string"), reference(to: "party_key")])
    switch form {
    case .text: return kind("string")
    case .number: return kind("number")
    case .truth: return kind("boolean")
    case .days: return matching("^[0-9]{4}(-[^/]+)?(/[0-9]{4}(-[^/]+)?)?$")
    case .key: return matching("[A-Za-z0-9./]")
    case .scalar: return kind("string", "number", "boolean")
    case .wholeNumber:
      var object = DocumentObject()
      object.add("type", text: "integer")
      object.add("minimum", .number("1"))
      return .object(object)
    case .code(let list): return reference(to: "code_\(list)")
    case .codes(let first, let second):
      return any([reference(to: "code_\(first)"), reference(to: "code_\(second)")])
    case .party: return party
    case .parties: return list(of: party)
    case .source: return kind("string", "integer")
    case .sources:
      return list(of: any([kind("string"), reference(to: "citation")]))
    case .list(let shape): return list(of: reference(to: shape))
    case .textsOr(let shape):
      let choices = [kind("string"), reference(to: shape)]
      return list(
        of: any(shape == "party_relation" ? choices + [reference(to: "party_key")] : choices))
    case .textOr(let shape): return any([kind("string"), reference(to: shape)])
    case .yesOrNo: return any([kind("boolean"), matching("^(yes|no)$")])
    }
  }
}
