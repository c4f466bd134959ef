internal import CExpat
internal import Tabular

extension XMLReader {
  /// Parses the next piece of the input.
  func readMore() throws {
    let isFirst = bytesRead == 0
    guard let start = XML_GetBuffer(parser, CInt(Self.chunk)) else {
      problem = problemHere("the parser needs more memory than there is")
      return
    }
    let room = UnsafeMutableRawBufferPointer(start: start, count: Self.chunk)
    var count = try fill(room)
    if isFirst {
      while count > 0 {
        let blank = room.prefix(count).prefix { Self.isBlank($0) }.count
        skip(room.prefix(blank))
        guard blank > 0 else { break }
        room.copyBytes(from: Array(room[blank..<count]))
        count -= blank
        if count == 0 { count = try fill(room) }
      }
    }
    isAtEnd = count == 0
    parsedBytes += count
    guard bytesRead <= limits.totalBytes else {
      problem = problemHere(
        "the text is longer than \(limits.totalBytes) bytes", hint: "split it into several files")
      return
    }
    if XML_ParseBuffer(parser, CInt(count), isAtEnd ? 1 : 0) == XML_STATUS_ERROR {
      problem = problem ?? parserProblem()
    } else if problem == nil {
      checkTag()
    }
  }

  private func fill(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
    var output = OutputRawSpan(buffer: room, initializedCount: 0)
    try source(&output)
    let count = output.finalize(for: room)
    bytesRead += count
    return count
  }

  /// Goes over white space before the text, which Expat does not have.
  private func skip(_ blanks: Slice<UnsafeMutableRawBufferPointer>) {
    for byte in blanks {
      skippedColumns += 1
      guard byte == 0x0A else { continue }
      skippedLines += 1
      skippedColumns = 0
    }
  }

  /// Refuses a tag or comment that does not end: Expat would keep all of it.
  private func checkTag() {
    let pending = parsedBytes - max(0, Int(XML_GetCurrentByteIndex(parser)))
    guard pending > limits.tagBytes else { return }
    problem = problemHere(
      "a tag or comment is longer than \(limits.tagBytes) bytes",
      hint: "it is not closed, or this is no data")
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
