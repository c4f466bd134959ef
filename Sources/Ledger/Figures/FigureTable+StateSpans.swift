extension FigureTable {
  /// The three axes by interval. Each event holds for an axis until the next one that sets it; an
  /// event without a day holds from the beginning, and a span in which an axis rests on such an
  /// event is marked. A tranche with events of its own has these and its deal's, and what it
  /// amounts to in each interval.
  static let stateSpans = FigureTable(
    name: "state_span",
    columns: [
      "deal_id", "tranche_id", "contract_id", "from_on", "before_on", "evidence", "binding",
      "funding", "stage", "is_undated", "is_resized", "size_low_minor", "size_high_minor",
      "drawn_minor", "repaid_minor", "balance_minor",
    ],
    touched: """
      deal_id IN (SELECT id FROM touched_deal)
      OR tranche_id IN (SELECT t.id FROM touched_deal d JOIN tranche t ON t.deal_id = d.id)
      OR contract_id IN (SELECT id FROM touched_contract)
      """,
    query: { scope in
      """
      WITH axis_event AS (
        SELECT id, deal_id, tranche_id, contract_id, occurred_on, evidence, binding, funding
        FROM event
        WHERE \(TrancheEvents.setsAxes("event")) AND deal_id IS NOT NULL
          AND \(scope.deal("deal_id"))
        UNION ALL
        SELECT id, deal_id, tranche_id, contract_id, occurred_on, evidence, binding, funding
        FROM event
        WHERE \(TrancheEvents.setsAxes("event")) AND contract_id IS NOT NULL
          AND \(scope.contract("contract_id"))
        UNION ALL
        SELECT e.id, NULL, e.tranche_id, NULL, e.occurred_on, e.evidence, e.binding, e.funding
        FROM tranche t JOIN event e ON e.tranche_id = t.id
          AND (\(TrancheEvents.setsAxes("e")) OR \(TrancheEvents.setsAmount("e")))
        WHERE \(scope.deal("t.deal_id"))
        UNION ALL
        SELECT e.id, NULL, t.id, NULL, e.occurred_on, e.evidence, e.binding, e.funding
        FROM tranche t JOIN event e ON e.deal_id = t.deal_id
          AND (\(TrancheEvents.setsAxes("e"))
            OR \(TrancheEvents.setsAmount("e")) AND \(TrancheEvents.isAlone))
        WHERE \(scope.deal("t.deal_id")) AND \(TrancheEvents.hasOwnStates)
      ),
      change AS MATERIALIZED (\(TrancheEvents.amounts(scope))),
      numbered AS (
        SELECT *,
          COUNT(evidence) OVER happened AS evidence_number,
          COUNT(binding) OVER happened AS binding_number,
          COUNT(funding) OVER happened AS funding_number,
          row_number() OVER (PARTITION BY deal_id, tranche_id, contract_id, occurred_on
            ORDER BY id DESC) AS from_last_of_day
        FROM axis_event
        WINDOW happened AS (PARTITION BY deal_id, tranche_id, contract_id
          ORDER BY occurred_on NULLS FIRST, id ROWS UNBOUNDED PRECEDING)
      ),
      held AS (
        SELECT deal_id, tranche_id, contract_id, occurred_on, from_last_of_day,
          MAX(evidence) OVER (
            PARTITION BY deal_id, tranche_id, contract_id, evidence_number) AS evidence,
          MAX(binding) OVER (
            PARTITION BY deal_id, tranche_id, contract_id, binding_number) AS binding,
          MAX(funding) OVER (
            PARTITION BY deal_id, tranche_id, contract_id, funding_number) AS funding,
          MAX(CASE WHEN evidence IS NOT NULL AND occurred_on IS NULL THEN 1 ELSE 0 END) OVER (
            PARTITION BY deal_id, tranche_id, contract_id, evidence_number)
          + MAX(CASE WHEN binding IS NOT NULL AND occurred_on IS NULL THEN 1 ELSE 0 END) OVER (
            PARTITION BY deal_id, tranche_id, contract_id, binding_number)
          + MAX(CASE WHEN funding IS NOT NULL AND occurred_on IS NULL THEN 1 ELSE 0 END) OVER (
            PARTITION BY deal_id, tranche_id, contract_id, funding_number) AS undated_axes
        FROM numbered
      ),
      span AS (
        SELECT *, lead(occurred_on) OVER (PARTITION BY deal_id, tranche_id, contract_id
          ORDER BY occurred_on NULLS FIRST) AS before_on
        FROM held WHERE from_last_of_day = 1
      )
      SELECT deal_id, tranche_id, contract_id, occurred_on AS from_on, before_on,
        evidence, binding, funding,
        CASE
          WHEN evidence IS NULL OR evidence = 'rumoured' THEN NULL
          WHEN binding IN ('lapsed', 'terminated') THEN NULL
          WHEN binding IS NULL OR binding <> 'definitive' THEN 'announced'
          WHEN funding IN ('partly_drawn', 'drawn') THEN 'outstanding'
          WHEN funding = 'repaid' THEN 'funded'
          ELSE 'binding' END AS stage,
        CASE WHEN undated_axes > 0 THEN 1 ELSE 0 END AS is_undated,
        \(TrancheEvents.balance)
      FROM span s
      """
    })
}
