/// A list of parties and deals under one heading, as somebody defined it on a day.
public struct Theme: Record {
  /// The table of these records.
  public static let table = "theme"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "name", view: "themes", keyColumn: "theme_key", claims: .whole)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Theme>] =
    [
      .required("name", \.name), .required("definition", \.definition),
      .value("version", \.version), .reference("stated_by_id", \.statedBy, to: "party"),
      .value("notes", \.notes),
    ] + days("stated", \.stated) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The name it is shown by.
  public var name = ""
  /// What makes a party or deal a member, in words.
  public var definition = ""
  /// Which edition of the list it is, as its author calls it.
  public var version: String?
  /// Who drew the list up, as a party's key.
  public var statedBy: String?
  /// When the list was stated.
  public var stated = DayPair()
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
