/// A promise of things for things: compute for cash, chips for equity.
public struct Contract: Record {
  /// The table of these records.
  public static let table = "contract"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "name", view: "contracts", keyColumn: "contract_key", claims: .whole)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<Contract>] =
    [
      .required("name", \.name), .code("kind", \.kind, list: "contract_kind"),
      .value("years", \.years),
      .value("capacity_mw", \.capacityMegawatts), .value("take_or_pay", \.takeOrPay),
      .value("cancellable", \.cancellable), .value("cancellable_terms", \.cancellableTerms),
      .value("counted", \.counted, group: "counted"),
      .value("not_counted_because", \.notCountedBecause, group: "counted"),
      .value("counted_is_derived", \.countedIsDerived, group: "counted"),
      .value("notes", \.notes),
    ] + days("starts", \.starts) + days("ends", \.ends) + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The name it is shown by.
  public var name = ""
  /// A code of the list `contract_kind`.
  public var kind = ""
  /// When it starts.
  public var starts = DayPair()
  /// When it ends.
  public var ends = DayPair()
  /// The term in years.
  public var years: Double?
  /// Capacity in megawatts.
  public var capacityMegawatts: Double?
  /// What must be paid whether or not it is taken, in words.
  public var takeOrPay: String?
  /// Whether a side can leave it.
  public var cancellable: Bool?
  /// On which terms, in words.
  public var cancellableTerms: String?
  /// Whether totals count it; nil leaves what is stored.
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
