/// A part of the screen on one record: a heading and the question whose rows stand below it.
/// The question reads `:key`.
struct RecordSection {
  let title: String
  let sql: String
  var units: [String: String] = ["amount": "money", "amount_usd": "USD", "usd": "USD"]

  /// The sections of a kind of record, in reading order.
  static func all(of kind: String) -> [RecordSection] {
    let own =
      switch kind {
      case "deal": deal
      case "contract": contract
      case "party": party
      case "tranche": tranche
      default: [RecordSection]()
      }
    return own + parts(of: kind) + [claims(of: kind)]
  }

  private static let deal = [
    RecordSection(
      title: "Tranches",
      sql: """
        SELECT tranche_key, tranche, currency, amount, amount_low, amount_high, qualifier, measure,
          coupon_pct, spread_bps, matures_text, bucket,
          nullif(open_contradictions, 0) AS contested
        FROM tranches WHERE deal_key = :key ORDER BY tranche_key
        """,
      units: ["amount": "money", "amount_low": "money", "amount_high": "money"]),
    RecordSection(
      title: "Parties",
      sql: """
        SELECT party, party_kind, role, tranche_key, currency, amount, qualifier
        FROM commitments WHERE deal_key = :key ORDER BY commitment_key
        """),
    events,
    links,
  ]

  private static let contract = [
    RecordSection(
      title: "Legs",
      sql: """
        SELECT from_party, to_party, what, purpose, currency, amount, qualifier, measure,
          usd_per_year, (SELECT nullif(COUNT(*), 0) FROM contradictions c
            WHERE c.record_kind = 'contract_leg' AND c.record_key = flow_key
              AND c.is_resolved = 0) AS contested
        FROM flows WHERE record_kind = 'contract' AND record_key = :key ORDER BY flow_key
        """, units: ["amount": "money", "usd_per_year": "USD"]),
    events,
    links,
  ]

  private static let tranche = [events]

  /// The party that the one asked for is counted with.
  private static let identity = "(SELECT identity_key FROM parties WHERE party_key = :key)"

  private static let party = [
    RecordSection(
      title: "Borrows",
      sql: """
        SELECT deal_key, deal, amount_usd, stage, counted FROM deals
        WHERE \(identity) IN (issuer_key, sponsor_key, obligor_key)
        ORDER BY announced_on, deal_key
        """),
    RecordSection(
      title: "Lends and arranges",
      sql: """
        SELECT deal_key, deal, role, amount_usd FROM commitments WHERE party_key = \(identity)
        ORDER BY deal_key
        """),
    RecordSection(
      title: "Gives and gets",
      sql: """
        SELECT from_party, to_party, what, purpose, amount_usd, stage, counted, record_key
        FROM flows
        WHERE record_kind = 'contract' AND \(identity) IN (from_key, to_key) ORDER BY record_key
        """),
    RecordSection(
      title: "Ratings",
      sql: """
        SELECT acted_until AS day, agency, grade, outlook, level, scope, kind FROM ratings
        WHERE party_key = \(identity) ORDER BY acted_until
        """),
    RecordSection(
      title: "Other names",
      sql: """
        SELECT n.name, n.kind FROM party_name n JOIN party p ON p.id = n.party_id
        WHERE p.key = :key AND n.name <> p.name ORDER BY n.name
        """),
    RecordSection(
      title: "Verdicts",
      sql: """
        SELECT kind AS verdict, CASE from_key WHEN :key THEN to_key ELSE from_key END AS other_key,
          CASE from_key WHEN :key THEN to_party ELSE from_party END AS other, reason
        FROM party_links
        WHERE :key IN (from_key, to_key) AND kind IN ('same', 'different', 'unsure')
        ORDER BY other_key
        """),
  ]

  private static let events = RecordSection(
    title: "Events",
    sql: """
      SELECT occurred_on, occurred_until, kind, evidence, binding, funding FROM events
      WHERE record_key = :key ORDER BY occurred_on, event_key
      """)

  private static let links = RecordSection(
    title: "Belongs together",
    sql: """
      SELECT kind, from_key AS "from", to_key AS "to", reason FROM deal_links
      WHERE from_key = :key OR to_key = :key ORDER BY link_key
      """)

  private static func claims(of kind: String) -> RecordSection {
    RecordSection(
      title: "Claims",
      sql: """
        SELECT attribute, stance, value, amount, amount_low, amount_high, qualifier, original,
          publisher, locator
        FROM claims WHERE record_kind = '\(kind)' AND record_key = :key AND stance <> 'supports'
        ORDER BY attribute, stance = 'preferred' DESC, claim_key
        """, units: ["amount": "money", "amount_low": "money", "amount_high": "money"])
  }
}
