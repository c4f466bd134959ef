internal import Finance
internal import SQLite
internal import Spreadsheets
internal import Tabular

/// What the cells of a column are in a workbook, by its unit.
struct WorkbookColumn {
  private enum Kind { case plain, day, flag }

  private let kind: Kind
  /// How its cells look.
  let format: CellFormat
  /// How wide it is, in digits.
  private(set) var width: Double

  /// The widest it becomes.
  private static let widest = 60.0

  init(name: String, unit: String?) {
    let (kind, numbers): (Kind, String?) =
      switch unit {
      case "USD", "money", "millions", "units of `currency`", "money, in `currency`":
        (.plain, Self.amount)
      case "percent": (.plain, "0.0##\" %\"")
      case "basis", "basis points", "bps": (.plain, "General\" bps\"")
      case "count", "minor units of `currency`", "US cents": (.plain, "#,##0")
      case "date", "day": (.day, "yyyy-mm-dd")
      case "flag", "0 or 1": (.flag, nil)
      case nil where name.hasSuffix("_on") || name.hasSuffix("_until"): (.day, "yyyy-mm-dd")
      default: (.plain, nil)
      }
    self.kind = kind
    format = CellFormat(numbers: numbers)
    width = max(numbers == nil ? 8 : 12, Double(DisplayWidth.of(name)) + 3)
  }

  /// The number itself, shown as 23.25 bn, and below a hundred million as 19.65 mn.
  private static let amount =
    "[>=100000000]#,##0.00,,,\" bn\";[<=-100000000]-#,##0.00,,,\" bn\";#,##0.00,,\" mn\""

  /// A stored value as a cell. An integer that 64 bits of floating point cannot hold is text, since
  /// a workbook would change it.
  func cell(_ value: Value) -> CellContent {
    switch value {
    case .null: .empty
    case .integer(let number) where kind == .flag && (0...1).contains(number): .flag(number == 1)
    case .integer(let number):
      number.magnitude <= 1 << 53 ? .number(Double(number)) : .text(String(number))
    case .real(let number): .number(number)
    case .text(let text): kind == .day ? Self.day(text) ?? .text(text) : .text(text)
    case .blob(let bytes): .text(MachineCell.hexadecimal(bytes))
    }
  }

  /// Makes room for a text.
  mutating func fit(_ content: CellContent) {
    guard case .text(let text) = content else { return }
    width = max(width, min(Self.widest, Double(DisplayWidth.of(text)) + 1))
  }

  /// A whole day; nil for what is none, and for days that workbooks count differently.
  private static func day(_ text: String) -> CellContent? {
    guard text.utf8.count == 10, let day = try? Day(text) else { return nil }
    let serial = day.number + 25_569
    return serial > 60 ? .day(serial) : nil
  }
}
