extension DocumentShapes {
  static let party = DocumentShape(
    "party", telling: "party_kind", required: "key name party_kind",
    [
      ("key", .key), ("name", .text), ("party_kind", .code("party_kind")), ("country", .text),
      ("kind_from", .days), ("notes", .text), ("shares_name", .truth),
      ("names", .textsOr("party_name")), ("identifiers", .list("party_identifier")),
      ("parent", .party), ("sponsor", .party), ("brand", .textsOr("party_relation")),
      ("same_as", .textsOr("party_relation")), ("different_from", .textsOr("party_relation")),
      ("unsure_of", .textsOr("party_relation")), ("links", .list("party_link")),
    ], cited)

  static let partyName = DocumentShape(
    "party_name", required: "name",
    [
      ("key", .key), ("name", .text), ("kind", .code("party_name_kind")), ("language", .text),
      ("from", .days), ("before", .days),
    ], partOrigin)

  static let partyIdentifier = DocumentShape(
    "party_identifier", required: "scheme value",
    [("key", .key), ("scheme", .code("identifier_scheme")), ("value", .scalar)], partOrigin)

  /// Another party, with a reason.
  static let partyRelation = DocumentShape(
    "party_relation", required: "party",
    [("party", .party), ("reason", .text), ("sources", .sources), ("locator", .text)])

  static let partyLink = DocumentShape(
    "party_link", required: "link party",
    [
      ("key", .key), ("link", .code("party_link_kind")), ("party", .party),
      ("share_pct", .number), ("from", .days), ("before", .days), ("reason", .text),
    ], partOrigin)
}
