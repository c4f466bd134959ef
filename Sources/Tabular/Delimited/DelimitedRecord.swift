/// A record of a delimited text, in the buffer of its reader.
///
/// It is lent by `DelimitedReader.record` and cannot be kept: what is wanted of it is copied out,
/// or computed while the bytes are there. A field that the record does not have is empty.
public struct DelimitedRecord: ~Copyable {
  /// The number of fields; 0 when the record was rejected.
  public internal(set) var count = 0
  /// The line on which it begins, from 1.
  public internal(set) var line = 1
  /// Where it begins in the input, from 0.
  public internal(set) var byteOffset = 0
  /// The number of its bytes, without the line end.
  public internal(set) var byteCount = 0

  /// The name that positions print.
  let file: String
  /// Who knows where the fields come from, where the text was made of something else.
  let origin: (any DelimitedOrigin)?
  @usableFromInline var base: UnsafePointer<UInt8>
  /// The number of bytes that are still there.
  @usableFromInline var heldCount = 0
  /// Where each field begins, and behind the last one where another would. An entry is marked when
  /// the field before it has doubled quotes.
  @usableFromInline let starts: UnsafeMutablePointer<UInt>
  /// Room for the fields with doubled quotes, each at its own offset, so that none moves.
  @usableFromInline var scratch: UnsafeMutablePointer<UInt8>
  /// The quote, or 0 where there are none.
  @usableFromInline var quote: UInt8 = 0

  /// The bit of an entry that marks doubled quotes.
  @usableFromInline static var doubledMark: UInt { 1 << (UInt.bitWidth - 1) }

  init(
    file: String, origin: (any DelimitedOrigin)?, base: UnsafePointer<UInt8>,
    starts: UnsafeMutablePointer<UInt>, scratch: UnsafeMutablePointer<UInt8>
  ) {
    self.file = file
    self.origin = origin
    self.base = base
    self.starts = starts
    self.scratch = scratch
  }

  /// Whether the bytes are there. Those of a record that is longer than allowed are not.
  public var isHeld: Bool { heldCount == byteCount }

  /// Lends the bytes of a field, without its quotes and with single ones for doubled ones.
  @inlinable
  public borrowing func withField<Result: ~Copyable, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes(of: index).span)
  }

  /// The text of a field, copied.
  public func text(_ index: Int) -> String {
    String(decoding: bytes(of: index), as: UTF8.self)
  }

  /// Lends the bytes of the record as they stand, without the line end; none when they are gone.
  @inlinable
  public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: heldCount).span)
  }

  /// The hash of the bytes as they stand, without the line end, with which a line is known again.
  public var lineHash: UInt64 {
    DelimitedHash.of(UnsafeRawBufferPointer(start: base, count: heldCount))
  }

  /// Whether a field stands in quotes.
  @inlinable
  public func isQuoted(_ index: Int) -> Bool {
    let range = rawRange(of: index)
    return !range.isEmpty && base[range.lowerBound] == quote
  }

  /// Whether a field has no bytes; `""` has none either.
  @inlinable
  public func isEmpty(_ index: Int) -> Bool {
    let range = rawRange(of: index)
    return range.isEmpty || range.count == 2 && base[range.lowerBound] == quote
  }

  /// Whether no field has anything but blanks, as where a spreadsheet writes the rest of its grid.
  public var isBlank: Bool {
    for index in 0..<count where !isEmpty(index) {
      if !DelimitedBlanks.trimmed(bytes(of: index).span).isEmpty { return false }
    }
    return true
  }

  /// Where a field stands in the record, its quotes included.
  @inlinable
  func rawRange(of index: Int) -> Range<Int> {
    // One comparison: a negative index is a very large number without its sign.
    guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return 0..<0 }
    return Self.rawRange(of: index, in: starts)
  }

  /// Where a field stands by a table as `starts` has it.
  @inlinable
  static func rawRange(of index: Int, in starts: UnsafeMutablePointer<UInt>) -> Range<Int> {
    let start = Int(starts[index] & ~doubledMark)
    let next = Int(starts[index + 1] & ~doubledMark)
    return Range(uncheckedBounds: (start, next - 1))
  }

  /// The bytes of a field as `withField` lends them, to be handed on. They stay until the reader
  /// goes on.
  @inlinable
  public func bytes(of index: Int) -> UnsafeBufferPointer<UInt8> {
    let range = rawRange(of: index)
    guard !range.isEmpty, base[range.lowerBound] == quote else {
      return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }
    if starts[index + 1] & Self.doubledMark != 0 { return unescaped(range) }
    return UnsafeBufferPointer(start: base + range.lowerBound + 1, count: range.count - 2)
  }

  /// Writes a field without its quotes into the scratch. Writing it again writes the same bytes, so
  /// that a field that is lent already does not change.
  @usableFromInline
  func unescaped(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let start = scratch + range.lowerBound
    var count = 0
    var offset = range.lowerBound + 1
    while offset < range.upperBound - 1 {
      start[count] = base[offset]
      offset += base[offset] == quote ? 2 : 1
      count += 1
    }
    return UnsafeBufferPointer(start: start, count: count)
  }
}
