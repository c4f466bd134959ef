/// A borrowing or raising of capital. Its amount is the sum of its tranches; what a source says
/// the whole amounts to is a claim on it.
public struct Deal: Record {
  /// The table of these records.
  public static let table = "deal"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "name", view: "deals", keyColumn: "deal_key", claims: .whole)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Deal>] =
    [
      .required("name", \.name), .code("kind", \.kind, list: "deal_kind"),
      .reference("issuer_id", \.issuer, to: "party"),
      .value("currency", \.currency), .value("country", \.country),
      .code("market", \.market, list: "market"),
      .value("private_label", \.privateLabel), .code("recourse", \.recourse, list: "recourse"),
      .value("use_of_proceeds", \.useOfProceeds), .value("quote", \.quote),
      .value("counted", \.counted, group: "counted"),
      .value("not_counted_because", \.notCountedBecause, group: "counted"),
      .value("counted_is_derived", \.countedIsDerived, group: "counted"),
      .value("notes", \.notes),
    ] + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The name it is shown by.
  public var name = ""
  /// A code of the list `deal_kind`; the instrument of tranches that name none.
  public var kind = ""
  /// The borrower's key.
  public var issuer = ""
  /// ISO 4217.
  public var currency: String?
  /// ISO 3166-1, two letters.
  public var country: String?
  /// A code of the list `market`.
  public var market: String?
  /// `yes` or `no` where a source calls the deal private credit, or says that it is not.
  public var privateLabel: String?
  /// A code of the list `recourse`.
  public var recourse: String?
  /// What the money is for.
  public var useOfProceeds: String?
  /// The source's own words on the deal as a whole.
  public var quote: String?
  /// Whether totals count the deal.
  public var counted: Bool?
  /// Why totals do not count it; only where they do not.
  public var notCountedBecause: String?
  /// Whether links decide that totals do not count it, and not a document.
  public var countedIsDerived: Bool?
  /// What is worth knowing beside the figures, in few words.
  public var notes: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
