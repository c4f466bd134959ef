import Tabular

/// A value of a document that is being written.
indirect enum DocumentValue: Equatable {
  case text(String)
  /// A number, as it is to be written.
  case number(String)
  case truth(Bool)
  case list([DocumentValue])
  case object(DocumentObject)

  /// Writes the value as JSON.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.string(text)
    case .number(let number): writer.number(number)
    case .truth(let flag): writer.boolean(flag)
    case .list(let elements):
      writer.beginArray()
      for element in elements { element.write(to: &writer) }
      writer.endArray()
    case .object(let object): object.write(to: &writer)
    }
  }
}

/// The members of a document, or of an object in one, in their order.
struct DocumentObject: Equatable {
  private(set) var members: [(name: String, value: DocumentValue)] = []

  var isEmpty: Bool { members.isEmpty }

  static func == (left: DocumentObject, right: DocumentObject) -> Bool {
    left.members.elementsEqual(right.members) { $0.name == $1.name && $0.value == $1.value }
  }

  /// Adds a member; nothing where there is no value.
  mutating func add(_ name: String, _ value: DocumentValue?) {
    if let value { members.append((name, value)) }
  }

  /// Adds a text; nothing where there is none.
  mutating func add(_ name: String, text: String?) { add(name, text.map { .text($0) }) }

  /// Adds a list; nothing where it is empty.
  mutating func add(_ name: String, list: [DocumentValue]?) {
    guard let list, !list.isEmpty else { return }
    add(name, .list(list))
  }

  /// Adds every member of another object.
  mutating func add(all other: DocumentObject) { members += other.members }

  /// Writes the object as JSON.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for member in members {
      writer.name(member.name)
      member.value.write(to: &writer)
    }
    writer.endObject()
  }

  /// The object as a line of NDJSON, without its end.
  var line: String {
    var writer = JSONWriter(style: .line)
    write(to: &writer)
    return writer.text
  }
}
