/// One thing given by one party to another under a contract.
public struct ContractLeg: Record {
  public static let table = "contract_leg"
  public static let columns: [RecordColumn<ContractLeg>] =
    [
      .reference("contract_id", \.contract, to: "contract"),
      .reference("payer_id", \.payer, to: "party"), .reference("payee_id", \.payee, to: "party"),
      .required("what", \.what), .value("purpose", \.purpose),
      .value("purpose_is_derived", \.purposeIsDerived), .value("amount_period", \.amountPeriod),
      .value("quantity", \.quantity), .value("quantity_qualifier", \.quantityQualifier),
      .value("unit", \.unit), .value("notes", \.notes),
    ] + amount(\.amount) + origin(\.origin)

  public var key: String
  public var contract = ""
  /// Who gives.
  public var payer = ""
  /// Who gets.
  public var payee = ""
  /// A code of the list `leg_what`.
  public var what = ""
  /// `capital`, `purchase` or `thing`.
  public var purpose: String?
  public var purposeIsDerived: Bool?
  public var amount = AmountColumns()
  /// Whether the amount is the total, or due each `month` or `year`.
  public var amountPeriod: String?
  public var quantity: Double?
  /// How exact the quantity is; `qualifier` is about the amount.
  public var quantityQualifier: String?
  public var unit: String?
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
