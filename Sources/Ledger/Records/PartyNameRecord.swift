/// One spelling of a party's name.
public struct PartyNameRecord: Record {
  /// The table of these records.
  public static let table = "party_name"
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<PartyNameRecord>] =
    [
      .reference("party_id", \.party, to: "party"),
      .required("name", \.name), .required("folded", \.folded),
      .value("kind", \.kind), .value("language", \.language),
    ] + days("from", \.fromDay) + days("before", \.beforeDay) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The party's key.
  public var party = ""
  /// The name it is shown by.
  public var name = ""
  /// The name as it is matched: without case, accents, punctuation and legal form.
  public var folded = ""
  /// `legal`, `trading`, `former`, `short` or `translated`.
  public var kind: String?
  /// The language, as `sv` or `en`.
  public var language: String?
  /// The first day it was used.
  public var fromDay = DayPair()
  /// The day it was used no longer.
  public var beforeDay = DayPair()
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
