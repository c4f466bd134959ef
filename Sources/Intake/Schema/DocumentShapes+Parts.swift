/// What parts say, whether they stand inside another document or in one of their own.
enum DocumentParts {
  static let term: [(String, MemberForm)] = [
    ("number", .number), ("number_high", .number), ("unit", .code("term_unit")),
    ("starts", .days), ("ends", .days), ("condition", .text),
  ]
  static let repayment: [(String, MemberForm)] = [("due", .days), ("share_pct", .number)]
  static let pledge: [(String, MemberForm)] = [
    ("asset", .key), ("rank", .wholeNumber), ("agent", .party), ("from", .days),
    ("released", .days),
  ]
  static let milestone: [(String, MemberForm)] = [
    ("sequence", .wholeNumber), ("quantity", .number),
    ("quantity_qualifier", .code("qualifier")), ("unit", .text), ("price_hurdle", .number),
    ("vests_quantity", .number), ("vests_unit", .text), ("due", .days), ("reached", .days),
    ("condition", .text),
  ]
  /// The name of the kind inside a list, and its codes.
  static let kinds: [String: (inside: String, list: String)] = [
    "term": ("kind", "term_kind"), "repayment": ("basis", "repayment_basis"),
    "pledge": ("kind", "pledge_kind"), "milestone": ("kind", "milestone_kind"),
  ]
}

extension DocumentShapes {
  static let inside: [DocumentShape] = [
    tranche, leg, partyName, partyIdentifier, partyRelation, partyLink,
    DocumentShape("citation", required: "title publisher", [("key", .key)], describing),
    DocumentShape("party_key", required: "key", [("key", .key)]),
    DocumentShape("stater", required: "name", [("name", .text), ("party", .party)]),
    DocumentShape(
      "instrument_identifier", required: "scheme value",
      [("key", .key), ("scheme", .code("identifier_scheme")), ("value", .text)], partOrigin),
    DocumentShape(
      "participant", required: "party role",
      [
        ("key", .key), ("party", .party), ("role", .code("participation_role")),
        ("share_pct", .number), ("notes", .text),
      ], amount, partOrigin),
    rating("rating", isAlone: false), event("event", isAlone: false),
    part("term", nil, DocumentParts.term), part("repayment", nil, DocumentParts.repayment),
    part("pledge", nil, DocumentParts.pledge), part("milestone", nil, DocumentParts.milestone),
    DocumentShape("link", required: "link to", link),
    DocumentShape("claim", required: "attribute stance", claim),
    DocumentShape(
      "component", required: "name", figures, [("name", .text), ("note", .text)], partOrigin),
    DocumentShape(
      "member",
      [
        ("key", .key), ("party", .party), ("deal", .key), ("from", .days), ("before", .days),
        ("reason", .text), ("notes", .text),
      ], partOrigin),
  ]

  static let describing: [(String, MemberForm)] = [
    ("title", .text), ("publisher", .text), ("url", .text), ("archive_url", .text),
    ("content_hash", .text), ("licence", .text), ("author", .text),
    ("published_on", .days), ("retrieved_on", .days), ("language", .text),
    ("grade", .code("source_grade")),
  ]

  static func rating(_ name: String, isAlone: Bool) -> DocumentShape {
    DocumentShape(
      name, telling: isAlone ? "agency" : nil,
      required: isAlone ? "agency grade party sources" : "agency grade",
      [
        ("key", .key), ("agency", .text), ("grade", .text), ("party", .party), ("scope", .text),
        ("date", .days), ("outlook", .code("outlook")), ("watch", .code("watch")),
        ("action", .text), ("is_withdrawn", .truth), ("rating_kind", .code("rating_kind")),
        ("level", .code("rating_level")), ("scale", .code("rating_scale")), ("notes", .text),
        ("locator", .text),
      ],
      isAlone ? [("deal", .key), ("tranche", .key), ("sources", .sources)] : [("source", .source)])
  }

  static func event(_ name: String, isAlone: Bool) -> DocumentShape {
    DocumentShape(
      name, telling: isAlone ? "event" : nil, required: isAlone ? "event sources" : "event",
      [
        ("key", .key), ("event", .code("event_kind")), ("on", .days),
        ("evidence", .code("evidence")), ("binding", .code("binding")),
        ("funding", .code("funding")), ("funding_is_derived", .truth), ("matures", .days),
        ("notes", .text),
      ], amount, partOrigin,
      isAlone
        ? [("deal", .key), ("tranche", .key), ("contract", .key), ("sources", .sources)] : [])
  }

  /// A term, a repayment, a pledge or a milestone.
  static func part(
    _ name: String, _ telling: String?, _ members: [(String, MemberForm)]
  ) -> DocumentShape {
    let kind = DocumentParts.kinds[telling ?? name] ?? ("kind", "")
    let own = telling ?? kind.inside
    let more =
      (telling ?? name) == "repayment" ? " due" : (telling ?? name) == "pledge" ? " asset" : ""
    let amounts = (telling ?? name) == "pledge" ? [] : amount
    return DocumentShape(
      name, telling: telling, required: own + more + (telling == nil ? "" : " on sources"),
      [("key", .key), (own, .code(kind.list)), ("notes", .text)], members, amounts,
      telling == nil ? partOrigin : [("on", .key)] + cited)
  }

  static let link: [(String, MemberForm)] = [
    ("key", .key), ("link", .code("deal_link_kind")), ("to", .key), ("reason", .text),
    ("source", .source), ("locator", .text),
  ]

  static let claim: [(String, MemberForm)] =
    [
      ("key", .key), ("on", .key), ("attribute", .text), ("stance", .code("claim_stance")),
      ("value", .scalar), ("original", .text), ("language", .text), ("as_of", .days),
      ("period_start", .days), ("period_end", .days), ("asserted_by", .party),
      ("reported_by", .party), ("reason", .text), ("disputes", .key), ("disputed_claim", .key),
      ("dispute_kind", .code("dispute_kind")), ("source", .source), ("locator", .text),
    ] + amount
}
