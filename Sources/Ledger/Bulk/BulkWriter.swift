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
  var partyFigures: RowInserter
  var lendingFigures: RowInserter
  var dealFigures: RowInserter
  /// What is to be written of the deal that rows were last added of.
  var dealFigure: BulkDealFigure?
  /// How many records were added.
  public internal(set) var added = 0

  /// One for an open run.
  ///
  /// `leftOut`: Columns that no row will have a value for, as `table.column`.
  public init(
    run: ImportRun, without leftOut: Set<String> = [], in transaction: borrowing Transaction
  ) throws {
    func table(_ name: String) throws -> BulkTable {
      try BulkTable(name, without: leftOut, in: transaction)
    }
    let sources = try table("source")
    let parties = try table("party")
    let names = try table("party_name")
    let deals = try table("deal")
    let tranches = try table("tranche")
    let identifiers = try table("instrument_identifier")
    let participations = try table("participation")
    let treatments = try table("accounting_treatment")
    let events = try table("event")
    let ratings = try table("rating_action")
    let spans = try table("state_span")
    let figures = try BulkColumns.figures(without: leftOut, in: transaction)
    let partyFigures = try BulkColumns.partyFigures(in: transaction)
    let lendingFigures = try BulkColumns.lendingFigures(in: transaction)
    let dealFigures = try BulkColumns.dealFigures(in: transaction)

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
    self.partyFigures = partyFigures
    self.lendingFigures = lendingFigures
    self.dealFigures = dealFigures
  }

  /// Goes on after records that were saved one by one.
  public mutating func renumber(in transaction: borrowing Transaction) throws {
    try tranches.renumber(in: transaction)
    try participations.renumber(in: transaction)
    try treatments.renumber(in: transaction)
    try events.renumber(in: transaction)
    try ratings.renumber(in: transaction)
  }
}
