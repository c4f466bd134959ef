/// An identifier of a party: LEI, CIK, ticker. Always text, with its zeros.
public struct PartyIdentifier: Record {
  public static let table = "party_identifier"
  public static let columns: [RecordColumn<PartyIdentifier>] =
    [
      .reference("party_id", \.party, to: "party"),
      .required("scheme", \.scheme), .required("value", \.value),
    ] + origin(\.origin)

  public var key: String
  public var party = ""
  /// A code of the list `identifier_scheme`.
  public var scheme = ""
  public var value = ""
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
