/// What one agency said on one day about a party, a deal or a tranche.
public struct RatingAction: Record {
  /// The table of these records.
  public static let table = "rating_action"
  /// Yes, where a sheet states them.
  public static let hasNumberedRows = true
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "grade", view: "ratings", keyColumn: "rating_key", claims: .statement)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<RatingAction>] =
    [
      .reference("party_id", \.party, to: "party"), .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .required("level", \.level), .value("scope", \.scope),
      .code("agency", \.agency, list: "agency"),
      .value("scale", \.scale), .required("grade", \.grade), .value("kind", \.kind),
      .value("outlook", \.outlook), .value("watch", \.watch),
      .value("is_withdrawn", \.isWithdrawn), .value("action", \.action), .value("notes", \.notes),
    ] + days("acted", \.acted) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The rated party, also where a deal or tranche of it is meant.
  public var party = ""
  /// The deal's key.
  public var deal: String?
  /// The tranche's key.
  public var tranche: String?
  /// A code of the list `rating_level`.
  public var level = ""
  /// What is rated, in the source's words.
  public var scope: String?
  /// A code of the list `agency`.
  public var agency = ""
  /// `long_term`, `short_term` or `structured`.
  public var scale: String?
  /// The grade as the table `rating_grade` spells it.
  public var grade = ""
  /// Its kind, a code of the list that belongs to the table.
  public var kind: String?
  /// `positive`, `negative`, `stable` or `developing`.
  public var outlook: String?
  /// `positive`, `negative` or `developing`, when the agency watches it.
  public var watch: String?
  /// Whether the agency withdrew its rating.
  public var isWithdrawn: Bool?
  /// What the agency did, in the source's words.
  public var action: String?
  /// When the agency acted; nil days count on no day.
  public var acted = DayPair()
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
