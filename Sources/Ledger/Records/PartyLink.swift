/// How one party belongs to another, or a verdict on whether two names are one party.
public struct PartyLink: Record {
  public static let table = "party_link"
  public static let columns: [RecordColumn<PartyLink>] =
    [
      .reference("from_party_id", \.from, to: "party"),
      .reference("to_party_id", \.to, to: "party"),
      .required("kind", \.kind), .value("share_pct", \.sharePercent), .value("reason", \.reason),
    ] + days("from", \.fromDay) + days("before", \.beforeDay) + origin(\.origin)

  public var key: String
  /// The subsidiary, the sponsored vehicle, the shareholder, the predecessor.
  public var from = ""
  /// The parent, the sponsor, the company owned, the successor.
  public var to = ""
  /// A code of the list `party_link_kind`.
  public var kind = ""
  public var sharePercent: Double?
  public var fromDay = DayPair()
  public var beforeDay = DayPair()
  public var reason: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
