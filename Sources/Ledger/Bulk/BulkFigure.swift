public import Finance
public import SQLite

/// What `tranche_figure` holds of a new tranche of a new deal, all of whose ratings and events are
/// known. It must be what the table's query gives; `deals check derived` holds one against the
/// other.
public struct BulkFigure {
  /// Row numbers.
  public var tranche, deal, issuer: Int64
  /// Texts of the columns of the same names.
  public var instrument, currency, privateByMarket, privateAsLabelled: TextBytes
  /// Whether the instrument is debt.
  public var isDebt = false
  /// The amount in minor units, nil when undisclosed.
  public var minor: Int64?
  /// US cents for one minor unit.
  public var rate: Double?
  /// The day of the rate.
  public var rateOn = TextBytes.nothing
  /// The deal's day, pricing and settlement.
  public var dated = BulkDays()
  /// When it was priced.
  public var priced = BulkDays()
  /// When it was settled.
  public var settled = BulkDays()
  /// The notches of S&P, Moody's, Fitch and DBRS, and their composite.
  public var notches = BulkNotches()
  /// The state that stands at the end.
  public var state: BulkState?
  /// Whether it is drawn in part in that state; of draws there are none yet.
  public var isPartlyDrawn = false

  /// One of which nothing is known.
  public init() {
    (tranche, deal, issuer) = (0, 0, 0)
    (instrument, currency) = (.nothing, .nothing)
    (privateByMarket, privateAsLabelled) = (.nothing, .nothing)
  }
}

/// The notches of a tranche's own ratings, nil where an agency has none.
public struct BulkNotches: Sendable {
  /// By agency.
  public var sp, moodys, fitch, dbrs: Int64?

  /// None.
  public init() {}

  /// What they come to as one.
  public var composite: Int64? {
    let notches = [sp, moodys, fitch, dbrs].compactMap { $0.map(Int.init) }
    return CompositeRating.secondBest(of: notches).map(Int64.init)
  }
}

/// The state of a deal in an interval.
public struct BulkState {
  /// The first day; empty where it holds from the beginning.
  public var from = TextBytes.nothing
  /// The first day it no longer holds; empty where it stands.
  public var before = TextBytes.nothing
  /// Texts of the columns of the same names.
  public var evidence = TextBytes.nothing
  /// How binding.
  public var binding = TextBytes.nothing
  /// How funded.
  public var funding = TextBytes.nothing
  /// The deepest stage.
  public var stage: Stage?
  /// Whether an axis rests on an event without a day.
  public var isUndated = false

  /// One of which nothing is known.
  public init() {}
}

extension BulkWriter {
  /// Adds an interval of a deal's state.
  public mutating func add(_ state: BulkState, deal: Int64) throws(SQLiteError) {
    spans.begin()
    spans.values.integer(deal)
    spans.values.text(state.from)
    spans.values.text(state.before)
    spans.values.text(state.evidence)
    spans.values.text(state.binding)
    spans.values.text(state.funding)
    if let stage = state.stage { spans.values.text(stage.text) } else { spans.values.null() }
    spans.values.integer(state.isUndated ? 1 : 0)
    try spans.end()
  }

  /// Adds the figures of a tranche.
  public mutating func add(_ figure: BulkFigure) throws {
    var cents: Int64?
    if let minor = figure.minor, let rate = figure.rate {
      cents = ExchangeRates.cents(minor, rate: rate)
    }
    figures.integer(figure.tranche)
    figures.integer(figure.deal)
    figures.integer(figure.issuer)
    figures.text(figure.instrument)
    figures.integer(figure.isDebt ? 1 : 0)
    figures.integer(1)
    figures.text(figure.currency)
    figures.integer(figure.minor)
    figures.integer(figure.minor)
    figures.integer(cents)
    figures.integer(cents)
    figures.integer(cents)
    figures.integer(figure.minor != nil && figure.rate == nil ? 1 : 0)
    figures.text(figure.rateOn)
    figures.real(figure.rate)
    bind(figure.dated)
    bind(figure.priced)
    bind(figure.settled)
    let composite = figure.notches.composite
    if composite == nil { figures.null() } else { figures.text("tranche") }
    figures.integer(figure.notches.sp)
    figures.integer(figure.notches.moodys)
    figures.integer(figure.notches.fitch)
    figures.integer(figure.notches.dbrs)
    figures.integer(composite)
    figures.text("unknown")
    figures.text(figure.privateByMarket)
    figures.text(figure.privateAsLabelled)
    figures.text(figure.state?.from ?? TextBytes.nothing)
    figures.integer(figure.state?.stage.map(\.rank) ?? 0)
    figures.integer(figure.state?.isUndated == true ? 1 : 0)
    figures.integer(figure.isPartlyDrawn ? 1 : 0)
    for _ in ["drawn_minor", "repaid_minor", "balance_minor"] { figures.null() }
    figures.integer(0)
    try figures.insert()
    try note(figure.state, ofDeal: figure.deal, debt: figure.isDebt ? cents : nil)
  }

  private mutating func bind(_ days: BulkDays) {
    figures.text(days.on)
    figures.text(days.until)
  }
}

extension Stage {
  fileprivate var text: StaticString {
    switch self {
    case .announced: "announced"
    case .binding: "binding"
    case .funded: "funded"
    case .outstanding: "outstanding"
    }
  }

  /// From 1 for announced to 4 for outstanding, as the views number it.
  var rank: Int64 {
    switch self {
    case .announced: 1
    case .binding: 2
    case .funded: 3
    case .outstanding: 4
    }
  }
}
