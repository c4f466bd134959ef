/// How much of an input the reader of delimited text holds at once.
///
/// What is longer is refused with its place, so that no input, however made, takes more memory.
public struct DelimitedLimits: Hashable, Sendable {
  /// The most bytes of a field as it stands, its quotes included; 1 MiB.
  public var fieldBytes = 1 << 20
  /// The most bytes of a record without its line end; 16 MiB.
  public var recordBytes = 16 << 20
  /// The most fields of a record; 10,000.
  public var columns = 10_000
  /// The bytes that are read at once; 256 KiB. The buffer grows only for a record that needs it.
  public var bufferBytes = 256 << 10

  /// The limits of a deal sheet.
  public init() {}

  /// The beginning of an input is looked at as one piece: a byte order mark, a line `sep=;`.
  func check() {
    precondition(fieldBytes > 0 && columns > 0, "a record has at least one field and byte")
    precondition(recordBytes >= 16 && bufferBytes >= 16, "a record and the buffer need room")
  }
}
