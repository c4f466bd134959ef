/// The words and signs of a statement, without comments; a text or a quoted name is one word.
struct SQLWords {
  private let bytes: [UInt8]
  /// Where the next one is looked for.
  private(set) var place = 0
  /// Where the last one began.
  private(set) var lastStart = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next one; nil at the end.
  mutating func next() -> String? {
    skipBlanks()
    guard place < bytes.count else { return nil }
    lastStart = place
    let first = bytes[place]
    place += 1
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      while place < bytes.count, bytes[place] != first { place += 1 }
      place = min(place + 1, bytes.count)
    } else if Self.isLetter(first) {
      while place < bytes.count, Self.isLetter(bytes[place]) { place += 1 }
    }
    return String(decoding: bytes[lastStart..<place], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while place < bytes.count {
      if bytes[place] <= 0x20 {
        place += 1
      } else if bytes[place...].starts(with: "--".utf8) {
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      } else if bytes[place...].starts(with: "/*".utf8) {
        while place < bytes.count, !bytes[place...].starts(with: "*/".utf8) { place += 1 }
        place = min(place + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte | 0x20 >= UInt8(ascii: "a")
        && byte | 0x20 <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
