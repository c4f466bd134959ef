/// What one source says about one attribute of one record.
public struct Claim: Record {
  /// The table of these records.
  public static let table = "claim"
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Claim>] =
    [
      .required("record_table", \.recordKind),
      .reference("record_id", \.record, toKindIn: "record_table"),
      .required("attribute", \.attribute), .required("stance", \.stance),
      .value("value", \.value), .value("original", \.original), .value("language", \.language),
      .reference("asserted_by_id", \.assertedBy, to: "party"),
      .reference("reported_by_id", \.reportedBy, to: "party"),
      .value("reason", \.reason), .reference("disputes_claim_id", \.disputes, to: "claim"),
      .value("dispute_kind", \.disputeKind),
      .member("period_first_on", of: \.period, \.on, group: "period"),
      .member("period_last_on", of: \.period, \.until, group: "period"),
    ] + amount(\.amount) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The table of the record it is about.
  public var recordKind = ""
  /// The record's key.
  public var record = ""
  /// The attribute of the record, such as `amount`.
  public var attribute = ""
  /// `preferred`, `alternative`, `rejected`, or `supports` for a source that adds no value.
  public var stance = ""
  /// The value.
  public var value: String?
  /// The amount.
  public var amount = AmountColumns()
  /// The first and the last day of the period the value is for.
  public var period = DayPair()
  /// The words of the source for the figure.
  public var original: String?
  /// The language, as `sv` or `en`.
  public var language: String?
  /// Who says it, and through whom, as party keys.
  public var assertedBy: String?
  /// Through whom, as a party's key.
  public var reportedBy: String?
  /// Why it is preferred or rejected; a preferred claim with a reason is resolved.
  public var reason: String?
  /// The claim on another record that this one disputes.
  public var disputes: String?
  /// How it disputes the other, a code of the list `dispute_kind`.
  public var disputeKind: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
