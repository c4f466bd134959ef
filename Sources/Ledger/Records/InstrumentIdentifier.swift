/// An identifier of a tranche: ISIN, CUSIP or FIGI.
public struct InstrumentIdentifier: Record {
  public static let table = "instrument_identifier"
  public static let columns: [RecordColumn<InstrumentIdentifier>] =
    [
      .reference("tranche_id", \.tranche, to: "tranche"),
      .required("scheme", \.scheme), .required("value", \.value),
    ] + origin(\.origin)

  public var key: String
  public var tranche = ""
  public var scheme = ""
  public var value = ""
  public var origin = Origin()

  public init(key: String) { self.key = key }
}
