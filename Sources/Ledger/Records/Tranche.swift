/// A part of a deal with terms of its own: the only level at which amounts are summed.
public struct Tranche: Record {
  /// The table of these records.
  public static let table = "tranche"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "name", view: "tranches", keyColumn: "tranche_key", claims: .part)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Tranche>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("joins_tranche_id", \.joins, to: "tranche"),
      .required("name", \.name), .code("instrument", \.instrument, list: "instrument"),
      .value("market", \.market), .value("private_label", \.privateLabel),
      .value("is_remainder", \.isRemainder), .code("seniority", \.seniority, list: "seniority"),
      .value("secured", \.secured), .value("rate_type", \.rateType),
      .value("coupon_pct", \.couponPercent), .code("benchmark", \.benchmark, list: "benchmark"),
      .value("spread_bps", \.spreadBasisPoints),
      .value("spread_bps_high", \.spreadHighBasisPoints), .value("floor_pct", \.floorPercent),
      .value("issue_price_pct", \.issuePricePercent), .value("yield_pct", \.yieldPercent),
      .value("stated_tenor_years", \.statedTenorYears),
      .code("amortisation", \.amortisation, list: "amortisation"),
      .value("counted", \.counted, group: "counted"),
      .value("not_counted_because", \.notCountedBecause, group: "counted"),
      .value("counted_is_derived", \.countedIsDerived, group: "counted"),
      .value("notes", \.notes),
    ] + amount(\.amount) + days("matures", \.matures) + days("first_call", \.firstCall)
    + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The deal's key.
  public var deal = ""
  /// The key of the tranche whose series this one enlarges: a tap.
  public var joins: String?
  /// The name it is shown by.
  public var name = ""
  /// A code of the list `instrument`.
  public var instrument = ""
  /// A code of the list `market`, where it is not its deal's.
  public var market: String?
  /// `yes` or `no` where a source calls it private credit or not, apart from its deal.
  public var privateLabel: String?
  /// Whether it is what the sources leave undivided.
  public var isRemainder: Bool?
  /// Rank in an insolvency, a code of the list `seniority`.
  public var seniority: String?
  /// Whether it is secured.
  public var secured: Bool?
  /// The amount.
  public var amount = AmountColumns()
  /// `fixed`, `floating`, `zero` or `unknown`.
  public var rateType: String?
  /// Coupon, in percent a year.
  public var couponPercent: Double?
  /// What a floating rate or a spread is over, a code of the list `benchmark`.
  public var benchmark: String?
  /// Spread over the benchmark, in basis points.
  public var spreadBasisPoints: Double?
  /// The upper end of a spread that is a range, in basis points.
  public var spreadHighBasisPoints: Double?
  /// The least the reference rate counts as, in percent a year.
  public var floorPercent: Double?
  /// Price at issue, in percent of face.
  public var issuePricePercent: Double?
  /// Yield at issue, in percent a year.
  public var yieldPercent: Double?
  /// When it falls due.
  public var matures = DayPair()
  /// The tenor in years as stated, where no day of maturity is.
  public var statedTenorYears: Double?
  /// When the issuer may first call it.
  public var firstCall = DayPair()
  /// How it is repaid, a code of the list `amortisation`.
  public var amortisation: String?
  /// Whether totals count it; nil leaves what is stored.
  public var counted: Bool?
  /// Why totals do not count it; only where they do not.
  public var notCountedBecause: String?
  /// Whether links decide that totals do not count it, and not a document.
  public var countedIsDerived: Bool?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// Its name: another one at its place is another tranche.
  public var placeContent: String? { name }

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
