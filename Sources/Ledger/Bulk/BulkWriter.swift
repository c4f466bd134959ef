public import SQLite

/// Appends many new records, and what is derived of them, as fast as SQLite takes rows.
///
/// Nothing is looked up and no key is compared: that the records are new, and that the row numbers
/// they refer to are right, is for the caller to know. What the repositories look after one by one
/// the unique indexes look after in the end.
public struct BulkWriter: ~Copyable {
  let run: Int64
  var sources: BulkTable
  var parties: BulkTable
  var names: BulkTable
  var deals: BulkTable
  var tranches: BulkTable
  var identifiers: BulkTable
  var participations: BulkTable
  var treatments: BulkTable
  var events: BulkTable
  var ratings: BulkTable
  var spans: BulkTable
  var figures: RowInserter
  /// How many records were added.
  public internal(set) var added = 0

  /// One for an open run.
  public init(run: ImportRun, in transaction: borrowing Transaction) throws {
    func table(_ name: String, _ columns: String) throws -> BulkTable {
      try BulkTable(name, columns, in: transaction)
    }
    let sources = try table(
      "source",
      "key, kind, title, publisher, url, published_on, published_until, run_id")
    let parties = try table("party", "key, name, country, source_id, run_id")
    let names = try table("party_name", "key, party_id, name, folded, source_id, run_id")
    let deals = try table(
      "deal",
      """
      key, name, kind, issuer_id, currency, country, use_of_proceeds, quote, notes, source_id, \
      run_id
      """)
    let tranches = try table(
      "tranche",
      """
      key, deal_id, name, instrument, market, private_label, seniority, amount_minor, qualifier, measure, \
      measure_is_derived, currency, rate_type, coupon_pct, benchmark, spread_bps, floor_pct, \
      issue_price_pct, yield_pct, matures_on, matures_until, source_id, locator, line_hash, \
      line_occurrence, run_id
      """)
    let identifiers = try table(
      "instrument_identifier", "key, tranche_id, scheme, value, source_id, run_id")
    let participations = try table(
      "participation",
      """
      tranche_id, party_id, role, share_pct, amount_minor, qualifier, measure, \
      measure_is_derived, currency, source_id, locator, line_hash, line_occurrence, run_id
      """)
    let treatments = try table(
      "accounting_treatment", "deal_id, party_id, treatment, source_id, run_id")
    let events = try table(
      "event",
      """
      deal_id, kind, occurred_on, occurred_until, evidence, binding, funding, \
      funding_is_derived, source_id, run_id
      """)
    let ratings = try table(
      "rating_action",
      """
      party_id, tranche_id, level, agency, scale, grade, acted_on, acted_until, source_id, run_id
      """)
    let spans = try table(
      "state_span",
      "deal_id, from_on, before_on, evidence, binding, funding, stage, is_undated")
    let figures = RowInserter(try transaction.prepare(Self.figureInsertion))
  
    self.run = run.id
    self.sources = sources
    self.parties = parties
    self.names = names
    self.deals = deals
    self.tranches = tranches
    self.identifiers = identifiers
    self.participations = participations
    self.treatments = treatments
    self.events = events
    self.ratings = ratings
    self.spans = spans
    self.figures = figures
  }

  private static var figureInsertion: String {
    let columns = FigureTable.tranches.columns
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO tranche_figure (\(columns.joined(separator: ", "))) VALUES (\(marks))"
  }
}
