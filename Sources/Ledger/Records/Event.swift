/// Something that happened to a deal, a tranche or a contract, and the axes of status it sets.
public struct Event: Record {
  public static let table = "event"
  public static let columns: [RecordColumn<Event>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .reference("contract_id", \.contract, to: "contract"),
      .required("kind", \.kind), .value("evidence", \.evidence), .value("binding", \.binding),
      .value("funding", \.funding), .value("funding_is_derived", \.fundingIsDerived),
      .value("notes", \.notes),
    ] + days("occurred", \.occurred) + amount(\.amount, derived: false) + origin(\.origin)

  public var key: String
  public var deal: String?
  public var tranche: String?
  public var contract: String?
  /// A code of the list `event_kind`.
  public var kind = ""
  /// When; nil for an event whose day no source gives, which counts on every day.
  public var occurred = DayPair()
  public var evidence: String?
  public var binding: String?
  public var funding: String?
  public var fundingIsDerived: Bool?
  public var amount = AmountColumns()
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
