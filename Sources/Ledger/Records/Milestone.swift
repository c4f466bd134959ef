/// What must come about before money falls due or a right vests, under a contract or a deal.
public struct Milestone: PartRecord {
  /// The table of these records.
  public static let table = "milestone"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "kind", view: "milestones", keyColumn: "milestone_key", claims: .part)
  /// Where the key of what it is part of stands.
  public static let owners: [String: any WritableKeyPath<Milestone, String?> & Sendable] = [
    "deal": \.deal, "contract": \.contract,
  ]
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Milestone>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("contract_id", \.contract, to: "contract"),
      .value("sequence", \.sequence), .code("kind", \.kind, list: "milestone_kind"),
      .value("quantity", \.quantity), .value("quantity_qualifier", \.quantityQualifier),
      .value("unit", \.unit), .value("vests_quantity", \.vestsQuantity),
      .value("vests_unit", \.vestsUnit), .value("condition", \.condition),
      .value("notes", \.notes),
      .value("price_hurdle_minor", \.priceHurdleMinor, group: "amount"),
    ] + amount(\.amount, derived: false) + days("due", \.due) + days("reached", \.reached)
    + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The deal's key, where it is a deal's.
  public var deal: String?
  /// The contract's key, where it is a contract's.
  public var contract: String?
  /// Its place among the milestones of the whole, from 1.
  public var sequence: Int64?
  /// A code of the list `milestone_kind`.
  public var kind = ""
  /// How much must be reached: gigawatts, purchases.
  public var quantity: Double?
  /// How exact the quantity is; `qualifier` is about the amount.
  public var quantityQualifier: String?
  /// What the quantity counts.
  public var unit: String?
  /// The price a share must reach, in minor units of the amount's currency.
  public var priceHurdleMinor: Int64?
  /// How much vests or is delivered once it is reached.
  public var vestsQuantity: Double?
  /// What vests, such as shares.
  public var vestsUnit: String?
  /// The money that falls due once it is reached.
  public var amount = AmountColumns()
  /// When it is to be reached.
  public var due = DayPair()
  /// When it was reached.
  public var reached = DayPair()
  /// What must come about, in words.
  public var condition: String?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// Its kind and condition: anything else at its place is another milestone.
  public var placeContent: String? { [kind, condition].compactMap(\.self).joined(separator: ": ") }

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
