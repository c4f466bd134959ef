extension JSONParser {
  mutating func parseString(parent: Int32, ordinal: Int32) throws(SourceProblem) {
    let start = offset
    var hasEscapes = false
    offset += 1
    while true {
      guard offset < end else {
        throw problem("this string has no closing quote", at: start)
      }
      switch bytes[offset] {
      case ASCII.quote:
        offset += 1
        return append(
          .string, from: start, parent: parent, ordinal: ordinal, hasEscapes: hasEscapes)
      case ASCII.backslash:
        hasEscapes = true
        try skipEscape()
      case 0..<0x20:
        if bytes[offset] == ASCII.lineFeed || bytes[offset] == ASCII.carriageReturn {
          throw problem("this string has no closing quote on its line", at: start)
        }
        throw problem("\(found()) in a string must be written as an escape")
      case 0x20..<0x80: offset += 1
      default:
        guard let length = UTF8Sequence.length(in: bytes, at: offset, before: end) else {
          throw problem("the file is not UTF-8 here: byte \(hexadecimal(bytes[offset]))")
        }
        offset += length
      }
    }
  }

  private mutating func skipEscape() throws(SourceProblem) {
    let start = offset
    guard offset + 1 < end else { throw problem("this escape is not complete", at: start) }
    if JSONEscapes.simple(bytes[offset + 1]) != nil {
      offset += 2
      return
    }
    guard bytes[offset + 1] == UInt8(ascii: "u") else {
      throw problem("unknown escape", at: start, hint: #"a backslash itself is written "\\""#)
    }
    switch try escapedUnit() {
    case 0: throw problem("NUL is refused: no text of the ledger may hold it", at: start)
    case 0xD800..<0xDC00:
      guard offset + 1 < end, bytes[offset] == ASCII.backslash,
        bytes[offset + 1] == UInt8(ascii: "u"), try 0xDC00..<0xE000 ~= escapedUnit()
      else { throw problem("half a surrogate pair stands alone", at: start) }
    case 0xDC00..<0xE000: throw problem("half a surrogate pair stands alone", at: start)
    default: break
    }
  }

  /// The UTF-16 unit of a `\uXXXX` at `offset`, which is stepped over.
  private mutating func escapedUnit() throws(SourceProblem) -> UInt32 {
    var unit: UInt32 = 0
    for at in (offset + 2)..<(offset + 6) {
      guard at < end, let digit = ASCII.hexadecimal(bytes[at]) else {
        throw problem(#"expected four hexadecimal digits after "\u""#)
      }
      unit = unit << 4 | digit
    }
    offset += 6
    return unit
  }

  mutating func parseNumber(parent: Int32, ordinal: Int32) throws(SourceProblem) {
    let start = offset
    if bytes[offset] == ASCII.minus { offset += 1 }
    if offset < end, bytes[offset] == ASCII.zero {
      offset += 1
      if offset < end, ASCII.isDigit(bytes[offset]) {
        throw problem("a number may not begin with 0 and another digit", at: start)
      }
    } else {
      try skipDigits(after: "‘-’")
    }
    if offset < end, bytes[offset] == ASCII.period {
      offset += 1
      try skipDigits(after: "the decimal point")
    }
    if offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < end, bytes[offset] == ASCII.plus || bytes[offset] == ASCII.minus { offset += 1 }
      try skipDigits(after: "the exponent sign")
    }
    append(.number, from: start, parent: parent, ordinal: ordinal)
  }

  private mutating func skipDigits(after part: String) throws(SourceProblem) {
    guard offset < end, ASCII.isDigit(bytes[offset]) else {
      throw problem("expected a digit after \(part), found \(found())")
    }
    while offset < end, ASCII.isDigit(bytes[offset]) { offset += 1 }
  }

  mutating func parseWord(
    _ word: String, _ kind: JSONKind, _ parent: Int32, _ ordinal: Int32
  ) throws(SourceProblem) {
    let start = offset
    let last = min(end, offset + word.utf8.count)
    guard bytes[offset..<last].elementsEqual(word.utf8) else {
      throw problem("expected a value, found \(found())", hint: valueHint())
    }
    offset = last
    append(kind, from: start, parent: parent, ordinal: ordinal)
  }
}
