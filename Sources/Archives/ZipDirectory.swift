/// Reads the directory at the end of a ZIP archive, and checks all that it says before anything is
/// unpacked (PKWARE APPNOTE 6.3.10).
struct ZipDirectory {
  let bytes: ZipBytes
  let name: String
  let limits: InflationLimits

  private static let endSignature: UInt32 = 0x0605_4B50
  private static let wideEndSignature: UInt32 = 0x0606_4B50
  private static let locatorSignature: UInt32 = 0x0706_4B50
  private static let entrySignature: UInt32 = 0x0201_4B50

  /// Where the directory stands, and how many entries it has.
  struct Place {
    var offset: Int
    var bytes: Int
    var entries: Int
    /// What follows it.
    var end: Int
  }

  func problem(
    _ message: String, at offset: Int? = nil, entry: String? = nil, hint: String? = nil
  ) -> ArchiveProblem {
    ArchiveProblem(file: name, entry: entry, at: offset, message, hint: hint)
  }

  /// All entries, their data found.
  func entries() throws(ArchiveProblem) -> [ZipEntry] {
    let place = try place()
    guard place.entries <= limits.entries else {
      throw problem("it holds \(place.entries) files, more than \(limits.entries)")
    }
    var entries: [ZipEntry] = []
    var offset = place.offset
    for _ in 0..<place.entries {
      let (entry, next) = try self.entry(at: offset, before: place.offset + place.bytes)
      entries.append(entry)
      offset = next
    }
    guard offset == place.offset + place.bytes else {
      throw problem("its directory says more than its entries", at: offset)
    }
    try ZipChecks(directory: self).check(&entries, before: place.offset)
    return entries
  }

  /// Finds the directory by the record that ends the file.
  private func place() throws(ArchiveProblem) -> Place {
    guard let end = endOffset else {
      throw problem(
        "there is no directory of a ZIP file at its end", hint: "the file is incomplete or no ZIP")
    }
    let isOne = bytes.small(end + 4) == 0 && bytes.small(end + 6) == 0
    var place = Place(
      offset: bytes.small(end + 16, 4), bytes: bytes.small(end + 12, 4),
      entries: bytes.small(end + 10), end: end)
    if bytes.holds(Self.locatorSignature, at: end - 20, bytes: 20) {
      place = try widePlace(locator: end - 20)
    } else if !isOne || bytes.small(end + 8) != place.entries {
      throw problem("it is one of several parts", at: end, hint: "join the parts first")
    }
    guard place.offset + place.bytes == place.end else {
      throw problem(
        "its directory is not where it says", at: end,
        hint: "something stands before or within the archive")
    }
    return place
  }

  /// The last record that ends where the file does, with its comment.
  private var endOffset: Int? {
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return stride(from: bytes.count - 22, through: first, by: -1).first { offset in
      bytes.holds(Self.endSignature, at: offset, bytes: 22)
        && bytes.small(offset + 20) == bytes.count - offset - 22
    }
  }

  /// The place in the form for large archives (Zip64).
  private func widePlace(locator: Int) throws(ArchiveProblem) -> Place {
    guard bytes.small(locator + 16, 4) <= 1, let start = offset(at: locator + 8),
      bytes.holds(Self.wideEndSignature, at: start, bytes: 56),
      let entries = offset(at: start + 32), let size = offset(at: start + 40),
      let first = offset(at: start + 48), first <= bytes.count, size <= bytes.count
    else {
      throw problem("its directory of a large archive cannot be read", at: locator)
    }
    return Place(offset: first, bytes: size, entries: entries, end: start)
  }

  /// A number of eight bytes that an archive in memory can have.
  func offset(at offset: Int) -> Int? {
    bytes.number(at: offset, bytes: 8).flatMap { Int(exactly: $0) }
  }

  private func entry(
    at offset: Int, before end: Int
  ) throws(ArchiveProblem) -> (ZipEntry, next: Int) {
    guard bytes.holds(Self.entrySignature, at: offset, bytes: 46) else {
      throw problem("an entry of its directory is missing", at: offset)
    }
    let nameEnd = offset + 46 + bytes.small(offset + 28)
    let extraEnd = nameEnd + bytes.small(offset + 30)
    let next = extraEnd + bytes.small(offset + 32)
    guard next <= end else { throw problem("an entry of its directory is cut off", at: offset) }
    let entryName = String(decoding: bytes.all[(offset + 46)..<nameEnd], as: UTF8.self)
    let flags = bytes.small(offset + 8)
    guard flags & 0x2041 == 0 else {
      throw problem(
        "it is encrypted", at: offset, entry: entryName, hint: "save it without a password")
    }
    let method = bytes.small(offset + 10)
    guard method == 0 || method == 8 else {
      throw problem(
        "it is compressed with method \(method)", at: offset, entry: entryName,
        hint: "pack it again with deflate")
    }
    var sizes = [bytes.small(offset + 24, 4), bytes.small(offset + 20, 4)]
    sizes.append(bytes.small(offset + 42, 4))
    guard readWide(&sizes, in: nameEnd..<extraEnd) else {
      throw problem("its size cannot be read", at: offset, entry: entryName)
    }
    let entry = ZipEntry(
      name: entryName, compressedBytes: sizes[1], bytes: sizes[0],
      checkSum: UInt32(bytes.small(offset + 16, 4)), isDeflated: method == 8,
      headerOffset: sizes[2], data: 0..<0)
    return (entry, next)
  }

  /// Takes the sizes that have no room in four bytes from the field that large archives have;
  /// `false` when they are not there.
  private func readWide(_ sizes: inout [Int], in range: Range<Int>) -> Bool {
    guard sizes.contains(0xFFFF_FFFF) else { return true }
    var start = range.lowerBound
    while start + 4 <= range.upperBound {
      let end = start + 4 + bytes.small(start + 2)
      guard end <= range.upperBound else { return false }
      if bytes.small(start) == 1 {
        var next = start + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
          guard next + 8 <= end, let size = offset(at: next) else { return false }
          sizes[index] = size
          next += 8
        }
        return true
      }
      start = end
    }
    return false
  }
}
