internal import SQLite

/// What a source does not divide. Only tranches are summed, so a deal whose stated amount exceeds
/// its tranches gets one more, `KEY/undivided`.
enum Remainders {
  /// Makes, adjusts or removes the remainder of each deal named, and of every deal with parts.
  ///
  /// It is taken within the deal's currency: the stated amount less the deal's own tranches or,
  /// where other counted deals are parts of it, less those. It exists when positive, or when the
  /// deal has neither tranches nor parts.
  ///
  /// - Returns: what became of the remainders.
  /// - Throws: `LedgerError.rule` where one must go that something refers to.
  static func settle(
    _ deals: Set<String>, run: Int64, in transaction: borrowing Transaction
  ) throws -> ImportRun.Counts {
    let wholes = try transaction.query(
      """
      SELECT DISTINCT d.key FROM deal_link l JOIN deal d ON d.id = l.to_deal_id
      WHERE l.kind = 'part_of'
      """
    ) { try $0(0, as: String.self) }
    var counts = ImportRun.Counts()
    for key in deals.union(wholes).sorted() {
      guard let deal = try DealRepository().find(key, in: transaction) else { continue }
      let stored = try TrancheRepository().find(remainderKey(of: key), in: transaction)
      if let remainder = try remainder(of: deal, in: transaction) {
        counts.note(try TrancheRepository().save(remainder, run: run, in: transaction))
      } else if stored != nil {
        try remove(remainderKey(of: key), in: transaction)
        counts.changed += 1
      }
    }
    return counts
  }

  /// Deals whose remainder is not what their amount, tranches and parts leave.
  static func stale(in database: borrowing some Database & ~Copyable) throws -> [String] {
    var found: [String] = []
    for deal in try DealRepository().all(in: database) {
      let stored = try TrancheRepository().find(remainderKey(of: deal.key), in: database)
      let due = try remainder(of: deal, in: database)
      if stored?.amount != due?.amount { found.append(deal.key) }
    }
    return found
  }

  static func remainderKey(of deal: String) -> String { deal + "/undivided" }

  private static func remainder(
    of deal: Deal, in database: borrowing some Database & ~Copyable
  ) throws -> Tranche? {
    let tranches = try TrancheRepository().all(where: "deal_id", is: deal.key, in: database)
      .filter { $0.isRemainder != true }
    let parts = try partAmounts(of: deal, in: database)
    let stated = try statedAmount(of: deal.key, in: database)
    let isAlone = tranches.isEmpty && parts.isEmpty
    let own = tranches.filter { $0.amount.currency == deal.currency }.map(\.amount)
    guard
      let amount = isAlone
        ? (stated ?? undisclosed(deal)) : rest(of: stated, without: parts.isEmpty ? own : parts)
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

  /// What a deal is said to amount to as a whole: its preferred claim.
  private static func statedAmount(
    of deal: String, in database: borrowing some Database & ~Copyable
  ) throws -> AmountColumns? {
    let claim = try ClaimRepository().all(
      matching: """
        t.record_table = 'deal' AND t.attribute = 'amount' AND t.stance = 'preferred'
        AND t.record_id = (SELECT id FROM deal WHERE key = ?)
        """, [deal], in: database
    ).first
    return claim.flatMap { $0.amount.hasFigure ? $0.amount : nil }
  }

  /// What the counted parts of a deal amount to in its currency: as stated, else by their tranches.
  private static func partAmounts(
    of deal: Deal, in database: borrowing some Database & ~Copyable
  ) throws -> [AmountColumns] {
    let parts = try DealRepository().all(
      matching: """
        t.counted = 1 AND t.id IN (SELECT l.from_deal_id FROM deal_link l
          JOIN deal whole ON whole.id = l.to_deal_id
          WHERE l.kind = 'part_of' AND whole.key = ?)
        """, [deal.key], in: database)
    var amounts: [AmountColumns] = []
    for part in parts {
      if let stated = try statedAmount(of: part.key, in: database),
        stated.currency == deal.currency
      {
        amounts.append(stated)
      } else {
        amounts += try TrancheRepository().all(where: "deal_id", is: part.key, in: database)
          .filter { $0.counted != false && $0.amount.currency == deal.currency }.map(\.amount)
      }
    }
    return amounts
  }

  /// What is left of the stated amount; nil when nothing is. Where what is taken away is a range,
  /// so is the rest.
  static func rest(of stated: AmountColumns?, without known: [AmountColumns]) -> AmountColumns? {
    guard var rest = stated, let least = rest.minor ?? rest.lowMinor,
      let most = rest.minor ?? rest.highMinor
    else { return nil }
    let knownLeast = known.reduce(Int64(0)) { $0 + $1.least }
    let knownMost = known.reduce(Int64(0)) { $0 + ($1.minor ?? $1.highMinor ?? 0) }
    // Where what is known reaches both ends, it is the whole.
    guard most > knownMost || least > knownLeast else { return nil }
    let low = max(0, least - knownMost)
    let high = most - knownLeast
    if low == high {
      rest.minor = high
      (rest.lowMinor, rest.highMinor) = (nil, nil)
      let isAbout = known.contains { $0.qualifier == "about" }
      if rest.qualifier == "range" || (rest.qualifier == "exact" && isAbout) {
        rest.qualifier = isAbout ? "about" : "exact"
      }
    } else {
      rest.minor = nil
      (rest.lowMinor, rest.highMinor) = (low, high)
      rest.qualifier = "range"
    }
    return rest
  }

  private static func remove(_ key: String, in transaction: borrowing Transaction) throws {
    for (table, column) in [
      ("participation", "tranche_id"), ("rating_action", "tranche_id"), ("event", "tranche_id"),
      ("instrument_identifier", "tranche_id"),
    ] {
      let referring = try transaction.value(
        "SELECT key FROM \(table) WHERE \(column) = (SELECT id FROM tranche WHERE key = ?)",
        [key], as: String.self)
      if let referring {
        throw LedgerError.rule(
          record: key,
          rule: "nothing is left undivided, but \(table) '\(referring)' is about it; "
            + "give that to one of the tranches first")
      }
    }
    for table in FigureTable.all where table.columns.contains("tranche_id") {
      try transaction.run(
        "DELETE FROM \(table.name) WHERE tranche_id = (SELECT id FROM tranche WHERE key = ?)",
        [key])
    }
    try transaction.run(
      """
      DELETE FROM claim WHERE record_table = 'tranche'
        AND record_id = (SELECT id FROM tranche WHERE key = ?)
      """, [key])
    try TrancheRepository().delete(key, in: transaction)
  }
}

extension AmountColumns {
  /// The least the amount can be, in minor units: nothing for "up to" and for what is not said.
  fileprivate var least: Int64 {
    qualifier == "up_to" ? 0 : minor ?? lowMinor ?? 0
  }
}
