import PublicData

/// The words of Form N-PORT in those of the ledger.
enum HoldingWords {
  /// What sort of instrument a line is. Money-market funds and repurchase agreements are debt only
  /// where the form tells them as such.
  static func kind(of line: NPortHolding) -> String {
    switch line.assetCategory {
    case "DBT", "LON", "SN": "debt"
    case "EC", "EP": "equity"
    case let category? where category.hasPrefix("ABS"): "debt"
    case "DCO", "DCR", "DE", "DFE", "DIR", "DO": "derivative"
    default: line.debt == nil ? "other" : "debt"
    }
  }

  /// What the number of units counts.
  static func unit(of line: NPortHolding) -> String? {
    switch line.units {
    case "NS": "shares"
    case "NC": "contracts"
    default: line.unitsDescription
    }
  }

  /// How the rate is set. The form tells apart rates that change at once and on fixed days; both
  /// follow something else.
  static func rateType(of debt: NPortDebt) -> String? {
    switch debt.couponKind {
    case "Fixed": "fixed"
    case "Floating", "Variable": "floating"
    case "None": "zero"
    case nil: nil
    default: "unknown"
    }
  }
}
