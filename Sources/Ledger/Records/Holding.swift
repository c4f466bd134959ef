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
      .required("kind", \.kind), .value("title", \.title), .value("issuer_name", \.issuerName),
      .value("issuer_lei", \.issuerLEI), .value("issuer_country", \.issuerCountry),
      .value("issuer_category", \.issuerCategory), .value("asset_category", \.assetCategory),
      .value("isin", \.isin), .value("cusip", \.cusip), .value("matched_by", \.matchedBy),
      .value("shares", \.shares), .value("shares_unit", \.sharesUnit),
      .value("owned_pct", \.ownedPercent), .value("net_assets_pct", \.netAssetsPercent),
      .value("coupon_pct", \.couponPercent), .value("rate_type", \.rateType),
      .value("is_in_default", \.isInDefault), .value("is_in_arrears", \.isInArrears),
      .value("is_paid_in_kind", \.isPaidInKind), .value("is_convertible", \.isConvertible),
      .value("is_short", \.isShort), .value("is_restricted", \.isRestricted),
      .value("fair_value_level", \.fairValueLevel), .value("notes", \.notes),
      .value("value_minor", \.valueMinor, group: "amount"),
      .value("value_currency", \.valueCurrency, group: "amount"),
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
  /// The issuer as the source names it, whether or not it is a party on record.
  public var issuerName: String?
  /// The issuer's LEI as the source has it.
  public var issuerLEI: String?
  /// The country of the issuer, two letters of ISO 3166-1.
  public var issuerCountry: String?
  /// The kind of issuer in the source's own code, as `CORP` of Form N-PORT.
  public var issuerCategory: String?
  /// The kind of asset in the source's own code, as `DBT` of Form N-PORT.
  public var assetCategory: String?
  /// International securities identification number, of ISO 6166.
  public var isin: String?
  /// North American identifier of a security.
  public var cusip: String?
  /// By what an import found the tranche: `isin`, `cusip`, or `terms` (issuer, coupon, maturity);
  /// nil where the source names it.
  public var matchedBy: String?
  /// The day it is held on.
  public var asOf = DayPair()
  /// Face amount, principal or cost, as the measure says.
  public var balance = AmountColumns()
  /// What it is worth on that day, in minor units of `valueCurrency`, else of the balance's
  /// currency.
  public var valueMinor: Int64?
  /// The currency of the value, where it is another than the balance's.
  public var valueCurrency: String?
  /// How many shares or units.
  public var shares: Double?
  /// What they are, as `shares` or `contracts`; nil where the source does not say.
  public var sharesUnit: String?
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
  /// Whether interest is in arrears or was put off.
  public var isInArrears: Bool?
  /// Whether interest may be paid in kind.
  public var isPaidInKind: Bool?
  /// Whether it can be converted.
  public var isConvertible: Bool?
  /// Whether it is owed rather than held: a short position.
  public var isShort: Bool?
  /// Whether its resale is restricted.
  public var isRestricted: Bool?
  /// The level of its fair value, 1 for quoted prices to 3 for the holder's own inputs.
  public var fairValueLevel: Int?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
