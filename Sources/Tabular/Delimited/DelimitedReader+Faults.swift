extension DelimitedReader {
  /// Notes a fault in the field that is being read, if it is the first one of that field.
  @inline(never)
  mutating func note(_ kind: DelimitedFault.Kind, _ scan: DelimitedScanner, at offset: Int) {
    // Fields behind the last one that is allowed are not judged.
    guard settled == nil, scan.count < options.limits.columns else { return }
    guard faults.last.map({ $0.offset < scan.fieldStart }) ?? true else { return }
    faults.append(DelimitedFault(kind, offset: offset))
  }

  /// Notes text behind the closing quote of the field that is being read.
  @inline(never)
  mutating func noteText(_ scan: DelimitedScanner) {
    note(.textAfterQuote(openLine: line + scan.openLine), scan, at: scan.closed)
  }

  /// Judges a quote in a field that did not begin with one.
  ///
  /// Behind text it is a character like any other; behind blanks alone it was meant to open the
  /// field, and reading it as text would break the field at the first delimiter within.
  @inline(never)
  mutating func checkQuote(_ scan: DelimitedScanner, at offset: Int) {
    guard settled == nil else { return }
    let isText = (scan.fieldStart..<offset).contains {
      scan[$0] != ASCII.space && scan[$0] != ASCII.tab
    }
    if !isText { note(.blankBeforeQuote, scan, at: offset) }
  }

  /// Keeps the fields within the table. Of those behind the last one that is allowed, the first is
  /// told and only the beginning of the current one is kept.
  @inline(__always)
  mutating func overflow(_ scan: inout DelimitedScanner) {
    let most = options.limits.columns
    if scan.count == most { noteMany(scan, most) }
    if scan.count > most &+ 1 {
      scan.table[most &+ 1] = scan.table[scan.count]
      scan.count = most &+ 1
    }
  }

  @inline(never)
  private mutating func noteMany(_ scan: DelimitedScanner, _ most: Int) {
    guard settled == nil else { return }
    faults.append(DelimitedFault(.manyFields(most), offset: scan.fieldStart))
  }

  /// Judges a record that is too long to be held, as far as it was read.
  mutating func verdictOnBeginning() -> DelimitedVerdict {
    let length = scanner.end - scanner.start
    if scanner.hasTextBehindQuote(before: length) { noteText(scanner) }
    // Closes the field that was begun, until it is really closed.
    starts.pointer[scanner.count + 1] = UInt(length + 1)
    let bytes = UnsafePointer(scanner.bytes + scanner.start)
    return verdict(
      UnsafeBufferPointer(start: bytes, count: length), scanner.count + 1, line: line,
      openQuote: scanner.beginsWithQuote ? scanner.fieldStart : nil)
  }

  /// Judges a record that was read to its end and is still there.
  func verdictOnWhole() -> DelimitedVerdict {
    let bytes = UnsafeBufferPointer(start: record.base, count: record.byteCount)
    let wrongCount = openQuote == nil ? wrongCount(record.count) : nil
    return verdict(
      bytes, record.count, line: record.line, openQuote: openQuote, wrongCount: wrongCount)
  }

  /// Where a field stands in the record that was scanned last.
  private func fieldRange(_ index: Int) -> Range<Int> {
    DelimitedRecord.rawRange(of: index, in: starts.pointer)
  }

  /// The fault of a record with more or fewer fields than the others.
  private func wrongCount(_ count: Int) -> DelimitedFault? {
    guard let width, count > width || count < width && !options.acceptsShortRecords else {
      return nil
    }
    let offset = count > width ? fieldRange(width).lowerBound : 0
    return DelimitedFault(.wrongCount(count, expected: width), offset: offset)
  }

  /// Judges the bytes of a record.
  private func verdict(
    _ bytes: UnsafeBufferPointer<UInt8>, _ count: Int, line: Int, openQuote: Int?,
    wrongCount: DelimitedFault? = nil
  ) -> DelimitedVerdict {
    let limits = options.limits
    var all = faults
    if bytes.count > limits.recordBytes {
      let most = limits.recordBytes
      all.append(DelimitedFault(.longRecord(most), offset: 0, trigger: most))
    }
    var hasLongField = false
    for index in 0..<min(count, limits.columns) {
      let range = fieldRange(index)
      if range.count > limits.fieldBytes, !hasLongField {
        let (most, start) = (limits.fieldBytes, range.lowerBound)
        all.append(DelimitedFault(.longField(most), offset: start, trigger: start + most))
        hasLongField = true
      }
      let field = UnsafeBufferPointer(rebasing: bytes[range])
      guard let invalid = DelimitedUTF8.firstInvalid(in: field) else { continue }
      all.append(DelimitedFault(.notUTF8(field[invalid]), offset: range.lowerBound + invalid))
    }
    if let wrongCount, !all.contains(where: { $0.isFinal || $0.isAboutQuotes }) {
      all.append(wrongCount)
    }
    let places = DelimitedPlaces(file: name, bytes: bytes, line: line)
    return DelimitedVerdict(all, openQuote: openQuote, places: places)
  }
}
