internal import Finance
public import SQLite

/// What `lending_figure` holds of a part that a party takes in a new tranche of a new deal, and
/// what it adds to `deal_figure`. As `BulkFigure` it must be what the table's query gives.
public struct BulkLending {
  /// Row numbers; lender and issuer by whom they are counted with.
  public var participation, lender, issuer, deal: Int64
  /// The amount in minor units, nil when undisclosed.
  public var minor: Int64?
  /// US cents for one minor unit.
  public var rate: Double?
  /// Whether it is no lender that puts it in.
  public var isInvestor = false
  /// The state of the deal that stands at the end.
  public var state: BulkState?
  /// Whether the deal is drawn in part in that state.
  public var isPartlyDrawn = false

  /// One of a part by its row number.
  public init(participation: Int64) {
    self.participation = participation
    (lender, issuer, deal) = (0, 0, 0)
  }
}

/// A row of `deal_figure`, as far as it is known.
struct BulkDealFigure {
  let deal: Int64
  let stage: Stage
  let from: TextBytes
  var debt: Int64 = 0
  var named: Int64 = 0
}

extension BulkWriter {
  /// Adds the figures of a part. One of a deal that has reached no stage has none.
  public mutating func add(_ part: BulkLending) throws {
    guard let stage = part.state?.stage else { return }
    var cents: Int64?
    if let minor = part.minor, let rate = part.rate {
      cents = ExchangeRates.cents(minor, rate: rate)
    }
    lendingFigures.integer(part.participation)
    lendingFigures.integer(part.lender)
    lendingFigures.integer(part.issuer)
    lendingFigures.integer(part.deal)
    lendingFigures.integer(stage.rank)
    lendingFigures.integer(cents)
    lendingFigures.integer(cents)
    lendingFigures.integer(part.minor == nil ? 1 : 0)
    lendingFigures.integer(part.isInvestor ? 1 : 0)
    lendingFigures.integer(part.isPartlyDrawn ? 1 : 0)
    try lendingFigures.insert()
    try note(part.state, ofDeal: part.deal, named: part.isInvestor ? nil : cents)
  }

  /// Adds to the figures of a deal, whose rows mostly follow each other.
  mutating func note(
    _ state: BulkState?, ofDeal deal: Int64, debt: Int64? = nil, named: Int64? = nil
  ) throws {
    guard let state, let stage = state.stage else { return }
    if dealFigure?.deal != deal {
      try writeDealFigure()
      dealFigure = BulkDealFigure(deal: deal, stage: stage, from: state.from)
    }
    guard var figure = dealFigure else { return }
    let debts = figure.debt.addingReportingOverflow(debt ?? 0)
    let names = figure.named.addingReportingOverflow(named ?? 0)
    if debts.overflow || names.overflow {
      throw LedgerError.rule(
        record: "deal in row \(deal)", rule: "its amounts come to more than an integer can hold")
    }
    (figure.debt, figure.named) = (debts.partialValue, names.partialValue)
    dealFigure = figure
  }

  /// Writes what is left of the figures of the last deal.
  public mutating func writeDealFigure() throws(SQLiteError) {
    guard let figure = dealFigure else { return }
    dealFigure = nil
    dealFigures.integer(figure.deal)
    dealFigures.integer(figure.stage.rank)
    dealFigures.text(figure.from)
    dealFigures.integer(figure.debt)
    dealFigures.integer(figure.named)
    try dealFigures.insert()
  }
}
