/// How two deals or contracts belong together, so that nothing is counted twice.
public struct DealLink: Record {
  public static let table = "deal_link"
  public static let columns: [RecordColumn<DealLink>] =
    [
      .required("kind", \.kind),
      .reference("from_deal_id", \.fromDeal, to: "deal"),
      .reference("from_contract_id", \.fromContract, to: "contract"),
      .reference("to_deal_id", \.toDeal, to: "deal"),
      .reference("to_contract_id", \.toContract, to: "contract"),
      .value("reason", \.reason),
    ] + origin(\.origin)

  public var key: String
  /// A code of the list `deal_link_kind`.
  public var kind = ""
  public var fromDeal: String?
  public var fromContract: String?
  public var toDeal: String?
  public var toContract: String?
  public var reason: String?
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
