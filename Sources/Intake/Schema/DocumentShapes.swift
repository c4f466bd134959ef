/// Every shape of object that documents are made of.
enum DocumentShapes {
  /// Those that are documents, in the order in which they are told, then those inside others.
  static let all: [DocumentShape] = documents + inside

  /// Members that several shapes have.
  static let amount: [(String, MemberForm)] = [
    ("amount", .number), ("amount_low", .number), ("amount_high", .number),
    ("qualifier", .code("qualifier")), ("measure", .code("measure")), ("currency", .text),
    ("measure_is_derived", .truth),
  ]
  static let cited: [(String, MemberForm)] = [("sources", .sources), ("locator", .text)]
  static let partOrigin: [(String, MemberForm)] = [("source", .source), ("locator", .text)]
  static let counted: [(String, MemberForm)] = [
    ("counted", .truth), ("not_counted_because", .text), ("counted_is_derived", .truth),
  ]

  static let documents: [DocumentShape] = [
    DocumentShape(
      "source", telling: "source_kind", required: "key source_kind title publisher",
      [("key", .key), ("source_kind", .code("source_kind")), ("notes", .text)], describing),
    party,
    DocumentShape(
      "asset", telling: "asset_kind", required: "key name asset_kind sources",
      [
        ("key", .key), ("name", .text), ("asset_kind", .code("asset_kind")), ("owner", .party),
        ("country", .text), ("place", .text), ("capacity_mw", .number), ("quantity", .number),
        ("unit", .text), ("model", .text), ("useful_life_years", .number), ("appraised", .days),
        ("in_service", .days), ("notes", .text),
      ], amount, cited),
    DocumentShape(
      "theme", telling: "theme", required: "theme name definition sources",
      [
        ("theme", .key), ("name", .text), ("definition", .text), ("version", .text),
        ("stated_by", .party), ("stated_on", .days), ("notes", .text),
        ("members", .list("member")),
      ], cited),
    DocumentShape(
      "holding", telling: "holder", required: "holder kind sources",
      [
        ("key", .key), ("holder", .party), ("kind", .code("holding_kind")), ("tranche", .key),
        ("issuer", .party), ("title", .text), ("isin", .text), ("cusip", .text), ("as_of", .days),
        ("value", .number), ("shares", .number), ("owned_pct", .number),
        ("net_assets_pct", .number), ("coupon_pct", .number), ("rate_type", .code("rate_type")),
        ("matures_on", .days), ("is_in_default", .truth),
        ("is_in_arrears", .truth), ("is_paid_in_kind", .truth), ("is_convertible", .truth),
        ("is_short", .truth), ("is_restricted", .truth), ("shares_unit", .text),
        ("fair_value_level", .number), ("issuer_name", .text), ("issuer_lei", .text),
        ("issuer_country", .text), ("issuer_category", .text), ("asset_category", .text),
        ("notes", .text),
      ], amount, cited),
    deal,
    DocumentShape(
      "participant_document", telling: "participant", required: "participant role sources",
      [
        ("key", .key), ("participant", .party), ("role", .code("participation_role")),
        ("deal", .key), ("tranche", .key), ("share_pct", .number), ("notes", .text),
      ], amount, cited),
    contract, statistic, rating("rating_document", isAlone: true),
    event("event_document", isAlone: true),
    part("term_document", "term", DocumentParts.term),
    part("repayment_document", "repayment", DocumentParts.repayment),
    part("pledge_document", "pledge", DocumentParts.pledge),
    part("milestone_document", "milestone", DocumentParts.milestone),
    DocumentShape(
      "link_document", telling: "link", required: "link from to sources",
      [("from", .key), ("sources", .sources)], link),
    DocumentShape(
      "treatment", telling: "treatment", required: "treatment deal party sources",
      [
        ("key", .key), ("treatment", .codes("treatment", "accounting_treatment")),
        ("deal", .key), ("party", .party), ("standard", .text), ("notes", .text),
      ], amount, cited),
    DocumentShape(
      "rate", telling: "rate", required: "rate currency on sources",
      [("rate", .number), ("currency", .text), ("on", .days), ("sources", .sources)]),
    DocumentShape(
      "fixing", telling: "fixing", required: "fixing benchmark on sources",
      [
        ("fixing", .number), ("benchmark", .code("benchmark")), ("on", .days),
        ("sources", .sources),
      ]),
    DocumentShape(
      "claim_document", telling: "attribute", required: "on attribute stance",
      [("sources", .sources)], claim),
    DocumentShape(
      "finding", telling: "finding", required: "finding subject problem because",
      [("finding", .text), ("subject", .text), ("problem", .text), ("because", .text)]),
  ]
}
