internal import SQLite

extension LedgerError {
  /// A failed write in the words of the rule it broke. Constraints are named as sentences, so
  /// `tranche_amount_has_a_currency` reads "amount has a currency".
  init(_ error: SQLiteError, record: String, table: String) {
    guard case .constraint = error.code else {
      self = .database(error)
      return
    }
    guard let constraint = error.constraint else {
      self = .rule(record: record, rule: "refused by the schema: \(error.message)")
      return
    }
    if constraint == "\(table).key" || constraint == "\(table)_by_key" {
      self = .duplicateKey(kind: table, key: record)
      return
    }
    if error.code == .constraintNotNull {
      let column = constraint.split(separator: ".").last.map(String.init) ?? constraint
      self = .rule(record: record, rule: "lacks its \(column)")
      return
    }
    let words =
      constraint.hasPrefix(table + "_")
      ? constraint.dropFirst(table.count + 1) : constraint[...]
    let rule = words.split(separator: "_").joined(separator: " ")
    self = .rule(record: record, rule: "this must hold: \(rule)")
  }
}
