internal import Ledger
internal import SQLite
internal import Tabular

/// A column as people read it: its numbers have one count of decimals.
struct HumanColumn {
  private let unit: String?
  private let percentDecimals: Int

  init(unit: String?, values: some Sequence<Value>) {
    self.unit = unit
    percentDecimals = unit == "percent" ? Self.decimals(of: values) : 1
  }

  /// The columns of a result.
  static func all(of result: ResultSet) -> [HumanColumn] {
    result.columns.indices.map { index in
      HumanColumn(unit: result.columns[index].unit, values: result.rows.lazy.map { $0[index] })
    }
  }

  func cell(_ value: Value) -> TableCell {
    HumanCell.cell(value, unit: unit, percentDecimals: percentDecimals)
  }

  /// A coupon of 4.875 keeps its decimals; shares, which are worked out, have one.
  private static func decimals(of values: some Sequence<Value>) -> Int {
    var needed = 1
    for value in values {
      guard case .real(let number) = value, number.isFinite else { continue }
      let thousandths = (number * 1_000).rounded()
      guard abs(number * 1_000 - thousandths) < 1e-6, abs(thousandths) < 1e12 else { return 1 }
      let digits = Int64(thousandths)
      needed = max(needed, digits % 10 != 0 ? 3 : digits % 100 != 0 ? 2 : 1)
    }
    return needed
  }
}
