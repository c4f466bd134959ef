/// How two deals or contracts belong together, so that nothing is counted twice.
public struct DealLink: Record {
  /// The table of these records.
  public static let table = "deal_link"
  /// How one is named by key.
  public static let naming: RecordNaming? = RecordNaming(
    label: "kind", view: "deal_links", keyColumn: "link_key", claims: .statement)
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<DealLink>] =
    [
      .required("kind", \.kind),
      .reference("from_deal_id", \.fromDeal, to: "deal"),
      .reference("from_contract_id", \.fromContract, to: "contract"),
      .reference("to_deal_id", \.toDeal, to: "deal"),
      .reference("to_contract_id", \.toContract, to: "contract"),
      .value("reason", \.reason),
    ] + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// A code of the list `deal_link_kind`.
  public var kind = ""
  /// The deal the link starts from, or nil.
  public var fromDeal: String?
  /// The contract the link starts from, or nil.
  public var fromContract: String?
  /// The deal the link points at, or nil.
  public var toDeal: String?
  /// The contract the link points at, or nil.
  public var toContract: String?
  /// Why, in words.
  public var reason: String?
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
