/// The part a party takes in a deal or in one tranche of it.
public struct Participation: Record {
  /// The table of these records.
  public static let table = "participation"
  /// Yes, where a sheet states them.
  public static let hasNumberedRows = true
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "role", view: "commitments", keyColumn: "commitment_key", claims: .part)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Participation>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .reference("party_id", \.party, to: "party"),
      .code("role", \.role, list: "participation_role"), .value("share_pct", \.sharePercent),
      .value("notes", \.notes),
    ] + amount(\.amount) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The deal's key, or nil when it is a tranche's.
  public var deal: String?
  /// The tranche's key.
  public var tranche: String?
  /// The party's key.
  public var party = ""
  /// A code of the list `participation_role`.
  public var role = ""
  /// The share, in percent.
  public var sharePercent: Double?
  /// The amount.
  public var amount = AmountColumns()
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
