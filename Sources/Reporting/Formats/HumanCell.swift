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
    default: column.name
    }
  }

  static func cell(_ value: Value, unit: String?) -> TableCell {
    switch value {
    case .null: .missing
    case .integer(let number):
      unit == "USD" || unit == "money"
        ? .number(HumanNumber.billions(Double(number))) : .number(String(number))
    case .real(let number):
      switch unit {
      case "USD", "money": .number(HumanNumber.billions(number))
      case "millions": .number(HumanNumber.fixed(number / 1e6, decimals: 2))
      case "percent": .number(HumanNumber.fixed(number, decimals: 1))
      default: .number(HumanNumber.plain(number))
      }
    case .text(let text): .text(text)
    case .blob(let bytes): .text("\(bytes.count) bytes")
    }
  }
}
