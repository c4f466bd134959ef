/// Something that lenders can turn to: a site, a pool of chips, a customer's contract.
public struct Asset: Record {
  /// The table of these records.
  public static let table = "asset"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "name", view: "assets", keyColumn: "asset_key", claims: .whole)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Asset>] =
    [
      .required("name", \.name), .code("kind", \.kind, list: "asset_kind"),
      .reference("owner_id", \.owner, to: "party"), .value("country", \.country),
      .value("place", \.place), .value("capacity_mw", \.capacityMegawatts),
      .value("quantity", \.quantity), .value("unit", \.unit), .value("model", \.model),
      .value("useful_life_years", \.usefulLifeYears), .value("notes", \.notes),
    ] + amount(\.appraisal, derived: false) + days("appraised", \.appraised)
    + days("in_service", \.inService) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The name it is shown by.
  public var name = ""
  /// A code of the list `asset_kind`.
  public var kind = ""
  /// Who owns it, as a party's key.
  public var owner: String?
  /// ISO 3166-1, two letters.
  public var country: String?
  /// Where it is, in words.
  public var place: String?
  /// Capacity in megawatts.
  public var capacityMegawatts: Double?
  /// How many there are: chips, acres.
  public var quantity: Double?
  /// What the quantity counts.
  public var unit: String?
  /// Which model the chips or machines are, in the source's words.
  public var model: String?
  /// The years over which the owner writes it off.
  public var usefulLifeYears: Double?
  /// What it is appraised at.
  public var appraisal = AmountColumns()
  /// The day the appraisal is for.
  public var appraised = DayPair()
  /// When it came into use.
  public var inService = DayPair()
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
