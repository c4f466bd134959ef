/// How one party belongs to another, or a verdict on whether two names are one party.
public struct PartyLink: Record {
  /// The table of these records.
  public static let table = "party_link"
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<PartyLink>] =
    [
      .reference("from_party_id", \.from, to: "party"),
      .reference("to_party_id", \.to, to: "party"),
      .required("kind", \.kind), .value("share_pct", \.sharePercent), .value("reason", \.reason),
    ] + days("from", \.fromDay) + days("before", \.beforeDay) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The subsidiary, the sponsored vehicle, the shareholder, the predecessor.
  public var from = ""
  /// The parent, the sponsor, the company owned, the successor.
  public var to = ""
  /// A code of the list `party_link_kind`.
  public var kind = ""
  /// The share, in percent.
  public var sharePercent: Double?
  /// The first day it holds.
  public var fromDay = DayPair()
  /// The day it holds no longer.
  public var beforeDay = DayPair()
  /// Why, in words.
  public var reason: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
