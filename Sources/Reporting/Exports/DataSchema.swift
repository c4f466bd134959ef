internal import Ledger
internal import Tabular

/// The schema of a table as Frictionless Data has it: its fields, its key, what it refers to.
struct DataSchema {
  private let object: DescribedObject

  init(_ object: DescribedObject) { self.object = object }

  func write(to writer: inout JSONWriter) {
    let key = ViewKeys.keyed.contains(object.name) ? object.columns.first?.name : nil
    writer.beginObject()
    writer.name("fields")
    writer.beginArray()
    for column in object.columns { write(column, isKey: column.name == key, to: &writer) }
    writer.endArray()
    writer.name("missingValues")
    writer.beginArray()
    writer.string("")
    writer.endArray()
    writer.member("primaryKey", key)
    writeReferences(key: key, to: &writer)
    writer.endObject()
  }

  private func write(
    _ column: DescribedObject.Column, isKey: Bool, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("name", column.name)
    writer.member("type", Self.type(of: column.type))
    writer.member("format", "default")
    writer.member("description", column.meaning)
    writer.member("unit", column.unit)
    writer.member("definedBy", column.definedBy)
    if column.type == .boolean {
      for (name, value) in [("trueValues", "1"), ("falseValues", "0")] {
        writer.name(name)
        writer.beginArray()
        writer.string(value)
        writer.endArray()
      }
    }
    if isKey {
      writer.name("constraints")
      writer.beginObject()
      for name in ["required", "unique"] {
        writer.name(name)
        writer.boolean(true)
      }
      writer.endObject()
    }
    writer.endObject()
  }

  private func writeReferences(key: String?, to writer: inout JSONWriter) {
    let references = object.columns.compactMap { column -> (String, String)? in
      guard column.name != key, let view = ViewKeys.target(of: column.name, in: object.name) else {
        return nil
      }
      return (column.name, view)
    }
    guard !references.isEmpty else { return }
    writer.name("foreignKeys")
    writer.beginArray()
    for (column, view) in references {
      writer.beginObject()
      writer.member("fields", column)
      writer.name("reference")
      writer.beginObject()
      // A table refers to itself by an empty name.
      writer.member("resource", view == object.name ? "" : view)
      writer.member("fields", Self.keyColumn(of: view))
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
  }

  private static func type(of type: ColumnType) -> String {
    switch type {
    case .text: "string"
    case .time: "datetime"
    case .integer, .number, .boolean, .date: type.rawValue
    }
  }

  /// The key of a view that others refer to: its name in the singular.
  private static func keyColumn(of view: String) -> String {
    view == "parties" ? "party_key" : "\(view.dropLast())_key"
  }
}
