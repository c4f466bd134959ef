/// Reads a file of a ZIP archive piece by piece, and checks its size and check sum at the end.
public final class ZipEntryReader {
  private let entry: ZipEntry
  private let archive: [UInt8]
  private let name: String
  private let inflater: Inflater?
  private var next: Int
  private var written = 0
  private var checkSum: UInt32 = 0
  private var isAtEnd = false

  init(_ entry: ZipEntry, of archive: [UInt8], name: String) {
    self.entry = entry
    self.archive = archive
    self.name = name
    inflater = entry.isDeflated ? Inflater(.deflate) : nil
    next = entry.data.lowerBound
  }

  /// Appends the next bytes, at least one while there are any; none at the end.
  ///
  /// - Throws: `ArchiveProblem` when the data is damaged or not as long as it should be.
  public func read(into output: inout OutputRawSpan) throws {
    try output.withUnsafeMutableBytes { buffer, count in
      let start = count
      while count == start, count < buffer.count, !isAtEnd {
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        let more = try archive.withUnsafeBytes { archive in
          let input = UnsafeRawBufferPointer(rebasing: archive[next..<entry.data.upperBound])
          return try inflater.map { try inflate(input, into: room, with: $0) }
            ?? copy(input, into: room)
        }
        checkSum = Inflater.checkSum(
          UnsafeRawBufferPointer(rebasing: room.prefix(more)), after: checkSum)
        count += more
        written += more
        if written > entry.bytes { throw problem("it is longer than the archive says") }
        if isAtEnd { try finish() }
      }
    }
  }

  private func copy(
    _ input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Int {
    let count = min(input.count, room.count)
    room.copyBytes(from: input.prefix(count))
    next += count
    isAtEnd = count == input.count
    return count
  }

  private func inflate(
    _ input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer,
    with inflater: Inflater
  ) throws -> Int {
    let (read, written, step) = inflater.inflate(input, into: room)
    next += read
    switch step {
    case .ended: isAtEnd = true
    case .damaged(let words): throw problem("its data is damaged: \(words)")
    case .goesOn:
      if read == 0, written == 0 { throw problem("its data ends too early") }
    }
    return written
  }

  private func finish() throws {
    guard written == entry.bytes else { throw problem("it is shorter than the archive says") }
    guard next == entry.data.upperBound else { throw problem("something follows its data") }
    guard checkSum == entry.checkSum else { throw problem("its check sum does not fit") }
  }

  private func problem(_ message: String) -> ArchiveProblem {
    ArchiveProblem(file: name, entry: entry.name, at: next, message, hint: "get the file again")
  }
}
