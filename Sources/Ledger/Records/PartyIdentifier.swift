/// An identifier of a party: LEI, CIK, ticker. Always text, with its zeros.
public struct PartyIdentifier: Record {
  /// The table of these records.
  public static let table = "party_identifier"
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<PartyIdentifier>] =
    [
      .reference("party_id", \.party, to: "party"),
      .code("scheme", \.scheme, list: "identifier_scheme"), .required("value", \.value),
    ] + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The party's key.
  public var party = ""
  /// A code of the list `identifier_scheme`.
  public var scheme = ""
  /// The value.
  public var value = ""
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
