/// How a party carries a deal in its accounts, as a source says.
public struct AccountingTreatment: Record {
  /// The table of these records.
  public static let table = "accounting_treatment"
  /// Yes, where a sheet states them.
  public static let hasNumberedRows = true
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "treatment", claims: .statement)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<AccountingTreatment>] =
    [
      .reference("deal_id", \.deal, to: "deal"), .reference("party_id", \.party, to: "party"),
      .required("treatment", \.treatment), .value("standard", \.standard),
      .value("notes", \.notes),
    ] + amount(\.maximumExposure, derived: false) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The deal's key.
  public var deal = ""
  /// The party's key.
  public var party = ""
  /// A code of the list `accounting_treatment`.
  public var treatment = ""
  /// The accounting standard, as the source names it: `ASC 842`, `IFRS 16`.
  public var standard: String?
  /// The most the party can lose, as it says.
  public var maximumExposure = AmountColumns()
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
