internal import Ledger
internal import SQLite

/// What a party comes to over all its deals, in a line each.
enum PartyFacts {
  static func all(
    of record: RecordScreen.Record, in connection: borrowing Connection
  ) throws -> [Fact] {
    guard record.kind == "party" else { return [] }
    return try [debt(record.key, in: connection), lending(record.key, in: connection)]
      .compactMap { $0 }
  }

  private static func debt(_ key: String, in connection: borrowing Connection) throws -> Fact? {
    try connection.first(
      """
      SELECT deals, announced_usd, binding_usd, funded_usd, outstanding_usd, off_balance_sheet_usd,
        tranches_without_amount, next_matures_on
      FROM issuers
      WHERE issuer_key = (SELECT identity_key FROM parties WHERE party_key = ?) AND deals > 0
      """, [key]
    ) { row in
      let deals: Int = try row(0)
      var words = ["\(deals) deal\(deals == 1 ? "" : "s")"]
      for (index, stage) in ["announced", "binding", "funded", "outstanding"].enumerated() {
        guard let amount = try row(index + 1, as: Double?.self), amount > 0 else { continue }
        words.append("\(index == 0 ? "USD " : "")\(HumanNumber.amount(amount)) \(stage)")
      }
      let off = try row(5, as: Double?.self) ?? 0
      if off > 0 { words.append("\(HumanNumber.amount(off)) off the balance sheet") }
      let without: Int = try row(6)
      if without > 0 { words.append("\(without) without amount") }
      if let day = try row(7, as: String?.self) { words.append("next due \(day)") }
      return Fact(label: "as borrower", text: words.joined(separator: ", "))
    }
  }

  private static func lending(_ key: String, in connection: borrowing Connection) throws -> Fact? {
    try connection.first(
      """
      SELECT deals, committed_usd, held_usd, commitments_without_amount, top_obligor
      FROM lenders
      WHERE lender_key = (SELECT identity_key FROM parties WHERE party_key = ?) AND deals > 0
      """, [key]
    ) { row in
      let deals: Int = try row(0)
      var words = ["\(deals) deal\(deals == 1 ? "" : "s")"]
      if let amount = try row(1, as: Double?.self), amount > 0 {
        words.append("USD \(HumanNumber.amount(amount)) committed")
      }
      if let amount = try row(2, as: Double?.self), amount > 0 {
        words.append("\(HumanNumber.amount(amount)) held")
      }
      let without: Int = try row(3)
      if without > 0 { words.append("\(without) without amount") }
      if let top = try row(4, as: String?.self) { words.append("most of it to \(top)") }
      return Fact(label: "as lender", text: words.joined(separator: ", "))
    }
  }
}
