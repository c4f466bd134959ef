internal import SQLite

/// What a run saved, as far as derived rows follow from it.
struct TouchedRecords: Sendable {
  private var keys: [String: Set<String>] = [:]
  private var deals: Set<Int64> = []
  private var rates = TouchedRates()
  /// Whether records joined by links may have changed.
  var isLinkedToo = false

  /// Takes note of a record.
  mutating func note(_ record: any Record) {
    switch record {
    case let deal as Deal: note("deal", deal.key)
    case let tranche as Tranche: note("deal", tranche.deal)
    case let part as Participation: note(deal: part.deal, tranche: part.tranche)
    case let event as Event:
      note(deal: event.deal, tranche: event.tranche)
      if let contract = event.contract { note("contract", contract) }
    case let rating as RatingAction:
      if rating.deal == nil, rating.tranche == nil { note("party", rating.party) }
      note(deal: rating.deal, tranche: rating.tranche)
    case let contract as Contract: note("contract", contract.key)
    case let leg as ContractLeg: note("contract", leg.contract)
    case let party as Party: note("party", party.key)
    case let link as PartyLink: note(link)
    case let claim as Claim where claim.recordKind == "deal": note("deal", claim.record)
    case let source as Source: note("source", source.key)
    default: break
    }
  }

  /// Takes note of a link of parties that was made or is gone. One that says who is the same bears
  /// on their deals too, one that says who belongs to whom on the parties alone.
  mutating func note(_ link: PartyLink) {
    let table = link.kind == PartyVerdict.same.rawValue ? "party" : "party_link"
    note(table, link.from)
    note(table, link.to)
  }

  /// Takes note of a deal by its row number.
  mutating func note(deal row: Int64) { deals.insert(row) }

  /// Takes note of exchange rates that were added or changed.
  mutating func note(rates new: [DailyValue]) { rates.note(new) }

  private mutating func note(deal: String?, tranche: String?) {
    if let deal { note("deal", deal) }
    if let tranche { note("tranche", tranche) }
  }

  private mutating func note(_ table: String, _ key: String) {
    keys[table, default: []].insert(key)
  }

  /// The tables that a run's touched records are listed in.
  static let lists = ["touched_party", "touched_deal", "touched_contract"]

  /// Lists the parties, deals and contracts whose derived rows follow from what was touched, in
  /// `touched_party`, `touched_deal` and `touched_contract`.
  func list(in transaction: borrowing Transaction) throws {
    for table in Self.lists {
      try transaction.run("CREATE TEMP TABLE \(table) (id INTEGER PRIMARY KEY)")
    }
    // Those that other tools have added, too.
    try transaction.run(
      "INSERT INTO touched_party SELECT id FROM party EXCEPT SELECT party_id FROM party_figure")
    for (table, key) in keys.flatMap({ table, keys in keys.map { (table, $0) } }) {
      for statement in Self.statements[table] ?? [] {
        try transaction.run("INSERT OR IGNORE INTO \(statement)", [key])
      }
    }
    for row in deals {
      try transaction.run("INSERT OR IGNORE INTO touched_deal VALUES (?)", [row])
    }
    try rates.list(in: transaction)
    guard isLinkedToo else { return }
    for end in ["from", "to"] {
      for record in ["deal", "contract"] {
        try transaction.run(
          """
          INSERT OR IGNORE INTO touched_\(record)
          SELECT \(end)_\(record)_id FROM deal_link WHERE \(end)_\(record)_id IS NOT NULL
          """)
      }
    }
  }

  /// Drops the lists.
  static func forget(in transaction: borrowing Transaction) throws {
    for table in lists { try transaction.run("DROP TABLE \(table)") }
  }

  /// Which deals and contracts a record of a table bears on.
  private static let statements: [String: [String]] = [
    "deal": ["touched_deal SELECT id FROM deal WHERE key = ?"],
    "tranche": ["touched_deal SELECT deal_id FROM tranche WHERE key = ?"],
    "contract": ["touched_contract SELECT id FROM contract WHERE key = ?"],
    "party": [
      "touched_party \(connected(byAnyOf: everyLink))",
      """
      touched_deal SELECT d.id FROM (\(connected(byAnyOf: ["same"]))) m
      JOIN deal d ON d.issuer_id = m.id
      """,
      """
      touched_deal SELECT coalesce(q.deal_id, t.deal_id)
      FROM (\(connected(byAnyOf: ["same"]))) m JOIN participation q ON q.party_id = m.id
      LEFT JOIN tranche t ON t.id = q.tranche_id
      """,
    ],
    "party_link": ["touched_party \(connected(byAnyOf: everyLink))"],
    "source": [
      "touched_deal SELECT d.id FROM source s JOIN deal d ON d.source_id = s.id WHERE s.key = ?",
      """
      touched_contract SELECT k.id FROM source s JOIN contract k ON k.source_id = s.id
      WHERE s.key = ?
      """,
    ],
  ]

  /// The links that `party_figure` follows.
  static let everyLink = ["same", "subsidiary", "sponsor", "brand"]

  /// Parties, else one by its key, and all that links of these kinds join them to, in either
  /// direction.
  static func connected(
    byAnyOf kinds: [String], from start: String = "SELECT id FROM party WHERE key = ?1"
  ) -> String {
    let list = kinds.map { "'\($0)'" }.joined(separator: ", ")
    return """
      WITH RECURSIVE reached (id) AS (
        \(start)
        UNION
        SELECT l.to_party_id FROM reached r
        JOIN party_link l ON l.from_party_id = r.id AND l.kind IN (\(list))
        UNION
        SELECT l.from_party_id FROM reached r
        JOIN party_link l ON l.to_party_id = r.id AND l.kind IN (\(list))
      )
      SELECT id FROM reached
      """
  }
}
