/// Text that sets something up. SQLite acts on a pragma when it is compiled, even one that is only
/// to be explained, so that it must be told from a question before.
enum SettingText {
  /// Whether a statement is a pragma, after comments and `EXPLAIN`.
  static func isPragma(_ sql: String) -> Bool {
    var rest = Array(sql.utf8)[...]
    while true {
      // Spaces, semicolons and a byte order mark.
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ";") || $0 >= 0x80 }
      if rest.starts(with: "--".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if rest.starts(with: "/*".utf8) {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
        rest = rest.dropFirst(2)
      } else {
        let word = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
        switch String(decoding: word, as: UTF8.self).uppercased() {
        case "EXPLAIN", "QUERY", "PLAN": rest = rest.dropFirst(word.count)
        case let first: return first == "PRAGMA"
        }
      }
    }
  }
}
