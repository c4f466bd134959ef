internal import SQLite
internal import Tabular

/// Stored values as machines read them: exact and the same everywhere.
enum MachineCell {
  static func cell(_ value: Value) -> TableCell {
    switch value {
    case .null: .missing
    case .integer(let number): .number(String(number))
    case .real(let number): .number(HumanNumber.plain(number))
    case .text(let text): .text(text)
    case .blob(let bytes): .text(hexadecimal(bytes))
    }
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
