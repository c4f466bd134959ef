/// A file within a ZIP archive.
public struct ZipEntry: Hashable, Sendable {
  /// Its path in the archive, with `/` between the parts; one that ends with `/` is a folder.
  public let name: String
  /// The bytes it takes in the archive.
  public let compressedBytes: Int
  /// The bytes it has.
  public let bytes: Int
  /// The check sum of its bytes (CRC-32).
  let checkSum: UInt32
  /// Whether it is compressed with deflate rather than stored as it is.
  let isDeflated: Bool
  /// Where its own header begins.
  let headerOffset: Int
  /// Where its data stands in the archive.
  var data: Range<Int>

  /// Whether it is a folder.
  public var isFolder: Bool { name.hasSuffix("/") }
}
