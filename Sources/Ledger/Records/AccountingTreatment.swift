/// How a party carries a deal in its accounts, as a source says.
public struct AccountingTreatment: Record {
  public static let table = "accounting_treatment"
  public static let columns: [RecordColumn<AccountingTreatment>] =
    [
      .reference("deal_id", \.deal, to: "deal"), .reference("party_id", \.party, to: "party"),
      .required("treatment", \.treatment), .value("notes", \.notes),
    ] + amount(\.maximumExposure, derived: false) + origin(\.origin)

  public var key: String
  public var deal = ""
  public var party = ""
  /// A code of the list `treatment`.
  public var treatment = ""
  /// The most the party can lose, as it says.
  public var maximumExposure = AmountColumns()
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
