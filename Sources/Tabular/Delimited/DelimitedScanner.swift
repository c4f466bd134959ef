/// Where the reader stands in its buffer: the bytes there are, the record that is being read, and
/// what is left to look at of the block it is in.
///
/// The loop works on a copy of it, so that it stays in registers.
struct DelimitedScanner {
  /// The buffer. Behind `end` stands one more block, of zeros.
  var bytes: UnsafeMutablePointer<UInt8>
  /// The end of the bytes that were read.
  var end = 0
  /// Where the current block begins; blocks need no alignment.
  var block = -DelimitedBlock.size
  /// The bytes of the block that are still to be looked at, a bit each.
  var specials: UInt64 = 0
  /// The bytes at the beginning of the next block that belong to a character of this one.
  var carried = 0
  /// Whether the block may not be UTF-8.
  var isBlockDoubtful = false

  /// Where the record begins. Below zero once its beginning had to be let go.
  var start = 0
  /// Whether the record may not be UTF-8.
  var isDoubtful = false
  /// Where each field begins, as `DelimitedRecord.starts` has it.
  let table: UnsafeMutablePointer<UInt>
  /// The fields of the record that were closed.
  var count = 0
  /// What the field after them is so far.
  var state = State.plain
  /// The mark of that field in the table: whether it has doubled quotes.
  var mark: UInt = 0
  /// The offset behind its closing quote.
  var closed = 0
  /// The line on which its quote was opened, counted from the first one of the record.
  var openLine = 0
  /// The line ends within the quotes of the record.
  var innerLines = 0
  /// Whether a field of the record has doubled quotes.
  var hasDoubledQuotes = false

  /// What a field is so far.
  enum State {
    /// It did not begin with a quote.
    case plain
    /// It did not begin with a quote either, and has one, which was judged.
    case plainWithQuote
    /// Its closing quote was not seen yet.
    case quoted
    /// Its closing quote was seen, if it is not the first of two.
    case closed
  }

  init(bytes: UnsafeMutablePointer<UInt8>, table: UnsafeMutablePointer<UInt>) {
    self.bytes = bytes
    self.table = table
    table[0] = 0
  }

  /// Where the field that is being read begins, as an offset in the record.
  var fieldStart: Int { Int(table[count] & ~DelimitedRecord.doubledMark) }

  /// Whether the field that is being read is quoted.
  var beginsWithQuote: Bool { state == .quoted || state == .closed }

  /// The quote that is open, as an offset in the record.
  var openQuote: Int? { state == .quoted ? fieldStart : nil }

  /// Whether something stands between the closing quote of a field and its end.
  func hasTextBehindQuote(before end: Int) -> Bool { state == .closed && closed != end }

  /// Forgets the record before this one.
  @inline(__always)
  mutating func beginRecord() {
    isDoubtful = isBlockDoubtful
    count = 0
    state = .plain
    mark = 0
    innerLines = 0
    hasDoubledQuotes = false
  }

  /// Begins to look at the bytes from `offset` of the buffer on.
  mutating func restart(at offset: Int) {
    block = offset - DelimitedBlock.size
    specials = 0
    carried = 0
  }

  /// Goes to the next block; `false` when there are no more bytes.
  @inline(__always)
  mutating func advance(_ marks: DelimitedMarks) -> Bool {
    let next = block &+ DelimitedBlock.size
    guard next < end else { return false }
    let found = DelimitedBlock(bytes + next, marks)
    block = next
    specials = found.specials
    isBlockDoubtful = false
    if end &- next < DelimitedBlock.size { specials &= (1 &<< UInt64(end &- next)) &- 1 }
    if found.isASCII { return true }
    carried = DelimitedUTF8.check(
      UnsafeRawPointer(bytes + next), carried: carried, available: end &- next)
    isBlockDoubtful = carried < 0
    isDoubtful = isDoubtful || isBlockDoubtful
    return true
  }

  /// Takes the next byte to look at, as its offset in the record; there must be one.
  @inline(__always)
  mutating func take() -> Int {
    let offset = block &+ specials.trailingZeroBitCount &- start
    specials &= specials &- 1
    return offset
  }

  /// A byte of the record.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { bytes[start &+ offset] }

  /// Closes fields without quotes as long as delimiters follow, and leaves at least one of `most`.
  @inline(__always)
  mutating func closePlainFields(_ delimiter: UInt8, before most: Int) {
    let record = bytes + start
    let first = block &- start
    var left = specials
    var closed = count
    while left != 0, closed < most &- 1 {
      let at = first &+ left.trailingZeroBitCount
      guard record[at] == delimiter else { break }
      left &= left &- 1
      closed &+= 1
      table[closed] = UInt(bitPattern: at &+ 1)
    }
    specials = left
    count = closed
  }

  /// Opens the field with a quote.
  @inline(__always)
  mutating func open() {
    state = .quoted
    openLine = innerLines
  }

  /// Opens the field again behind two quotes, which stand for one.
  @inline(__always)
  mutating func reopen() {
    state = .quoted
    mark = DelimitedRecord.doubledMark
    hasDoubledQuotes = true
  }

  /// Closes the field, behind which a byte at `offset` stands.
  @inline(__always)
  mutating func closeField(at offset: Int) {
    count &+= 1
    table[count] = UInt(bitPattern: offset &+ 1) | mark
    mark = 0
    state = .plain
  }
}
