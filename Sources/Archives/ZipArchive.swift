/// A ZIP archive in memory: its files, each to be read piece by piece.
///
/// Files are stored or compressed with deflate, large archives (Zip64) included. What is encrypted,
/// compressed in another way, split into parts, names a path outside the archive, shares data with
/// another entry or would become too large is refused when the archive is opened.
public struct ZipArchive: Sendable {
  /// The name that problems print.
  public let name: String
  /// Its files and folders in the order of the directory.
  public let entries: [ZipEntry]

  private let bytes: [UInt8]

  /// Opens an archive and checks its directory.
  ///
  /// - Throws: `ArchiveProblem`.
  public init(
    bytes: [UInt8], name: String = "", limits: InflationLimits = InflationLimits()
  ) throws(ArchiveProblem) {
    self.bytes = bytes
    self.name = name
    let directory = ZipDirectory(bytes: ZipBytes(all: bytes), name: name, limits: limits)
    entries = try directory.entries()
  }

  /// The file of a name; without one, of the same name in other letters, since the parts of a
  /// workbook do not tell `A` from `a`. `nil` when there is none.
  public subscript(name: String) -> ZipEntry? {
    if let entry = entries.first(where: { $0.name == name }) { return entry }
    let lowercase = name.lowercased()
    return entries.first { $0.name.lowercased() == lowercase }
  }

  /// A reader of a file's bytes.
  public func reader(of entry: ZipEntry) -> ZipEntryReader {
    ZipEntryReader(entry, of: bytes, name: name)
  }

  /// All bytes of a file.
  ///
  /// - Throws: `ArchiveProblem` when they are damaged.
  public func read(_ entry: ZipEntry) throws -> [UInt8] {
    let reader = reader(of: entry)
    var failure: (any Error)?
    // One byte more than there should be, so that the end is seen.
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.bytes + 1) { buffer, count in
      let room = UnsafeMutableRawBufferPointer(buffer)
      var isAtEnd = false
      while !isAtEnd, failure == nil {
        let free = UnsafeMutableRawBufferPointer(rebasing: room[count...])
        var output = OutputRawSpan(buffer: free, initializedCount: 0)
        do { try reader.read(into: &output) } catch { failure = error }
        let more = output.finalize(for: free)
        isAtEnd = more == 0
        count += more
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
