extension FigureTable {
  /// What rests on an unresolved contradiction, and what of it does. Contradictions are few, so all
  /// of it is made anew whatever a run touched; totals read it for every tranche.
  ///
  /// A contradiction on a deal's amount touches what is undivided of it, one on its issuer, kind,
  /// currency or days, or on one of its events, every tranche; one on a lender or its kind the
  /// tranches it lends.
  static let contested = FigureTable(
    name: "contested_figure", columns: ["record_kind", "record_id", "bearing"], touched: "1",
    query: { _ in
      """
      WITH open AS MATERIALIZED (
        SELECT record_kind, record_id, attribute, deal_id, tranche_id, contract_id
        FROM contradiction_owners WHERE is_resolved = 0
      )
      SELECT DISTINCT record_kind, record_id, bearing
      FROM (
        SELECT o.record_kind, o.record_id,
          CASE WHEN o.attribute = 'market' OR o.attribute = 'private_label' THEN 'private'
            ELSE 'figure' END AS bearing
        FROM open o
        UNION ALL
        SELECT 'tranche', t.id,
          CASE WHEN o.attribute = 'market' OR o.attribute = 'private_label' THEN 'private'
            ELSE 'figure' END
        FROM open o
        JOIN tranche t ON t.deal_id = o.record_id
        WHERE o.record_kind = 'deal'
          AND (o.attribute = 'amount' AND t.is_remainder = 1
            OR o.attribute = 'issuer' OR o.attribute = 'kind' OR o.attribute = 'currency'
            OR o.attribute = 'counted' OR o.attribute = 'market' OR o.attribute = 'private_label'
            OR o.attribute = 'announced_on' OR o.attribute = 'priced_on'
            OR o.attribute = 'signed_on' OR o.attribute = 'closed_on')
        UNION ALL
        SELECT 'tranche', t.id, CASE o.record_kind WHEN 'event' THEN 'figure'
          WHEN 'rating_action' THEN 'rating' ELSE 'private' END
        FROM open o
        JOIN tranche t ON t.id = o.tranche_id
        WHERE o.record_kind = 'event' OR o.record_kind = 'rating_action'
          OR o.record_kind = 'participation'
        UNION ALL
        SELECT 'tranche', t.id, CASE o.record_kind WHEN 'event' THEN 'figure'
          WHEN 'rating_action' THEN 'rating' ELSE 'private' END
        FROM open o
        JOIN tranche t ON t.deal_id = o.deal_id
        WHERE o.tranche_id IS NULL AND (o.record_kind = 'event' OR o.record_kind = 'rating_action'
          OR o.record_kind = 'participation')
        UNION ALL
        SELECT 'tranche', t.id, 'rating'
        FROM open o
        JOIN rating_action a ON a.id = o.record_id
        JOIN deal d ON d.issuer_id = a.party_id
        JOIN tranche t ON t.deal_id = d.id
        WHERE o.record_kind = 'rating_action' AND a.deal_id IS NULL AND a.tranche_id IS NULL
          AND (a.level = 'issuer' OR a.level = 'senior_unsecured')
        UNION ALL
        SELECT 'tranche', t.id, 'private'
        FROM open o
        JOIN participation q ON q.party_id = o.record_id
        JOIN tranche t ON t.id = q.tranche_id
        WHERE o.record_kind = 'party' AND o.attribute = 'kind'
          AND (q.role = 'lender' OR q.role = 'anchor_investor' OR q.role = 'holder')
        UNION ALL
        SELECT 'tranche', t.id, 'private'
        FROM open o
        JOIN participation q ON q.party_id = o.record_id
        JOIN tranche t ON t.deal_id = q.deal_id
        WHERE o.record_kind = 'party' AND o.attribute = 'kind'
          AND (q.role = 'lender' OR q.role = 'anchor_investor' OR q.role = 'holder')
        UNION ALL
        SELECT 'contract_leg', l.id, 'figure'
        FROM open o
        JOIN contract_leg l ON l.contract_id = o.contract_id
        WHERE o.record_kind = 'event' OR o.record_kind = 'contract'
          AND (o.attribute = 'kind' OR o.attribute = 'term_years' OR o.attribute = 'counted'
            OR o.attribute = 'announced_on' OR o.attribute = 'signed_on')
      ) x
      """
    })
}
