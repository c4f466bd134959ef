extension DelimitedReader {
  /// Reads on behind the bytes there are, all of which the scanner has seen; `false` at the end of
  /// the input.
  ///
  /// The record moves to the front of the buffer where there is too little room behind it. One
  /// that is longer than allowed is let go, so that the buffer stays bounded.
  mutating func readMore() throws -> Bool {
    guard !isSourceAtEnd else { return false }
    let isTooLong = scanner.end - scanner.start > options.limits.recordBytes
    if isTooLong && settled == nil { settled = verdictOnBeginning() }
    makeRoom(keeping: isTooLong ? scanner.end - 1 : scanner.start)

    let room = UnsafeMutableRawBufferPointer(
      start: buffer.pointer + scanner.end,
      count: buffer.capacity - DelimitedBlock.size - scanner.end)
    var output = OutputRawSpan(buffer: room, initializedCount: 0)
    try source(&output)
    let count = output.finalize(for: room)
    scanner.restart(at: scanner.end)
    scanner.end += count
    (buffer.pointer + scanner.end).update(repeating: 0, count: DelimitedBlock.size)
    bytesRead += count
    isSourceAtEnd = count == 0
    return !isSourceAtEnd
  }

  /// Makes room for as many bytes as are read at once, or half of them.
  private mutating func makeRoom(keeping first: Int) {
    let limits = options.limits
    let capacity = buffer.capacity - DelimitedBlock.size
    guard capacity - scanner.end < limits.bufferBytes / 2 else { return }
    if first > 0 {
      buffer.pointer.update(from: buffer.pointer + first, count: scanner.end - first)
      scanner.start -= first
      scanner.end -= first
      bufferOffset += first
    }
    guard capacity - scanner.end < limits.bufferBytes / 2 else { return }
    // What is kept is no longer than a record may be, so the most is always enough. It is taken at
    // once where the half would not do, since both are there while the bytes move.
    let most = limits.recordBytes + limits.bufferBytes
    let larger = 4 * capacity > most ? most : 2 * capacity
    buffer.grow(to: larger + DelimitedBlock.size, keeping: scanner.end)
    scanner.bytes = buffer.pointer
  }
}
