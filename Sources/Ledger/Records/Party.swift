/// A firm, vehicle, bank, fund or body that takes part in deals, or says something about them.
public struct Party: Record {
  public static let table = "party"
  public static let columns: [RecordColumn<Party>] =
    [
      .required("name", \.name), .value("kind", \.kind),
      .value("country", \.country), .value("notes", \.notes),
    ] + days("kind_from", \.kindFrom) + origin(\.origin)

  public var key: String
  /// The name shown. Every spelling, this one too, is a `PartyName`.
  public var name = ""
  /// A code of the list `party_kind`.
  public var kind: String?
  /// The day from which the kind holds, where it changed.
  public var kindFrom = DayPair()
  /// ISO 3166-1, two letters.
  public var country: String?
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
