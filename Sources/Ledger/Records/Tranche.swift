/// A part of a deal with terms of its own: the only level at which amounts are summed.
public struct Tranche: Record {
  public static let table = "tranche"
  public static let columns: [RecordColumn<Tranche>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .required("name", \.name), .required("instrument", \.instrument),
      .value("is_remainder", \.isRemainder), .value("seniority", \.seniority),
      .value("secured", \.secured), .value("rate_type", \.rateType),
      .value("coupon_pct", \.couponPercent), .value("benchmark", \.benchmark),
      .value("spread_bps", \.spreadBasisPoints),
      .value("spread_bps_high", \.spreadHighBasisPoints), .value("floor_pct", \.floorPercent),
      .value("issue_price_pct", \.issuePricePercent), .value("yield_pct", \.yieldPercent),
      .value("stated_tenor_years", \.statedTenorYears),
      .value("amortisation", \.amortisation),
      .value("counted", \.counted), .value("not_counted_because", \.notCountedBecause),
      .value("notes", \.notes),
    ] + amount(\.amount) + days("matures", \.matures) + days("first_call", \.firstCall)
    + origin(\.origin)

  public var key: String
  /// The deal's key.
  public var deal = ""
  public var name = ""
  /// A code of the list `instrument`.
  public var instrument = ""
  /// Whether it is what the sources leave undivided.
  public var isRemainder: Bool?
  public var seniority: String?
  public var secured: Bool?
  public var amount = AmountColumns()
  /// `fixed`, `floating`, `zero` or `unknown`.
  public var rateType: String?
  public var couponPercent: Double?
  public var benchmark: String?
  public var spreadBasisPoints: Double?
  public var spreadHighBasisPoints: Double?
  public var floorPercent: Double?
  public var issuePricePercent: Double?
  public var yieldPercent: Double?
  public var matures = DayPair()
  /// The tenor in years as stated, where no day of maturity is.
  public var statedTenorYears: Double?
  public var firstCall = DayPair()
  public var amortisation: String?
  public var counted: Bool?
  public var notCountedBecause: String?
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
