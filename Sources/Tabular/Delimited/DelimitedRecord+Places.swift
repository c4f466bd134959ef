extension DelimitedRecord {
  /// Where the record begins.
  public var position: SourcePosition {
    origin?.position(line: line, field: nil) ?? SourcePosition(file: file, line: line, column: 1)
  }

  /// The line on which the record begins, or the row of what the text was made of.
  public var originalLine: Int { origin?.position(line: line, field: nil).line ?? line }

  /// Where a byte of a field stands, by its offset in what `withField` lends; the field itself
  /// without an offset. A field that the record does not have stands at its end.
  public func position(of index: Int, at offset: Int? = nil) -> SourcePosition {
    if let origin { return origin.position(line: line, field: index) }
    let range = rawRange(of: index)
    var place = range.lowerBound
    if index >= count { place = heldCount }
    if let offset { place += rawOffset(offset, in: range) }
    var places = places
    return places.position(of: min(place, heldCount))
  }

  /// Tells the places of many bytes of the record, one after the other.
  var places: DelimitedPlaces {
    let bytes = UnsafeBufferPointer(start: base, count: heldCount)
    return DelimitedPlaces(file: file, bytes: bytes, line: line)
  }

  /// A problem with a field, at its place or at one of its bytes.
  public func problem(
    _ message: String, of index: Int, at offset: Int? = nil, hint: String? = nil
  ) -> SourceProblem {
    SourceProblem(position: position(of: index, at: offset), message: message, hint: hint)
  }

  /// The offset in the field as it stands of a byte that is lent.
  private func rawOffset(_ offset: Int, in range: Range<Int>) -> Int {
    guard !range.isEmpty, base[range.lowerBound] == quote else { return offset }
    var raw = range.lowerBound + 1
    for _ in 0..<offset where raw < range.upperBound - 1 {
      raw += base[raw] == quote ? 2 : 1
    }
    return raw - range.lowerBound
  }
}
