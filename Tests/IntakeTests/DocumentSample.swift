import TestSupport

/// Random documents of every kind, the same for the same seed. Some cannot be taken: they name what
/// is not there, or contradict others.
struct DocumentSample {
  var random: SplitMix64
  private var number = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// So many documents, one a line.
  mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in document() + "\n" }.joined()
  }

  private mutating func document() -> String {
    switch below(20) {
    case 0...4: deal()
    case 5...6: contract()
    case 7: statistic()
    case 8: rating()
    case 9: event()
    case 10: claim()
    case 11: party()
    case 12: holding()
    case 13: theme()
    case 14: asset()
    case 15: part()
    case 16: link()
    case 17: participant()
    case 18: treatment()
    default: daily()
    }
  }

  // MARK: Kinds

  private mutating func deal() -> String {
    let key = "deal-\(below(4))"
    let tranches = (0..<below(3)).map { tranche("\(key)/\($0)", number: $0) }
    let participants = (0..<below(3)).map { _ in
      object(["\"party\": \(name())", "\"role\": \(role())"], amount() + ["\"share_pct\": 12.5"])
    }
    let lists = [
      "\"tranches\": [\(tranches.joined(separator: ", "))]",
      "\"participants\": [\(participants.joined(separator: ", "))]",
      "\"ratings\": [\(nestedRating())]", "\"events\": [\(nestedEvent())]",
      "\"terms\": [\(nestedTerm())]", "\"milestones\": [\(nestedMilestone())]",
      "\"claims\": [\(nestedClaim())]", "\"links\": [{\"link\": \"part_of\", \"to\": \"deal-0\"}]",
    ]
    return object(
      [
        "\"key\": \"\(key)\"", "\"name\": \"Deal \(below(9))\"",
        "\"kind\": \(pick("bond", "term_loan", "equity"))", "\"issuer\": \(name())",
        "\"evidence\": \(pick("filed", "reported", "rumoured"))",
        "\"binding\": \(pick("definitive", "non_binding"))", "\"currency\": \(pick("USD", "JPY"))",
      ],
      amount(currency: false) + lists + [
        "\"sponsor\": \(name())", "\"tenant\": \(name())", "\"guarantors\": [\(name())]",
        "\"balance_sheet\": \(pick("on", "off", "equity_method"))", "\"announced_on\": \(day())",
        "\"closed_on\": \(day())", "\"funding\": \(pick("drawn", "none"))",
        "\"market\": \(pick("rule_144a", "private_credit"))", "\"private_label\": true",
        "\"recourse\": \"full\"", "\"quote\": \"it \\\"says\\\" ☃\"", "\"issuer_country\": \"US\"",
        "\"counted\": false, \"not_counted_because\": \"told twice\"", "\"notes\": \"a\\nb\"",
        "\"use_of_proceeds\": \"chips\"", "\"locator\": \"page \(below(9))\"",
      ])
  }

  private mutating func tranche(_ key: String, number: Int) -> String {
    object(
      ["\"name\": \"Tranche \(number)\"", "\"key\": \"\(key)\""],
      amount() + [
        "\"instrument\": \(pick("bond", "convertible", "revolving_credit"))", "\"secured\": false",
        "\"coupon_pct\": \(below(900)).125", "\"benchmark\": \(pick("SOFR", "prime plus"))",
        "\"spread_bps\": 225", "\"matures_on\": \(day())", "\"priced_on\": \(day())",
        "\"settled_on\": \(day())", "\"first_call_on\": \(day())", "\"tenor_years\": 4.5",
        "\"joins\": \"deal-\(below(4))/0\"", "\"seniority\": \"senior secured\"",
        "\"ratings\": [\(nestedRating())]", "\"terms\": [\(nestedTerm())]",
        "\"repayments\": [{\"basis\": \"projected\", \"due\": \(day()), \"share_pct\": 30}]",
        "\"pledges\": [{\"kind\": \"mortgage\", \"asset\": \"asset-\(below(2))\"}]",
        "\"events\": [\(nestedEvent())]", "\"locator\": \"table 1\"",
        "\"amortisation\": \"bullet\"", "\"rate_type\": \"floating\"",
      ])
  }

  private mutating func contract() -> String {
    let legs = (0...below(2)).map { _ in
      object(
        ["\"from\": \(name())", "\"to\": \(name())", "\"what\": \(pick("cash", "compute"))"],
        amount() + ["\"quantity\": 2.5, \"unit\": \"GW\"", "\"amount_period\": \"year\""])
    }
    return object(
      [
        "\"key\": \"contract-\(below(3))\"", "\"name\": \"Contract\"",
        "\"kind\": \(pick("compute_purchase", "equity_investment"))", "\"evidence\": \"filed\"",
        "\"binding\": \"definitive\"", "\"legs\": [\(legs.joined(separator: ", "))]",
      ],
      [
        "\"signed_on\": \(day())", "\"starts_on\": \(day())", "\"term_years\": 5",
        "\"cancellable\": \(pick("yes, by notice", "no", "unclear"))", "\"take_or_pay\": \"all\"",
        "\"milestones\": [\(nestedMilestone())]", "\"events\": [\(nestedEvent())]",
      ])
  }

  private mutating func statistic() -> String {
    object(
      [
        "\"key\": \"statistic-\(below(3))\"", "\"metric\": \"Debt\"", "\"kind\": \"forecast\"",
        "\"value\": \(below(999)).1234567", "\"unit\": \(pick("bn", "percent"))",
        "\"currency\": \"USD\"",
      ],
      [
        "\"stated_by\": \(pick("Meta", "the press"))", "\"subject\": \(name())",
        "\"period_start\": \(day())", "\"universe\": \"all\"",
        "\"components\": [{\"name\": \"part\", \"low\": 1, \"high\": 2.5}]",
        "\"claims\": [\(nestedClaim(of: "value"))]",
      ])
  }

  private mutating func rating() -> String {
    object(
      ["\"agency\": \(pick("S&P", "Fitch"))", "\"grade\": \(grade())", "\"party\": \(name())"],
      [
        "\"date\": \(day())", "\"scope\": \"corporate family\"", "\"outlook\": \"negative\"",
        "\"action\": \(pick("withdrawn", "expected", "affirmed"))",
        "\"deal\": \"deal-\(below(4))\"", "\"watch\": \"positive\"",
      ])
  }

  private mutating func event() -> String {
    object(
      ["\"event\": \(pick("drawn", "upsized"))", "\"deal\": \"deal-\(below(4))\""],
      amount() + [
        "\"on\": \(day())", "\"funding\": \"drawn\"", "\"matures\": \(day())",
        "\"key\": \"event-\(below(3))\"",
      ])
  }

  private mutating func claim() -> String {
    object(
      [
        "\"on\": \"deal-\(below(4))\"", "\"attribute\": \(pick("amount", "issuer", "note"))",
        "\"value\": \(pick("Meta", "CoreWeave"))", "\"source\": \"paper\"",
      ],
      [
        "\"original\": \"så\", \"language\": \"sv\"", "\"asserted_by\": \(name())",
        "\"as_of\": \(day())",
      ],
      ["\"stance\": \(pick("alternative", "supports"))"])
  }

  private mutating func party() -> String {
    let number = below(3)
    return object(
      [
        "\"party_kind\": \"bank\"", "\"key\": \"party-\(number)\"",
        "\"name\": \"Party number \(number)\"",
      ],
      [
        "\"names\": [\"Other \(below(9))\", {\"name\": \"L \(below(9))\", \"kind\": \"legal\"}]",
        "\"parent\": \(name())", "\"unsure_of\": [{\"party\": \"OpenAI\", \"reason\": \"?\"}]",
        "\"identifiers\": [{\"scheme\": \"ticker\", \"value\": \"T\(number)\"}]",
        "\"country\": \"SE\"", "\"kind_from\": \(day())",
        "\"links\": [{\"link\": \"shareholder\", \"party\": \(name()), \"share_pct\": 7.5}]",
      ])
  }

  private mutating func holding() -> String {
    object(
      ["\"holder\": \(name())", "\"kind\": \"debt\"", "\"title\": \"Note\""],
      amount() + [
        "\"issuer\": \(name())", "\"as_of\": \(day())", "\"shares\": 10.5",
        "\"value\": 12.5, \"currency\": \"USD\"", "\"is_in_default\": false",
      ])
  }

  private mutating func theme() -> String {
    object(
      ["\"theme\": \"theme-\(below(2))\"", "\"name\": \"AI\"", "\"definition\": \"a list\""],
      [
        "\"members\": [{\"party\": \(name()), \"from\": \(day())}]", "\"stated_by\": \(name())",
        "\"version\": \"2\"",
      ])
  }

  private mutating func asset() -> String {
    object(
      ["\"asset_kind\": \"site\"", "\"key\": \"asset-\(below(2))\"", "\"name\": \"Site\""],
      amount() + [
        "\"owner\": \(name())", "\"capacity_mw\": 300", "\"useful_life_years\": 6",
        "\"in_service\": \(day())",
      ])
  }

  private mutating func part() -> String {
    let on = "\"on\": \"deal-\(below(4))\""
    return pick([
      object(["\"term\": \"covenant\"", on], ["\"number\": 1.25, \"unit\": \"ratio\""]),
      object(["\"milestone\": \"date\"", on], ["\"price_hurdle\": 600, \"currency\": \"USD\""]),
      object(["\"repayment\": \"contractual\"", on, "\"due\": \(day())"], amount()),
    ])
  }

  private mutating func link() -> String {
    object(
      [
        "\"link\": \(pick("taps", "refinances", "distinct_from"))",
        "\"from\": \"deal-\(below(4))\"",
        "\"to\": \(pick("deal-1", "contract-0"))",
      ], ["\"reason\": \"they are two\""])
  }

  private mutating func participant() -> String {
    object(
      ["\"participant\": \(name())", "\"role\": \(role())", "\"deal\": \"deal-\(below(4))\""],
      amount())
  }

  private mutating func treatment() -> String {
    object(
      [
        "\"treatment\": \(pick("on", "off", "finance_lease"))", "\"standard\": \"ASC 842\"",
        "\"deal\": \"deal-\(below(4))\"",
        "\"party\": \(name())",
      ],
      amount())
  }

  private mutating func daily() -> String {
    let day = "\"2025-10-\(10 + below(9))\""
    return below(2) == 0
      ? object(["\"rate\": 1.\(below(99999))", "\"currency\": \"USD\"", "\"on\": \(day)"], [])
      : object(["\"fixing\": 4.\(below(99))", "\"benchmark\": \"SOFR\"", "\"on\": \(day)"], [])
  }
}
