internal import SQLite
internal import Tabular

extension MachineCell {
  /// A value as text, exact; empty where there is none.
  static func text(_ value: Value) -> String {
    switch cell(value) {
    case .missing: return ""
    case .number(let text), .text(let text): return text
    }
  }
}
