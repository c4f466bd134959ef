/// A figure about the market or a company that is no deal, and is never added to deals.
public struct Observation: Record {
  public static let table = "observation"
  public static let columns: [RecordColumn<Observation>] =
    [
      .reference("parent_id", \.parent, to: "observation"),
      .required("metric", \.metric), .required("kind", \.kind),
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
      .value("horizon", \.horizon), .value("notes", \.notes),
    ] + days("stated", \.stated) + days("period_start", \.periodStart)
    + days("period_end", \.periodEnd) + origin(\.origin)

  /// The figure in its unit and, for money, in minor units of its currency as well.
  public struct Figure: Equatable, Sendable {
    public var value: Double?
    public var low: Double?
    public var high: Double?
    public var qualifier: String?
    /// `bn` (thousand millions of `currency`), `percent`, `GW`, …
    public var unit: String?
    public var minor: Int64?
    public var lowMinor: Int64?
    public var highMinor: Int64?
    public var currency: String?

    public init() {}
  }

  public var key: String
  /// The statistic this is a component of.
  public var parent: String?
  public var metric = ""
  /// A code of the list `observation_kind`.
  public var kind = ""
  public var figure = Figure()
  /// What it is counted over.
  public var universe: String?
  /// The party it is about.
  public var subject: String?
  /// Who says so, as printed, and the party where it is a known one.
  public var statedBy: String?
  public var statedByParty: String?
  public var stated = DayPair()
  public var periodStart = DayPair()
  public var periodEnd = DayPair()
  public var horizon: String?
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
