/// A party or a deal on a theme's list, for as long as it stands there.
public struct ThemeMember: Record {
  /// The table of these records.
  public static let table = "theme_member"
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<ThemeMember>] =
    [
      .reference("theme_id", \.theme, to: "theme"),
      .reference("party_id", \.party, to: "party"), .reference("deal_id", \.deal, to: "deal"),
      .value("reason", \.reason), .value("notes", \.notes),
    ] + days("from", \.from) + days("before", \.before) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The theme's key.
  public var theme = ""
  /// The party's key, where a party is the member.
  public var party: String?
  /// The deal's key, where a deal is the member.
  public var deal: String?
  /// The first day on the list; nil for one that stood there from the beginning.
  public var from = DayPair()
  /// The first day on the list no longer.
  public var before = DayPair()
  /// Why it is on the list, in words.
  public var reason: String?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
