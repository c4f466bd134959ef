/// What the entries of an archive must be before any of them is unpacked.
struct ZipChecks {
  let directory: ZipDirectory

  private static let headerSignature: UInt32 = 0x0403_4B50

  /// Finds the data of each entry, and refuses names that lead elsewhere, data that is shared, and
  /// what would become too much.
  func check(_ entries: inout [ZipEntry], before end: Int) throws(ArchiveProblem) {
    var names: Set<String> = []
    var total = 0
    for index in entries.indices {
      let entry = entries[index]
      try checkName(entry)
      guard names.insert(entry.name).inserted else {
        throw problem(entry, "it is in the archive twice")
      }
      entries[index].data = try data(of: entry, before: end)
      try checkSize(entry, total: &total)
    }
    let ordered = entries.sorted { $0.headerOffset < $1.headerOffset }
    for (first, second) in zip(ordered, ordered.dropFirst())
    where second.headerOffset < first.data.upperBound {
      throw problem(second, "its data overlaps that of \(first.name)", at: second.headerOffset)
    }
  }

  private func problem(
    _ entry: ZipEntry, _ message: String, at offset: Int? = nil, hint: String? = nil
  ) -> ArchiveProblem {
    directory.problem(message, at: offset, entry: entry.name, hint: hint)
  }

  private func checkName(_ entry: ZipEntry) throws(ArchiveProblem) {
    var parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "" { parts.removeLast() }
    let isSound =
      !parts.isEmpty && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
      && !entry.name.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
      && !(parts.first?.contains(":") ?? false)
    guard isSound else { throw problem(entry, "its name is no path within the archive") }
  }

  /// Where the data of an entry stands, by the header before it.
  private func data(of entry: ZipEntry, before end: Int) throws(ArchiveProblem) -> Range<Int> {
    let bytes = directory.bytes
    let start = entry.headerOffset
    guard start <= end, bytes.holds(Self.headerSignature, at: start, bytes: 30) else {
      throw problem(entry, "its data is not where the directory says", at: min(start, bytes.count))
    }
    let name = bytes.all[(start + 30)...].prefix(bytes.small(start + 26))
    guard String(decoding: name, as: UTF8.self) == entry.name,
      bytes.small(start + 8) == (entry.isDeflated ? 8 : 0), bytes.small(start + 6) & 0x2041 == 0
    else {
      throw problem(entry, "the directory and its own header differ", at: start)
    }
    let first = start + 30 + bytes.small(start + 26) + bytes.small(start + 28)
    guard first <= end, entry.compressedBytes <= end - first else {
      throw problem(entry, "its data reaches into the directory", at: start)
    }
    return first..<(first + entry.compressedBytes)
  }

  private func checkSize(_ entry: ZipEntry, total: inout Int) throws(ArchiveProblem) {
    let limits = directory.limits
    let isStored = !entry.isDeflated
    guard !isStored || entry.bytes == entry.compressedBytes else {
      throw problem(entry, "it is stored, and has two sizes")
    }
    guard entry.bytes <= limits.bytes, !limits.isBomb(entry.bytes, from: entry.compressedBytes)
    else {
      throw problem(
        entry, "\(entry.compressedBytes) bytes would become \(entry.bytes), which is refused",
        hint: "unpack it yourself if you trust it")
    }
    total += entry.bytes
    guard total <= limits.totalBytes else {
      throw directory.problem("its files together are more than \(limits.totalBytes) bytes")
    }
  }
}
