internal import Ledger
internal import SQLite
internal import Tabular

/// Stored values as people read them: amounts in billions, units above their column.
enum HumanCell {
  /// What stands above a column.
  static func title(of column: ResultSet.Column) -> String {
    switch column.unit {
    case "USD", "money": "\(column.name) (bn)"
    case "millions": "\(column.name) (mn)"
    case "percent": "\(column.name) (%)"
    case "bps",
      "basis points" where !column.name.hasSuffix("_bps"):
      "\(column.name) (bps)"
    default: column.name
    }
  }

  static func cell(_ value: Value, unit: String?, percentDecimals: Int = 1) -> TableCell {
    switch value {
    case .null: .missing
    case .integer(let number):
      unit == "USD" || unit == "money"
        ? .number(billions(Double(number))) : .number(String(number))
    case .real(let number):
      switch unit {
      case "USD", "money": .number(billions(number))
      case "millions": .number(HumanNumber.fixed(number / 1e6, decimals: 2))
      case "percent": .number(HumanNumber.fixed(number, decimals: percentDecimals))
      default: .number(HumanNumber.written(number))
      }
    case .text(let text): .text(text)
    case .blob(let bytes): .text("\(bytes.count) bytes")
    }
  }

  /// An amount in billions; a small one keeps two digits, since what is owed is never nothing.
  private static func billions(_ amount: Double) -> String {
    guard amount != 0, amount.isFinite, amount.magnitude < 5e6 else {
      return HumanNumber.billions(amount)
    }
    var decimals = 4
    var least = 1e6
    while amount.magnitude < least, decimals < 12 {
      least /= 10
      decimals += 1
    }
    return HumanNumber.fixed(amount / 1e9, decimals: decimals)
  }
}
