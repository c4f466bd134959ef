/// A promise of things for things: compute for cash, chips for equity.
public struct Contract: Record {
  public static let table = "contract"
  public static let columns: [RecordColumn<Contract>] =
    [
      .required("name", \.name), .required("kind", \.kind), .value("years", \.years),
      .value("capacity_mw", \.capacityMegawatts), .value("take_or_pay", \.takeOrPay),
      .value("cancellable", \.cancellable), .value("cancellable_terms", \.cancellableTerms),
      .value("counted", \.counted), .value("not_counted_because", \.notCountedBecause),
      .value("notes", \.notes),
    ] + days("starts", \.starts) + days("ends", \.ends) + origin(\.origin)

  public var key: String
  public var name = ""
  /// A code of the list `contract_kind`.
  public var kind = ""
  public var starts = DayPair()
  public var ends = DayPair()
  /// The term in years.
  public var years: Double?
  public var capacityMegawatts: Double?
  public var takeOrPay: String?
  public var cancellable: Bool?
  public var cancellableTerms: String?
  public var counted: Bool?
  public var notCountedBecause: String?
  public var notes: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
