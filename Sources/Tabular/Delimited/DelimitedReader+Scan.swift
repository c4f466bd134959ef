extension DelimitedReader {
  /// Finds the end of the next record and of each of its fields; `false` when there is none.
  ///
  /// A quote within quotes closes the field; if another follows at once, it opens it again, so that
  /// nothing is ever looked at ahead. What is wrong is noted, and reading goes on as if it were
  /// right.
  mutating func scanRecord() throws -> Bool {
    let marks = marks
    let delimiter = marks.delimiter[0]
    let most = options.limits.columns
    var scan = scanner
    scan.beginRecord()
    while true {
      if scan.state == .plain { scan.closePlainFields(delimiter, before: most) }
      guard scan.specials != 0 else {
        if scan.advance(marks) { continue }
        scanner = scan
        let hasMore = try readMore()
        scan = scanner
        if hasMore { continue }
        break
      }
      let at = scan.take()
      let byte = scan[at]
      if scan.state == .quoted {
        switch byte {
        case ASCII.quote:
          scan.state = .closed
          scan.closed = at &+ 1
        case ASCII.carriageReturn: scan.innerLines &+= 1
        case ASCII.lineFeed:
          if scan[at &- 1] != ASCII.carriageReturn { scan.innerLines &+= 1 }
        case 0: note(.nul, scan, at: at)
        default: break
        }
      } else if byte == ASCII.quote {
        if at == scan.fieldStart {
          scan.open()
        } else if scan.state == .closed, at == scan.closed {
          scan.reopen()
        } else if scan.state == .plain {
          checkQuote(scan, at: at)
          scan.state = .plainWithQuote
        }
      } else if byte == delimiter {
        if scan.hasTextBehindQuote(before: at) { noteText(scan) }
        scan.closeField(at: at)
        if scan.count >= most { overflow(&scan) }
      } else if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
        if at > 0 {
          isAfterReturn = byte == ASCII.carriageReturn
          endRecord(scan, length: at)
          return true
        }
        skipEmptyLine(byte)
        scan.start &+= 1
      } else if byte == 0 {
        if scan.hasTextBehindQuote(before: at) { noteText(scan) }
        note(.nul, scan, at: at)
      }
    }
    let length = scan.end - scan.start
    if length > 0 { endRecord(scan, length: length) }
    return length > 0
  }

  /// Counts a line without any bytes, unless it is the second half of a CRLF.
  @inline(__always)
  private mutating func skipEmptyLine(_ lineEnd: UInt8) {
    let isReturn = lineEnd == ASCII.carriageReturn
    if isReturn || !isAfterReturn { line &+= 1 }
    isAfterReturn = isReturn
  }

  /// Closes the last field of the record and sets the record up.
  @inline(__always)
  private mutating func endRecord(_ last: DelimitedScanner, length: Int) {
    var scan = last
    if scan.state != .plain { scan.innerLines &-= endQuoted(scan, length: length) }
    scan.closeField(at: length)
    record.line = line
    record.byteOffset = bufferOffset &+ scan.start
    record.byteCount = length
    record.heldCount = length
    record.count = scan.count
    record.base = UnsafePointer(scan.bytes + max(scan.start, 0))
    line &+= scan.innerLines &+ 1
    recordCount &+= 1
    if scan.hasDoubledQuotes { makeScratch(for: length) }
    scan.start &+= length &+ 1
    scanner = scan
  }

  /// Looks at a quoted field with which the record ends.
  ///
  /// - Returns: The number of line ends in it that begin no line: the last byte of the input, when
  ///   a quote is still open.
  @inline(never)
  private mutating func endQuoted(_ scan: DelimitedScanner, length: Int) -> Int {
    if scan.hasTextBehindQuote(before: length) { noteText(scan) }
    openQuote = scan.openQuote
    guard openQuote != nil else { return 0 }
    let last = scan[length - 1]
    return last == ASCII.lineFeed || last == ASCII.carriageReturn ? 1 : 0
  }

  /// Makes room for the fields of the record that must be copied to be read.
  ///
  /// Those of a record that is too long are not read, and however long it is, it takes no memory.
  @inline(never)
  private mutating func makeScratch(for length: Int) {
    guard scratch.capacity < length, length <= options.limits.recordBytes else { return }
    scratch.grow(to: max(2 * scratch.capacity, length), keeping: 0)
    record.scratch = scratch.pointer
  }
}
