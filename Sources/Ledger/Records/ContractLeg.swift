/// One thing given by one party to another under a contract.
public struct ContractLeg: Record {
  /// The table of these records.
  public static let table = "contract_leg"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "what", view: "flows", keyColumn: "flow_key", claims: .part)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<ContractLeg>] =
    [
      .reference("contract_id", \.contract, to: "contract"),
      .reference("payer_id", \.payer, to: "party"), .reference("payee_id", \.payee, to: "party"),
      .code("what", \.what, list: "leg_what"), .value("purpose", \.purpose),
      .value("purpose_is_derived", \.purposeIsDerived), .value("amount_period", \.amountPeriod),
      .value("quantity", \.quantity), .value("quantity_qualifier", \.quantityQualifier),
      .value("unit", \.unit), .value("notes", \.notes),
    ] + amount(\.amount) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The contract's key.
  public var contract = ""
  /// Who gives.
  public var payer = ""
  /// Who gets.
  public var payee = ""
  /// A code of the list `leg_what`.
  public var what = ""
  /// `capital`, `purchase` or `thing`.
  public var purpose: String?
  /// Whether the purpose follows from a rule instead of a source.
  public var purposeIsDerived: Bool?
  /// The amount.
  public var amount = AmountColumns()
  /// Whether the amount is the total, or due each `month` or `year`.
  public var amountPeriod: String?
  /// How much of the thing.
  public var quantity: Double?
  /// How exact the quantity is; `qualifier` is about the amount.
  public var quantityQualifier: String?
  /// What the quantity counts.
  public var unit: String?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// What goes from whom to whom: anything else at its place is another leg.
  public var placeContent: String? { "\(what) from \(payer) to \(payee)" }

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
