/// Something that happened to a deal, a tranche or a contract, and the axes of status it sets.
public struct Event: Record {
  /// The table of these records.
  public static let table = "event"
  /// Yes, where a sheet states them.
  public static let hasNumberedRows = true
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "kind", view: "events", keyColumn: "event_key", claims: .statement)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Event>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .reference("contract_id", \.contract, to: "contract"),
      .code("kind", \.kind, list: "event_kind"), .value("evidence", \.evidence),
      .value("binding", \.binding),
      .value("funding", \.funding), .value("funding_is_derived", \.fundingIsDerived),
      .value("notes", \.notes),
    ] + days("occurred", \.occurred) + amount(\.amount, derived: false)
    + days("matures", \.matures) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The deal's key.
  public var deal: String?
  /// The tranche's key.
  public var tranche: String?
  /// The contract's key.
  public var contract: String?
  /// A code of the list `event_kind`.
  public var kind = ""
  /// When; nil for an event whose day no source gives, which counts on every day.
  public var occurred = DayPair()
  /// How well attested it is from then on; nil leaves it.
  public var evidence: String?
  /// How binding it is from then on; nil leaves it.
  public var binding: String?
  /// How funded it is from then on; nil leaves it.
  public var funding: String?
  /// Whether the funding follows from a rule instead of a source.
  public var fundingIsDerived: Bool?
  /// How much: of a draw or a repayment that sum, of a balance what is outstanding, of other kinds
  /// the size from then on.
  public var amount = AmountColumns()
  /// When what is drawn or extended here falls due, where that differs from the tranche.
  public var matures = DayPair()
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
