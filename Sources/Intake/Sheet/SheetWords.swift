/// Words of sheets that stand for a code of the ledger, beside the codes and their labels.
enum SheetWords {
  /// For the lists `instrument` and `deal_kind`.
  static let instruments: [String: String] = [
    "abs": "asset_backed", "asset_backed_securities": "asset_backed", "notes": "bond",
    "senior_notes": "bond", "obligation": "bond", "obligationer": "bond", "cmbs": "securitisation",
    "rmbs": "securitisation", "clo": "securitisation", "securitization": "securitisation",
    "värdepapperisering": "securitisation", "convertible_bond": "convertible",
    "convertible_notes": "convertible", "konvertibel": "convertible",
    "konvertibler": "convertible", "revolver": "revolving_credit", "rcf": "revolving_credit",
    "revolving_credit_facility": "revolving_credit", "kreditfacilitet": "revolving_credit",
    "ddtl": "delayed_draw_term_loan", "delayed_draw": "delayed_draw_term_loan",
    "private_credit": "loan", "direct_lending": "loan", "vendor_financing": "loan",
    "lån": "loan", "leverantörskredit": "loan", "tlb": "term_loan", "term_loan_b": "term_loan",
    "terminslån": "term_loan", "banklån": "term_loan", "bridge": "bridge_loan",
    "brygglån": "bridge_loan", "byggnadskreditiv": "construction_loan", "gpu_lease": "lease",
    "leasing": "lease", "hyresavtal": "lease", "shares": "equity", "eget_kapital": "equity",
    "aktier": "equity", "us_private_placement": "private_placement",
    "uspp": "private_placement", "srt": "risk_transfer",
  ]

  /// For the list `benchmark`.
  static let benchmarks: [String: String] = [
    "ust": "treasury", "treasuries": "treasury", "t": "treasury", "us_treasury": "treasury",
    "statsobligation": "treasury", "€str": "ESTR", "fed_funds_rate": "fed_funds",
    "term_sofr": "SOFR", "3m_euribor": "EURIBOR", "3m_stibor": "STIBOR",
  ]

  /// For the list `participation_role`.
  static let roles: [String: String] = [
    "långivare": "lender", "arrangör": "arranger", "investerare": "investor",
    "lead_arranger": "arranger", "mandated_lead_arranger": "arranger", "agentbank": "agent",
    "admin_agent": "administrative_agent", "security_agent": "collateral_agent",
    "security_trustee": "collateral_agent", "indenture_trustee": "trustee",
    "bond_trustee": "trustee", "note_trustee": "trustee",
    "borgensman": "guarantor", "innehavare": "holder",
  ]

  /// The three axes that one word of status stands for; an empty one is not told.
  static let statuses: [String: (evidence: String, binding: String, isClosed: Bool)] = [
    "rumoured": ("rumoured", "non_binding", false), "rumored": ("rumoured", "non_binding", false),
    "ryktad": ("rumoured", "non_binding", false), "rykte": ("rumoured", "non_binding", false),
    "announced": ("reported", "conditional", false),
    "annonserad": ("reported", "conditional", false),
    "launched": ("reported", "conditional", false), "mandated": ("reported", "conditional", false),
    "priced": ("reported", "definitive", false), "prissatt": ("reported", "definitive", false),
    "signed": ("reported", "definitive", false), "undertecknad": ("reported", "definitive", false),
    "closed": ("reported", "definitive", true), "completed": ("reported", "definitive", true),
    "slutförd": ("reported", "definitive", true), "stängd": ("reported", "definitive", true),
    "withdrawn": ("reported", "terminated", false), "cancelled": ("reported", "terminated", false),
    "återkallad": ("reported", "terminated", false),
    "inställd": ("reported", "terminated", false), "lapsed": ("reported", "lapsed", false),
  ]

  /// Whether a word of the column `market` says no more than that it is private credit, or not.
  static let privateLabels: [String: String] = [
    "private": "yes", "privat": "yes", "public": "no", "publik": "no", "offentlig": "no",
    "yes": "yes", "ja": "yes", "no": "no", "nej": "no", "true": "yes", "false": "no",
  ]

  /// For the column `balance_sheet`.
  static let treatments: [String: String] = [
    "on": "consolidated", "off": "not_consolidated", "on_balance_sheet": "consolidated",
    "off_balance_sheet": "not_consolidated", "på": "consolidated", "utanför": "not_consolidated",
  ]

  /// What stands in a cell where there is nothing to say.
  static let nothing: Set<String> = ["-", "–", "—", "n/a", "na", "none", "null", "nr", "saknas"]

  /// A word as these lists have it.
  static func key(_ text: String) -> String {
    let gaps: Set<Character> = [" ", "-", "_", "\u{A0}"]
    return text.lowercased().split(whereSeparator: gaps.contains).joined(separator: "_")
  }
}
