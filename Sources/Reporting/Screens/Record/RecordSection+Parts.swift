/// What belongs to a record beside its tranches, legs and events.
extension RecordSection {
  private static let money = [
    "amount": "millions", "amount_low": "millions", "amount_high": "millions",
    "value": "millions", "owned": "percent", "share": "percent",
  ]

  /// Most parts have no amount; that is no news.
  private static let qualifier =
    "nullif(nullif(qualifier, 'exact'), 'undisclosed') AS qualifier"

  /// A number or two with their unit.
  private static let figure = """
    \(plain("number")) || coalesce(' to ' || \(plain("number_high")), '')
      || coalesce(' ' || replace(unit, '_', ' '), '') AS figure
    """

  /// A number without a point where it is whole.
  private static func plain(_ column: String) -> String {
    """
    CASE WHEN \(column) = CAST(\(column) AS INTEGER) THEN CAST(CAST(\(column) AS INTEGER) AS TEXT)
      ELSE CAST(\(column) AS TEXT) END
    """
  }

  /// The sections for a kind of record, in reading order.
  static func parts(of kind: String) -> [RecordSection] {
    switch kind {
    case "deal": [dealTerms, repayments("deal_key"), pledges, milestones, dealHoldings, themes]
    case "tranche": [terms, repayments("tranche_key"), tranchePledges, trancheHoldings]
    case "contract": [terms, milestones]
    case "party": [partyHoldings, assets, themes]
    case "asset": [assetPledges]
    case "theme": [members]
    default: []
    }
  }

  /// Those of its tranches too, with their key.
  private static let dealTerms = RecordSection(
    title: "Terms",
    sql: """
      SELECT term_key AS cite, CASE WHEN record_kind = 'tranche' THEN
          CASE WHEN substr(record_key, 1, length(:key) + 1) = :key || '/'
            THEN substr(record_key, length(:key) + 2) ELSE record_key END END AS tranche,
        replace(kind, '_', ' ') AS term, \(figure), currency, amount, amount_low, amount_high,
        \(qualifier), starts_on, ends_on, condition
      FROM terms
      WHERE record_key = :key OR record_kind = 'tranche' AND record_key IN (
        SELECT t.key FROM tranche t JOIN deal d ON d.id = t.deal_id WHERE d.key = :key)
      ORDER BY record_kind, term_key
      """, units: money, leastWidths: ["qualifier": 100],
    rest: "deals sql \"SELECT * FROM terms WHERE record_key = 'KEY'\"")

  private static let terms = RecordSection(
    title: "Terms",
    sql: """
      SELECT term_key AS cite, replace(kind, '_', ' ') AS term, \(figure), currency, amount,
        amount_low, amount_high, \(qualifier), starts_on, ends_on, condition
      FROM terms WHERE record_key = :key ORDER BY term_key
      """, units: money)

  /// Payments on record; the maturity of a tranche stands with its facts.
  private static func repayments(_ column: String) -> RecordSection {
    RecordSection(
      title: "Repayments",
      sql: """
        SELECT repayment_key AS cite, \(column == "deal_key" ? "tranche_key, " : "")due_on,
          nullif(due_until, due_on) AS due_until, basis, currency,
          amount, amount_low, amount_high, \(qualifier), share_pct AS share
        FROM repayments WHERE \(column) = :key AND basis <> 'maturity'
        ORDER BY due_on, repayment_key
        """, units: money)
  }

  private static let pledges = RecordSection(
    title: "Pledged for it",
    sql: """
      SELECT pledge_key AS cite, asset_key, asset, kind, rank, tranche_key, agent, from_on,
        released_on,
        pledges_of_asset
      FROM pledges WHERE deal_key = :key ORDER BY pledge_key
      """)

  private static let tranchePledges = RecordSection(
    title: "Pledged for it",
    sql: """
      SELECT pledge_key AS cite, asset_key, asset, kind, rank, agent, from_on, released_on,
        pledges_of_asset
      FROM pledges WHERE tranche_key = :key ORDER BY pledge_key
      """)

  private static let assetPledges = RecordSection(
    title: "Pledged to",
    sql: """
      SELECT pledge_key AS cite, deal_key, tranche_key, issuer, kind, rank, agent, from_on,
        released_on
      FROM pledges WHERE asset_key = :key ORDER BY pledge_key
      """)

  private static let milestones = RecordSection(
    title: "Milestones",
    sql: """
      SELECT milestone_key AS cite, sequence, kind, quantity, unit, price_hurdle,
        vests_quantity, vests_unit, currency,
        amount, amount_low, amount_high, \(qualifier), due_on, reached_on, condition
      FROM milestones WHERE record_key = :key ORDER BY sequence, milestone_key
      """, units: money)

  private static let dealHoldings = RecordSection(
    title: "Held by",
    sql: """
      SELECT holding_key AS cite, holder, tranche_key, as_of_until AS day, currency, amount,
        measure, value
      FROM holdings WHERE deal_key = :key ORDER BY as_of_until, holding_key
      """, units: money)

  private static let trancheHoldings = RecordSection(
    title: "Held by",
    sql: """
      SELECT holding_key AS cite, holder, as_of_until AS day, title, currency, amount,
        measure, value, CASE is_in_default WHEN 1 THEN 'in default' END AS state
      FROM holdings WHERE tranche_key = :key ORDER BY as_of_until, holding_key
      """, units: money)

  private static let partyHoldings = RecordSection(
    title: "Holds and is held",
    sql: """
      SELECT holding_key AS cite, holder, issuer, kind, title, tranche_key, as_of_until AS day, currency,
        amount, measure, value, shares, owned_pct AS owned
      FROM holdings WHERE holder_key = :key OR issuer_key = :key
      ORDER BY as_of_until DESC, coalesce(value, amount) DESC, holding_key
      """, units: money,
    leastWidths: ["title": 110, "tranche_key": 120, "shares": 100, "measure": 100, "amount": 90],
    limit: 12,
    rest: "deals sql \"SELECT * FROM holdings WHERE 'KEY' IN (holder_key, issuer_key)\"")

  private static let assets = RecordSection(
    title: "Owns",
    sql: """
      SELECT asset_key AS cite, asset_key, asset, kind, place, capacity_mw, quantity, unit,
        currency, amount,
        pledges_of_asset
      FROM assets WHERE owner_key = :key ORDER BY asset_key
      """, units: money)

  private static let themes = RecordSection(
    title: "On the lists",
    sql: """
      SELECT theme_key, theme, version, from_on, before_on, reason FROM theme_members
      WHERE record_key = :key ORDER BY theme_key, from_on
      """)

  private static let members = RecordSection(
    title: "Members",
    sql: """
      SELECT record_kind, record_key, record, from_on, before_on, reason FROM theme_members
      WHERE theme_key = :key ORDER BY record_kind, record_key, from_on
      """)
}
