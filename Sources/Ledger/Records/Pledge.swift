/// An asset that secures a deal or one tranche of it.
public struct Pledge: PartRecord {
  /// The table of these records.
  public static let table = "pledge"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "kind", view: "pledges", keyColumn: "pledge_key", claims: .part)
  /// Where the key of what it is part of stands.
  public static let owners: [String: any WritableKeyPath<Pledge, String?> & Sendable] = [
    "deal": \.deal, "tranche": \.tranche,
  ]
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Pledge>] =
    [
      .reference("asset_id", \.asset, to: "asset"),
      .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .code("kind", \.kind, list: "pledge_kind"), .value("rank", \.rank),
      .reference("agent_id", \.agent, to: "party"), .value("notes", \.notes),
    ] + days("from", \.from) + days("released", \.released) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The key of the asset that is pledged.
  public var asset = ""
  /// The deal's key, where it secures the whole deal.
  public var deal: String?
  /// The tranche's key, where it secures one tranche.
  public var tranche: String?
  /// A code of the list `pledge_kind`.
  public var kind = ""
  /// Which lien it is, 1 the first; nil where no source says.
  public var rank: Int64?
  /// Who holds the collateral for the lenders, as a party's key.
  public var agent: String?
  /// When it begins.
  public var from = DayPair()
  /// When it is released; nil while it lasts.
  public var released = DayPair()
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// What is pledged and how: anything else at its place is another pledge.
  public var placeContent: String? { "\(kind) of \(asset)" }

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
