/// A firm, vehicle, bank, fund or body that takes part in deals, or says something about them.
public struct Party: Record {
  /// The table of these records.
  public static let table = "party"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "name", view: "parties", keyColumn: "party_key", claims: .party)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Party>] =
    [
      .required("name", \.name), .code("kind", \.kind, list: "party_kind"),
      .value("country", \.country), .value("jurisdiction", \.jurisdiction),
      .value("notes", \.notes),
    ] + days("kind_from", \.kindFrom) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The name shown. Every spelling, this one too, is a `PartyName`.
  public var name = ""
  /// A code of the list `party_kind`.
  public var kind: String?
  /// The day from which the kind holds, where it changed.
  public var kindFrom = DayPair()
  /// ISO 3166-1, two letters.
  public var country: String?
  /// The law it is under: a country of ISO 3166-1, or a part of one as `US-DE`.
  public var jurisdiction: String?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
