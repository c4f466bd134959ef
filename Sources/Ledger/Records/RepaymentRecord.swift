internal import Finance

/// Principal that falls due on a day before or at maturity.
public struct RepaymentRecord: PartRecord {
  /// The table of these records.
  public static let table = "repayment"
  /// Yes: schedules have many lines that nobody names.
  public static let hasNumberedRows = true
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "basis", view: "repayments", keyColumn: "repayment_key", claims: .part)
  /// Where the key of what it is part of stands.
  public static let owners: [String: any WritableKeyPath<RepaymentRecord, String?> & Sendable] = [
    "deal": \.deal, "tranche": \.tranche,
  ]
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<RepaymentRecord>] =
    [
      .reference("deal_id", \.deal, to: "deal"),
      .reference("tranche_id", \.tranche, to: "tranche"),
      .required("basis", \.basis), .value("share_pct", \.sharePercent), .value("notes", \.notes),
    ] + amount(\.amount, derived: false) + days("due", \.due) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The deal's key, where the schedule is the whole deal's.
  public var deal: String?
  /// The tranche's key, where it is a tranche's.
  public var tranche: String?
  /// `contractual` or `projected`.
  public var basis = ""
  /// When it falls due; always known.
  public var due = DayPair()
  /// The amount due.
  public var amount = AmountColumns()
  /// The amount as a share of the tranche or deal, in percent.
  public var sharePercent: Double?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// Its basis and day: a payment due otherwise is another one.
  public var placeContent: String? {
    let days = [due.on, due.until].compactMap { $0?.description }
    return ([basis] + (days.first == days.last ? Array(days.prefix(1)) : days))
      .joined(separator: " ")
  }

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
