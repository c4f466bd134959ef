/// A source, as a sheet states it.
public struct BulkSource {
  /// The key; the address, if there is one; who published it.
  public var key, title, publisher, url: TextBytes
  /// A code of the list `source_kind`.
  public var kind: TextBytes
  /// How good it is: a code of the list `source_grade`; nothing where nobody says.
  public var grade: TextBytes
  /// When it was published.
  public var published: BulkDays

  /// One of which nothing is known.
  public init() {
    (key, title, publisher, url) = (.nothing, .nothing, .nothing, .nothing)
    (kind, grade, published) = (.nothing, .nothing, BulkDays())
  }
}

/// A pair of days as texts; both empty where nothing is known.
public struct BulkDays {
  /// The first day it can be.
  public var on = TextBytes.nothing
  /// The last day it can be.
  public var until = TextBytes.nothing

  /// None.
  public init() {}

  /// A pair by its texts.
  public init(on: TextBytes, until: TextBytes) {
    self.on = on
    self.until = until
  }
}

/// A deal, as a sheet states it.
public struct BulkDeal {
  /// The texts of the columns of the same names.
  public var key, name, kind, currency, country: TextBytes
  /// The texts of the columns of the same names.
  public var useOfProceeds, quote, notes: TextBytes
  /// Row numbers.
  public var issuer, source: Int64

  /// One of which nothing is known.
  public init() {
    (key, name, kind, currency, country) = (.nothing, .nothing, .nothing, .nothing, .nothing)
    (useOfProceeds, quote, notes) = (.nothing, .nothing, .nothing)
    (issuer, source) = (0, 0)
  }
}

/// An amount, as a sheet states it: one figure or none.
public struct BulkAmount {
  /// In minor units of the currency; nil when undisclosed.
  public var minor: Int64?
  /// The texts of the columns of the same names.
  public var qualifier, measure, currency: TextBytes

  /// None.
  public init() {
    (qualifier, measure, currency) = (.nothing, .nothing, .nothing)
  }
}

/// By which line of a sheet a row is known.
public struct BulkLine {
  /// The hash of the line.
  public var hash: Int64
  /// Which of the equal lines it is, from 1.
  public var occurrence: Int64

  /// The n-th line of a hash.
  public init(hash: Int64, occurrence: Int64) {
    self.hash = hash
    self.occurrence = occurrence
  }
}

/// A tranche, as a sheet states it.
public struct BulkTranche {
  /// The texts of the columns of the same names.
  public var key, name, instrument, market, privateLabel: TextBytes
  /// Texts of the columns of the same names.
  public var seniority, benchmark: TextBytes
  /// Row numbers.
  public var deal, source: Int64
  /// How much it is.
  public var amount = BulkAmount()
  /// Percent, and basis points.
  public var couponPercent, spreadBasisPoints, spreadHighBasisPoints, floorPercent,
    issuePricePercent,
    yieldPercent: Double?
  /// Years to maturity as the source gives them.
  public var statedTenorYears: Double?
  /// When it falls due.
  public var matures = BulkDays()
  /// The line, where the tranche is all that it states.
  public var line: BulkLine?

  /// One of which nothing is known.
  public init() {
    (key, name, instrument, market) = (.nothing, .nothing, .nothing, .nothing)
    (privateLabel, seniority) = (.nothing, .nothing)
    benchmark = .nothing
    (deal, source) = (0, 0)
  }
}

/// The part a party takes in a tranche, as a sheet states it.
public struct BulkParticipation {
  /// Row numbers; the deal's where it is a part in the whole, else the tranche's.
  public var deal, tranche: Int64?
  /// Row numbers.
  public var party, source: Int64
  /// A code of the list `participation_role`.
  public var role: TextBytes
  /// How much it is.
  public var amount = BulkAmount()
  /// The share, in percent.
  public var sharePercent: Double?
  /// The line that states it, where it states no more than one.
  public var line: BulkLine?

  /// One that a line states.
  public init(line: BulkLine?) {
    (party, source) = (0, 0)
    role = .nothing
    self.line = line
  }
}

/// An event of a deal, as a sheet states it.
public struct BulkEvent {
  /// Row numbers.
  public var deal, source: Int64
  /// The texts of the columns of the same names.
  public var kind, evidence, binding, funding: TextBytes
  /// When it happened.
  public var occurred = BulkDays()
  /// Whether the funding follows from a rule instead of the sheet.
  public var fundingIsDerived = false

  /// One of which nothing is known.
  public init() {
    (deal, source) = (0, 0)
    (kind, evidence, binding, funding) = (.nothing, .nothing, .nothing, .nothing)
  }
}
