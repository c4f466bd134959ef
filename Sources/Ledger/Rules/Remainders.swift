public import SQLite

/// What a source does not divide. Only tranches are summed, so a deal whose stated amount exceeds
/// its tranches gets one more, `KEY/undivided`.
public enum Remainders {
  /// Makes, adjusts or removes the remainder of each deal named.
  ///
  /// It is taken within the deal's currency, after the amounts of the deal's own tranches and of
  /// the counted deals that are parts of it; it exists when positive, or when the deal has neither
  /// tranches nor parts.
  ///
  /// - Returns: what became of each remainder.
  public static func settle(
    _ deals: [String], run: Int64, in transaction: borrowing Transaction
  ) throws -> ImportRun.Counts {
    var counts = ImportRun.Counts()
    for key in try partsFirst(deals, in: transaction) {
      guard let deal = try DealRepository().find(key, in: transaction) else { continue }
      if let remainder = try remainder(of: deal, in: transaction) {
        counts.note(try TrancheRepository().save(remainder, run: run, in: transaction))
      } else if try TrancheRepository().find(remainderKey(of: key), in: transaction) != nil {
        try remove(remainderKey(of: key), in: transaction)
        counts.changed += 1
      }
    }
    return counts
  }

  /// The deals in an order in which the parts of a deal come before it.
  private static func partsFirst(_ deals: [String], in transaction: borrowing Transaction) throws
    -> [String]
  {
    var parts: [String: [String]] = [:]
    try transaction.forEachRow(
      """
      SELECT whole.key, part.key FROM deal_link l
      JOIN deal whole ON whole.id = l.to_deal_id JOIN deal part ON part.id = l.from_deal_id
      WHERE l.kind = 'part_of' ORDER BY l.id
      """
    ) { row in parts[try row(0, as: String.self), default: []].append(try row(1)) }
    var order: [String] = []
    var seen: Set<String> = []
    func visit(_ deal: String) {
      guard seen.insert(deal).inserted else { return }
      for part in parts[deal] ?? [] { visit(part) }
      order.append(deal)
    }
    for deal in deals { visit(deal) }
    return order
  }

  static func remainderKey(of deal: String) -> String { deal + "/undivided" }

  private static func remainder(of deal: Deal, in transaction: borrowing Transaction) throws
    -> Tranche?
  {
    let tranches = try TrancheRepository().all(where: "deal_id", is: deal.key, in: transaction)
      .filter { $0.isRemainder != true }
    let parts = try partAmounts(of: deal, in: transaction)
    let stated = try statedAmount(of: deal, in: transaction)
    let isAlone = tranches.isEmpty && parts.isEmpty
    // Parts tell the whole again, so that its own division is not counted beside them.
    let own = tranches.filter { $0.counted != false && $0.amount.currency == deal.currency }
    let known = parts.isEmpty ? own.map(\.amount) : parts
    guard let amount = isAlone ? (stated ?? undisclosed(deal)) : subtract(known, from: stated)
    else { return nil }

    var remainder = Tranche(key: remainderKey(of: deal.key))
    remainder.deal = deal.key
    remainder.name = isAlone ? deal.name : "\(deal.name), not divided further"
    remainder.instrument = isAlone ? deal.kind : "unknown"
    remainder.isRemainder = true
    remainder.amount = amount
    remainder.origin = deal.origin
    return remainder
  }

  private static func undisclosed(_ deal: Deal) -> AmountColumns {
    var amount = AmountColumns()
    amount.qualifier = "undisclosed"
    amount.measureIsDerived = false
    amount.currency = deal.currency
    return amount
  }

  /// The deal's own amount: its preferred claim.
  private static func statedAmount(of deal: Deal, in transaction: borrowing Transaction) throws
    -> AmountColumns?
  {
    try transaction.first(
      """
      SELECT c.amount_minor, c.amount_low_minor, c.amount_high_minor, c.qualifier, c.measure,
        c.currency, c.measure_is_derived
      FROM claim c JOIN deal d ON d.id = c.record_id
      WHERE c.record_table = 'deal' AND c.attribute = 'amount' AND c.stance = 'preferred'
        AND d.key = ?
      """, [deal.key]
    ) { row in
      var amount = AmountColumns()
      amount.minor = try row(0)
      amount.lowMinor = try row(1)
      amount.highMinor = try row(2)
      amount.qualifier = try row(3)
      amount.measure = try row(4)
      amount.currency = try row(5)
      amount.measureIsDerived = try row(6)
      return amount
    }
  }

  /// The stated amounts of counted deals that are part of this one, in its currency.
  private static func partAmounts(of deal: Deal, in transaction: borrowing Transaction) throws
    -> [AmountColumns]
  {
    try transaction.query(
      """
      SELECT SUM(t.amount_minor) FROM deal_link l
      JOIN deal umbrella ON umbrella.id = l.to_deal_id AND umbrella.key = ?1
      JOIN deal part ON part.id = l.from_deal_id AND part.counted = 1
      JOIN tranche t ON t.deal_id = part.id AND t.currency = ?2
      WHERE l.kind = 'part_of' GROUP BY part.id
      """, [deal.key, deal.currency]
    ) { row in
      var amount = AmountColumns()
      amount.minor = try row(0)
      return amount
    }
  }

  /// What is left of the stated amount; nil when nothing is.
  private static func subtract(_ known: [AmountColumns], from stated: AmountColumns?)
    -> AmountColumns?
  {
    guard var rest = stated else { return nil }
    let sum = known.reduce(Int64(0)) { $0 + ($1.minor ?? $1.lowMinor ?? 0) }
    if let minor = rest.minor {
      guard minor > sum else { return nil }
      rest.minor = minor - sum
      if known.contains(where: { $0.qualifier == "about" }), rest.qualifier == "exact" {
        rest.qualifier = "about"
      }
      return rest
    }
    guard let low = rest.lowMinor, let high = rest.highMinor, high > sum else { return nil }
    rest.lowMinor = max(0, low - sum)
    rest.highMinor = high - sum
    return rest
  }

  private static func remove(_ key: String, in transaction: borrowing Transaction) throws {
    for table in FigureTable.all where table.columns.contains("tranche_id") {
      try transaction.run(
        "DELETE FROM \(table.name) WHERE tranche_id = (SELECT id FROM tranche WHERE key = ?)",
        [key])
    }
    try TrancheRepository().delete(key, in: transaction)
  }
}
