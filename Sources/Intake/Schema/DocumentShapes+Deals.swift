extension DocumentShapes {
  static let deal = DocumentShape(
    "deal", telling: "issuer", required: "key issuer sources", usual: "evidence binding",
    [
      ("key", .key), ("name", .text), ("kind", .code("deal_kind")), ("issuer", .party),
      ("issuer_country", .text), ("sponsor", .party), ("tenant", .party),
      ("guarantors", .parties), ("market", .code("market")), ("private_label", .yesOrNo),
      ("recourse", .code("recourse")), ("use_of_proceeds", .text), ("quote", .text),
      ("evidence", .code("evidence")), ("binding", .code("binding")),
      ("funding", .code("funding")), ("announced_on", .days), ("priced_on", .days),
      ("signed_on", .days), ("closed_on", .days), ("balance_sheet", .code("treatment")),
      ("notes", .text), ("tranches", .list("tranche")), ("participants", .list("participant")),
      ("ratings", .list("rating")), ("events", .list("event")), ("terms", .list("term")),
      ("repayments", .list("repayment")), ("pledges", .list("pledge")),
      ("milestones", .list("milestone")), ("links", .list("link")), ("claims", .list("claim")),
    ], amount, counted, cited)

  static let tranche = DocumentShape(
    "tranche", required: "name",
    [
      ("key", .key), ("name", .text), ("instrument", .code("instrument")),
      ("market", .code("market")), ("private_label", .yesOrNo), ("is_remainder", .truth),
      ("seniority", .code("seniority")), ("secured", .truth), ("rate_type", .code("rate_type")),
      ("coupon_pct", .number), ("spread_bps", .number), ("spread_bps_high", .number),
      ("floor_pct", .number), ("issue_price_pct", .number), ("yield_pct", .number),
      ("benchmark", .text), ("matures_on", .days), ("tenor_years", .number),
      ("first_call_on", .days), ("joins", .key), ("amortisation", .code("amortisation")),
      ("priced_on", .days), ("settled_on", .days), ("isin", .text), ("cusip", .text),
      ("identifiers", .list("instrument_identifier")), ("participants", .list("participant")),
      ("ratings", .list("rating")), ("events", .list("event")), ("terms", .list("term")),
      ("repayments", .list("repayment")), ("pledges", .list("pledge")), ("notes", .text),
    ], amount, counted, partOrigin)

  static let contract = DocumentShape(
    "contract", telling: "legs", required: "key name kind legs sources",
    usual: "evidence binding",
    [
      ("key", .key), ("name", .text), ("kind", .code("contract_kind")), ("starts_on", .days),
      ("ends_on", .days), ("term_years", .number), ("capacity_mw", .number),
      ("take_or_pay", .text), ("cancellable", .scalar), ("cancellable_terms", .text),
      ("evidence", .code("evidence")), ("binding", .code("binding")),
      ("funding", .code("funding")), ("announced_on", .days), ("signed_on", .days),
      ("notes", .text), ("legs", .list("leg")), ("events", .list("event")),
      ("terms", .list("term")), ("milestones", .list("milestone")), ("links", .list("link")),
      ("claims", .list("claim")),
    ], counted, cited)

  static let leg = DocumentShape(
    "leg", required: "from to what",
    [
      ("key", .key), ("from", .party), ("to", .party), ("what", .code("leg_what")),
      ("purpose", .code("leg_purpose")), ("purpose_is_derived", .truth), ("quantity", .number),
      ("quantity_qualifier", .code("qualifier")), ("unit", .text),
      ("amount_period", .code("amount_period")), ("notes", .text),
    ], amount, partOrigin)

  static let figures: [(String, MemberForm)] = [
    ("key", .key), ("kind", .code("observation_kind")), ("value", .number), ("low", .number),
    ("high", .number), ("qualifier", .code("qualifier")), ("unit", .text), ("currency", .text),
    ("universe", .text), ("stated_by", .textOr("stater")), ("subject", .party),
    ("stated_on", .days), ("period_start", .days), ("period_end", .days), ("horizon", .text),
    ("formula", .text),
    ("components", .list("component")),
  ]
  static let statistic = DocumentShape(
    "statistic", telling: "metric", required: "key metric kind sources", figures,
    [("metric", .text), ("notes", .text), ("claims", .list("claim"))], cited)
}
