/// How much may become of compressed data; what would become more is refused as a bomb.
public struct InflationLimits: Hashable, Sendable {
  /// The most bytes of one file that was compressed; 16 GiB.
  public var bytes = 16 << 30
  /// The most bytes of all files of an archive together; 16 GiB.
  public var totalBytes = 16 << 30
  /// How many times longer than the compressed data a file may be; 250. Deflate reaches 1,032,
  /// tables and filings rarely 50.
  public var ratio = 250
  /// The bytes up to which the ratio does not matter; 32 MiB.
  public var smallBytes = 32 << 20
  /// The most files in an archive; 10,000.
  public var entries = 10_000

  /// The limits of published data.
  public init() {}

  /// Whether so many bytes are more than may come of so many compressed ones.
  func isBomb(_ bytes: Int, from compressed: Int) -> Bool {
    bytes > smallBytes && bytes / ratio > compressed
  }
}
