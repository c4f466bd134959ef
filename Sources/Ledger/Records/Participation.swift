/// The part a party takes in a deal or in one tranche of it.
public struct Participation: Record {
  public static let table = "participation"
  public static let columns: [RecordColumn<Participation>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .reference("party_id", \.party, to: "party"),
      .required("role", \.role), .value("share_pct", \.sharePercent), .value("notes", \.notes),
    ] + amount(\.amount) + origin(\.origin)

  public var key: String
  /// The deal's key, or nil when it is a tranche's.
  public var deal: String?
  public var tranche: String?
  public var party = ""
  /// A code of the list `participation_role`.
  public var role = ""
  public var sharePercent: Double?
  public var amount = AmountColumns()
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
