/// Makes ZIP archives of stored files, sound ones and such as nobody should open.
public struct ZipBuilder {
  /// A file of the archive, and what is said of it.
  public struct File {
    /// The name in the directory.
    public var name: String
    /// The name in its own header, where it is another.
    public var headerName: String?
    /// What stands in the archive.
    public var data: [UInt8]
    /// The size that is said; `nil` for the true one.
    public var statedBytes: Int?
    /// The check sum that is said; `nil` for the true one.
    public var checkSum: UInt32?
    /// 0 stored, 8 deflate.
    public var method = 0
    /// Flags of both headers.
    public var flags = 0
    /// Where its header is said to be; `nil` for where it is.
    public var offset: Int?

    /// A stored file.
    public init(_ name: String, _ data: [UInt8]) {
      self.name = name
      self.data = data
    }

    /// A stored text.
    public init(_ name: String, _ text: String) {
      self.init(name, Array(text.utf8))
    }
  }

  /// The files in their order.
  public var files: [File]
  /// What stands behind the end.
  public var comment: [UInt8] = []
  /// What stands before the first file.
  public var prefix: [UInt8] = []
  /// Whether the directory has the form for large archives.
  public var isWide = false

  /// An archive of files.
  public init(_ files: [File]) {
    self.files = files
  }

  /// The bytes of the archive.
  public var bytes: [UInt8] {
    var bytes = prefix
    var directory: [UInt8] = []
    for file in files {
      let offset = file.offset ?? bytes.count - prefix.count
      let name = Array(file.name.utf8)
      let headerName = Array((file.headerName ?? file.name).utf8)
      let sum = file.checkSum ?? Self.checkSum(file.data)
      let size = file.statedBytes ?? file.data.count
      let common =
        Self.number(file.flags, 2) + Self.number(file.method, 2) + Self.number(0, 4)
        + Self.number(Int(sum), 4) + Self.number(isWide ? 0xFFFF_FFFF : file.data.count, 4)
        + Self.number(isWide ? 0xFFFF_FFFF : size, 4)
      let extra =
        isWide
        ? Self.number(1, 2) + Self.number(16, 2) + Self.number(size, 8)
          + Self.number(file.data.count, 8) : []
      bytes += Self.number(0x0403_4B50, 4) + Self.number(20, 2) + common
      bytes += Self.number(headerName.count, 2) + Self.number(extra.count, 2)
      bytes += headerName + extra + file.data
      directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + Self.number(20, 2) + common
      directory += Self.number(name.count, 2) + Self.number(extra.count, 2)
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      directory += Self.number(offset, 4) + name + extra
    }
    let start = bytes.count - prefix.count
    bytes += directory
    if isWide { bytes += wideEnd(at: bytes.count, directory: start..<(start + directory.count)) }
    bytes += Self.number(0x0605_4B50, 4) + Self.number(0, 4)
    bytes += Self.number(isWide ? 0xFFFF : files.count, 2)
    bytes += Self.number(isWide ? 0xFFFF : files.count, 2)
    bytes += Self.number(directory.count, 4)
    bytes += Self.number(isWide ? 0xFFFF_FFFF : start, 4) + Self.number(comment.count, 2)
    return bytes + comment
  }

  private func wideEnd(at offset: Int, directory: Range<Int>) -> [UInt8] {
    var bytes = Self.number(0x0606_4B50, 4) + Self.number(44, 8) + Self.number(45, 2)
    bytes += Self.number(45, 2) + Self.number(0, 8) + Self.number(files.count, 8)
    bytes += Self.number(files.count, 8) + Self.number(directory.count, 8)
    bytes += Self.number(directory.lowerBound, 8)
    return bytes + Self.number(0x0706_4B50, 4) + Self.number(0, 4) + Self.number(offset, 8)
      + Self.number(1, 4)
  }

  /// A number with its lowest byte first.
  public static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32, bit by bit.
  public static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
    return ~sum
  }
}
