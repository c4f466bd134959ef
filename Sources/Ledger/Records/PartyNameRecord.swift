/// One spelling of a party's name.
public struct PartyNameRecord: Record {
  public static let table = "party_name"
  public static let columns: [RecordColumn<PartyNameRecord>] =
    [
      .reference("party_id", \.party, to: "party"),
      .required("name", \.name), .required("folded", \.folded),
      .value("kind", \.kind), .value("language", \.language),
    ] + origin(\.origin)

  public var key: String
  public var party = ""
  public var name = ""
  /// The name as it is matched: without case, accents, punctuation and legal form.
  public var folded = ""
  /// `legal`, `trading`, `former`, `short` or `translated`.
  public var kind: String?
  public var language: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
