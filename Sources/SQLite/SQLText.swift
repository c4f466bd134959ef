/// What must be known of SQL text without SQLite: what is blank, and what a statement begins with.
enum SQLText {
  /// The first byte at or after `offset` that belongs to a statement: not a blank, not a comment,
  /// not a semicolon that ends nothing.
  ///
  /// It is the length of the text when there is none.
  static func statementStart(in text: String, from offset: Int) -> Int {
    var bytes = text.utf8.dropFirst(offset)
    while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: " "), 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: ";"):
        bytes = bytes.dropFirst()
      case 0xEF where bytes.starts(with: [0xEF, 0xBB, 0xBF]):  // a byte order mark
        bytes = bytes.dropFirst(3)
      case UInt8(ascii: "-") where bytes.starts(with: "--".utf8):
        bytes = bytes.drop { $0 != 0x0A }
      case UInt8(ascii: "/") where bytes.starts(with: "/*".utf8):
        bytes = afterBlockComment(bytes.dropFirst(2))
      default:
        return text.utf8.distance(from: text.utf8.startIndex, to: bytes.startIndex)
      }
    }
    return text.utf8.count
  }

  /// What follows the next `*/`, or nothing: SQLite lets a comment run to the end of the text.
  private static func afterBlockComment(
    _ bytes: Substring.UTF8View
  ) -> Substring.UTF8View {
    var bytes = bytes
    while let star = bytes.firstIndex(of: UInt8(ascii: "*")) {
      bytes = bytes[star...].dropFirst()
      if bytes.first == UInt8(ascii: "/") { return bytes.dropFirst() }
    }
    return bytes[bytes.endIndex...]
  }

  /// The word at `offset`, in capitals: what kind of statement begins there.
  ///
  /// It must not be used to tell reading from writing, since a DELETE can stand after WITH. The
  /// statements below, and pragmas, always begin with their keyword.
  static func keyword(in text: String, at offset: Int) -> String {
    let word = text.utf8.dropFirst(offset).prefix(10).prefix { byte in
      let lowercase = byte | 0x20
      return lowercase >= UInt8(ascii: "a") && lowercase <= UInt8(ascii: "z")
    }
    return String(Substring(word)).uppercased()
  }

  /// The keywords that begin or end a transaction or a savepoint.
  static let transactionKeywords: Set<String> = [
    "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE",
  ]
}
