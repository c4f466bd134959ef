extension SheetLayout {
  /// Columns of the bulk tables for which no line of the sheet can have a value, so that rows are
  /// written without them.
  var emptyColumns: Set<String> {
    var empty: Set = [
      "tranche_figure.drawn_minor", "tranche_figure.repaid_minor", "tranche_figure.balance_minor",
    ]
    for (column, names) in Self.tableColumns where !has(column) { empty.formUnion(names) }
    return empty
  }

  private static let tableColumns: [(SheetColumn, Set<String>)] = [
    (.sourceDate, ["source.published_on", "source.published_until"]),
    (.sourceGrade, ["source.grade"]),
    (.country, ["deal.country"]), (.useOfProceeds, ["deal.use_of_proceeds"]),
    (.quote, ["deal.quote"]), (.notes, ["deal.notes"]),
    (.seniority, ["tranche.seniority"]), (.couponPercent, ["tranche.coupon_pct"]),
    (.spreadBasisPoints, ["tranche.spread_bps"]),
    (.spreadHighBasisPoints, ["tranche.spread_bps_high"]), (.benchmark, ["tranche.benchmark"]),
    (.floorPercent, ["tranche.floor_pct"]), (.issuePricePercent, ["tranche.issue_price_pct"]),
    (.yieldPercent, ["tranche.yield_pct"]), (.tenorYears, ["tranche.stated_tenor_years"]),
    (.maturesOn, ["tranche.matures_on", "tranche.matures_until"]),
    (.sharePercent, ["participation.share_pct"]),
    (.pricedOn, ["tranche_figure.priced_on", "tranche_figure.priced_until"]),
    (.closedOn, ["tranche_figure.settled_on", "tranche_figure.settled_until"]),
    (.dbrsRating, ["tranche_figure.dbrs_notch"]),
  ]
}
