/// What one agency said on one day about a party, a deal or a tranche.
public struct RatingAction: Record {
  public static let table = "rating_action"
  public static let columns: [RecordColumn<RatingAction>] =
    [
      .reference("party_id", \.party, to: "party"), .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .required("level", \.level), .value("scope", \.scope), .required("agency", \.agency),
      .value("scale", \.scale), .required("grade", \.grade), .value("kind", \.kind),
      .value("outlook", \.outlook), .value("watch", \.watch),
      .value("is_withdrawn", \.isWithdrawn), .value("action", \.action), .value("notes", \.notes),
    ] + days("acted", \.acted) + origin(\.origin)

  public var key: String
  /// The rated party, also where a deal or tranche of it is meant.
  public var party = ""
  public var deal: String?
  public var tranche: String?
  /// A code of the list `rating_level`.
  public var level = ""
  /// What is rated, in the source's words.
  public var scope: String?
  /// A code of the list `agency`.
  public var agency = ""
  public var scale: String?
  /// The grade as the table `rating_grade` spells it.
  public var grade = ""
  public var kind: String?
  public var outlook: String?
  public var watch: String?
  public var isWithdrawn: Bool?
  public var action: String?
  public var acted = DayPair()
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
