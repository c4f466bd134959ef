extension JSONWriter {
  /// Writes a value that was read, numbers digit by digit and members in their order.
  public mutating func value(_ value: JSONValue) {
    switch value.content {
    case .object(let members):
      beginObject()
      for member in members {
        name(member.name)
        self.value(member.value)
      }
      endObject()
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .string(let text): string(text)
    case .number(let text): number(text)
    case .boolean(let flag): boolean(flag)
    case .null: null()
    }
  }
}

extension JSONValue {
  /// The value as JSON again, laid out as asked.
  public func text(style: JSONStyle = .compact) -> String {
    var writer = JSONWriter(style: style)
    writer.value(self)
    return writer.text
  }
}
