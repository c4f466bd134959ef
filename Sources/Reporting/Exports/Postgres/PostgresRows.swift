internal import SQLite

/// Rows in the text format of `COPY`.
enum PostgresRows {
  static func line(_ values: [Value]) -> String {
    values.map(field).joined(separator: "\t") + "\n"
  }

  private static func field(_ value: Value) -> String {
    switch value {
    case .null: "\\N"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): escaped(text)
    case .blob(let bytes): "\\\\x" + MachineCell.hexadecimal(bytes)
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      // PostgreSQL holds no NUL in a text.
      case "\0": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
