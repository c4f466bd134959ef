internal import Seeds
internal import Tabular

/// The shape of deal documents as a JSON Schema, for editors and other programs.
///
/// It tells names, kinds of values and codes. What only the ledger can know, whether a key is there
/// or two amounts fit, an import tells.
public enum DocumentSchema {
  /// The schema, draft 2020-12, as it stands in `Docs/deal-document.schema.json`.
  public static var text: String {
    var writer = JSONWriter(style: .pretty)
    object(
      ["$schema": .text("https://json-schema.org/draft/2020-12/schema")],
      rest: [
        ("title", .text("Deal document")),
        (
          "description",
          .text("A document of a deal ledger, told by the one name that only its kind has.")
        ),
        ("type", .text("object")),
      ] + choice(DocumentShapes.documents[...]) + [
        ("$defs", .object(definitions()))
      ]
    ).write(to: &writer)
    return writer.text + "\n"
  }

  private static func object(
    _ first: [String: DocumentValue], rest: [(String, DocumentValue)]
  ) -> DocumentObject {
    var object = DocumentObject()
    for (name, value) in first { object.add(name, value) }
    for (name, value) in rest { object.add(name, value) }
    return object
  }

  /// The first kind whose name is there, as an import tells them.
  private static func choice(_ shapes: ArraySlice<DocumentShape>) -> [(String, DocumentValue)] {
    guard let shape = shapes.first, let telling = shape.telling else {
      return [("not", .object(DocumentObject()))]
    }
    return [
      ("if", .object(object([:], rest: [("required", .list([.text(telling)]))]))),
      ("then", reference(shape.name)),
      ("else", .object(object([:], rest: choice(shapes.dropFirst())))),
    ]
  }

  private static func reference(_ name: String) -> DocumentValue {
    .object(object([:], rest: [("$ref", .text("#/$defs/\(name)"))]))
  }

  private static func definitions() -> DocumentObject {
    var definitions = DocumentObject()
    for shape in DocumentShapes.all { definitions.add(shape.name, .object(schema(of: shape))) }
    let lists = CodeWords.all(Seeds.text("reference/codes.tsv") ?? "")
    for (list, words) in lists.sorted(by: { $0.key < $1.key }) {
      definitions.add(
        "code_\(list)",
        .object(object([:], rest: [("enum", .list(words.map { .text($0) }))])))
    }
    return definitions
  }

  private static func schema(of shape: DocumentShape) -> DocumentObject {
    var properties = DocumentObject()
    for member in shape.members {
      let isNeeded = member.isRequired || shape.usual.contains(member.name)
      properties.add(member.name, schema(of: member.form, isNeeded: isNeeded))
    }
    if shape.telling != nil {
      properties.add(DocumentMapper.verbatim, kind("boolean"))
      // Why it was refused once; an import passes over it.
      let hasOwn = shape.members.contains { $0.name == RejectedDocument.reasons }
      properties.add(
        hasOwn ? RejectedDocument.otherReasons : RejectedDocument.reasons, .truth(true))
    }
    var schema = object([:], rest: [("type", .text("object"))])
    let required = shape.members.filter(\.isRequired).map(\.name)
    schema.add("required", list: required.map { .text($0) })
    if !shape.usual.isEmpty {
      let isVerbatim = object(
        [:],
        rest: [
          (
            "properties",
            .object(
              object(
                [:],
                rest: [
                  (DocumentMapper.verbatim, .object(object(["const": .truth(true)], rest: [])))
                ]))
          ),
          ("required", .list([.text(DocumentMapper.verbatim)])),
        ])
      schema.add("if", .object(isVerbatim))
      schema.add(
        "else", .object(object([:], rest: [("required", .list(shape.usual.map { .text($0) }))])))
    }
    schema.add("properties", .object(properties))
    schema.add("additionalProperties", .truth(false))
    return schema
  }
}
