/// An identifier of a tranche: ISIN, CUSIP or FIGI.
public struct InstrumentIdentifier: Record {
  /// The table of these records.
  public static let table = "instrument_identifier"
  /// What is stored of one, column by column.
  public static let columns: [RecordColumn<InstrumentIdentifier>] =
    [
      .reference("tranche_id", \.tranche, to: "tranche"),
      .required("scheme", \.scheme), .required("value", \.value),
    ] + origin(\.origin)

  /// The readable, stable name of the record.
  public var key: String
  /// The tranche's key.
  public var tranche = ""
  /// A code of the list `identifier_scheme`.
  public var scheme = ""
  /// The value.
  public var value = ""
  /// The source that states it, and the place in the source.
  public var origin = Origin()

  /// One of which nothing is known but its key.
  public init(key: String) { self.key = key }
}
