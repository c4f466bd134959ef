/// A figure about the market or a company that is no deal, and is never added to deals.
public struct Observation: Record {
  /// The table of these records.
  public static let table = "observation"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "metric", view: "observations", keyColumn: "observation_key", claims: .whole)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Observation>] =
    [
      .reference("parent_id", \.parent, to: "observation"),
      .required("metric", \.metric), .code("kind", \.kind, list: "observation_kind"),
      .member("value", of: \.figure, \.value, group: "figure"),
      .member("value_low", of: \.figure, \.low, group: "figure"),
      .member("value_high", of: \.figure, \.high, group: "figure"),
      .member("qualifier", of: \.figure, \.qualifier, group: "figure"),
      .member("unit", of: \.figure, \.unit, group: "figure"),
      .member("amount_minor", of: \.figure, \.minor, group: "figure"),
      .member("amount_low_minor", of: \.figure, \.lowMinor, group: "figure"),
      .member("amount_high_minor", of: \.figure, \.highMinor, group: "figure"),
      .member("currency", of: \.figure, \.currency, group: "figure"),
      .value("universe", \.universe), .reference("subject_id", \.subject, to: "party"),
      .value("stated_by", \.statedBy), .reference("stated_by_id", \.statedByParty, to: "party"),
      .value("horizon", \.horizon), .value("formula", \.formula), .value("notes", \.notes),
    ] + days("stated", \.stated) + days("period_start", \.periodStart)
    + days("period_end", \.periodEnd) + origin(\.origin)

  /// The figure in its unit and, for money, in minor units of its currency as well.
  public struct Figure: Equatable, Sendable {
    /// The value.
    public var value: Double?
    /// The low end of a range.
    public var low: Double?
    /// The high end of a range.
    public var high: Double?
    /// `exact`, `about`, `up_to`, `at_least`, `range` or `undisclosed`.
    public var qualifier: String?
    /// `bn` (thousand millions of `currency`), `percent`, `GW`, …
    public var unit: String?
    /// The amount in minor units of `currency`; nil where it is not money.
    public var minor: Int64?
    /// The low end of a range, in minor units; nil for anything else.
    public var lowMinor: Int64?
    /// The high end of a range, in minor units; nil for anything else.
    public var highMinor: Int64?
    /// ISO 4217.
    public var currency: String?

    /// One that holds nothing yet.
    public init() {}
  }

  /// The readable, stable name of the record.
  public var key: String
  /// The statistic this is a component of.
  public var parent: String?
  /// What is counted.
  public var metric = ""
  /// A code of the list `observation_kind`.
  public var kind = ""
  /// The figure.
  public var figure = Figure()
  /// What it is counted over.
  public var universe: String?
  /// The party it is about.
  public var subject: String?
  /// Who says so, as printed, and the party where it is a known one.
  public var statedBy: String?
  /// The party that states it, where it is a known one.
  public var statedByParty: String?
  /// When it was stated.
  public var stated = DayPair()
  /// The first day of the period it is about.
  public var periodStart = DayPair()
  /// The last day of the period it is about.
  public var periodEnd = DayPair()
  /// How far it looks ahead, in words.
  public var horizon: String?
  /// How it was worked out, and from which other figures, where nobody stated it as such.
  public var formula: String?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
