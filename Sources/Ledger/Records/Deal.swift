/// A borrowing or raising of capital. Its amount is the sum of its tranches; what a source says
/// the whole amounts to is a claim on it.
public struct Deal: Record {
  public static let table = "deal"
  public static let columns: [RecordColumn<Deal>] =
    [
      .required("name", \.name), .required("kind", \.kind),
      .reference("issuer_id", \.issuer, to: "party"),
      .value("currency", \.currency), .value("country", \.country), .value("market", \.market),
      .value("private_label", \.privateLabel), .value("recourse", \.recourse),
      .value("use_of_proceeds", \.useOfProceeds),
      .value("counted", \.counted), .value("not_counted_because", \.notCountedBecause),
      .value("notes", \.notes),
    ] + origin(\.origin)

  public var key: String
  public var name = ""
  /// A code of the list `deal_kind`; the instrument of tranches that name none.
  public var kind = ""
  /// The borrower's key.
  public var issuer = ""
  public var currency: String?
  public var country: String?
  /// A code of the list `market`.
  public var market: String?
  /// `yes` or `no` where a source calls the deal private credit, or says that it is not.
  public var privateLabel: String?
  /// A code of the list `recourse`.
  public var recourse: String?
  public var useOfProceeds: String?
  /// Whether totals count the deal.
  public var counted: Bool?
  public var notCountedBecause: String?
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
