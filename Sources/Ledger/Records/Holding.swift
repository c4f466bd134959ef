/// What a party holds on a day, as it or a fund reports: a line of a portfolio, never a deal.
public struct Holding: Record {
  /// The table of these records.
  public static let table = "holding"
  /// Yes: portfolios have many lines that nobody names.
  public static let hasNumberedRows = true
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "kind", view: "holdings", keyColumn: "holding_key", claims: .statement)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Holding>] =
    [
      .reference("holder_id", \.holder, to: "party"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .reference("issuer_id", \.issuer, to: "party"),
      .required("kind", \.kind), .value("title", \.title), .value("isin", \.isin),
      .value("cusip", \.cusip), .value("shares", \.shares),
      .value("owned_pct", \.ownedPercent), .value("net_assets_pct", \.netAssetsPercent),
      .value("coupon_pct", \.couponPercent), .value("rate_type", \.rateType),
      .value("is_in_default", \.isInDefault), .value("notes", \.notes),
      .value("value_minor", \.valueMinor, group: "amount"),
    ] + amount(\.balance, derived: false) + days("as_of", \.asOf) + days("matures", \.matures)
    + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// Who holds it, as a party's key.
  public var holder = ""
  /// The tranche's key, where it is one on record.
  public var tranche: String?
  /// Who issued it, as a party's key.
  public var issuer: String?
  /// `debt`, `equity`, `derivative` or `other`.
  public var kind = ""
  /// The instrument as the source names it.
  public var title: String?
  /// International securities identification number, of ISO 6166.
  public var isin: String?
  /// North American identifier of a security.
  public var cusip: String?
  /// The day it is held on.
  public var asOf = DayPair()
  /// Face amount, principal or cost, as the measure says.
  public var balance = AmountColumns()
  /// What it is worth on that day, in minor units of the balance's currency.
  public var valueMinor: Int64?
  /// How many shares or units.
  public var shares: Double?
  /// The share of the issuer's equity that is held, in percent.
  public var ownedPercent: Double?
  /// The share of the holder's net assets, in percent.
  public var netAssetsPercent: Double?
  /// Coupon, in percent a year.
  public var couponPercent: Double?
  /// `fixed`, `floating`, `zero` or `unknown`.
  public var rateType: String?
  /// When it falls due.
  public var matures = DayPair()
  /// Whether the holder reports it as in default.
  public var isInDefault: Bool?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
