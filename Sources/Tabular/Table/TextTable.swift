/// A table in aligned columns, to read on a terminal.
///
/// Widths are those a reader sees (`DisplayWidth`), so that Japanese names and combining accents
/// stay in their columns. Numbers stand to the right and are never cut; text too wide ends with
/// `…`. What could steer a terminal is made harmless (`TerminalText`).
public struct TextTable: Sendable {
  /// The columns.
  public let columns: [TextColumn]
  /// The widest a column of text becomes, in terminal columns; `nil` for no limit.
  public let maximumColumnWidth: Int?
  /// The widest a line becomes where columns of text can give way; `nil` for no limit.
  public let maximumWidth: Int?
  /// What stands in a cell without a value.
  public let missing: String
  private var rows: [[TableCell]] = []

  /// The narrowest that a column of text becomes to make room.
  private static let narrowest = 8
  private static let gap = "  "

  /// A table without rows.
  public init(
    columns: [TextColumn], maximumColumnWidth: Int? = nil, maximumWidth: Int? = nil,
    missing: String = ""
  ) {
    self.columns = columns
    self.maximumColumnWidth = maximumColumnWidth
    self.maximumWidth = maximumWidth
    self.missing = missing
  }

  /// Adds a row, which has one cell for every column.
  public mutating func append(_ row: [TableCell]) {
    precondition(row.count == columns.count, "a row has a cell for every column")
    rows.append(row)
  }

  /// The lines of the table: the titles, a rule, the rows. No line ends with spaces.
  public var lines: [String] {
    guard !columns.isEmpty else { return [] }
    let areRight = columns.indices.map(isRight)
    let widths = widths(areRight: areRight)
    let titles = columns.map { TableCell.text($0.title) }
    let rule = widths.map { TableCell.text(String(repeating: "-", count: $0)) }
    return ([titles, rule] + rows).map { line($0, widths, areRight) }
  }

  /// The lines, each with its end.
  public var text: String {
    lines.map { $0 + "\n" }.joined()
  }

  private func isRight(_ column: Int) -> Bool {
    switch columns[column].alignment {
    case .left: return false
    case .right: return true
    case .automatic:
      let values = rows.lazy.map { $0[column] }.filter { !$0.isMissing }
      return values.contains(where: \.isNumber) && values.allSatisfy(\.isNumber)
    }
  }

  /// The width every column would have if lines could be of any length, in terminal columns.
  public var naturalWidths: [Int] { limitedWidths(areRight: columns.indices.map(isRight)).widths }

  /// How wide lines of columns of such widths are.
  public static func lineWidth(_ widths: [Int]) -> Int {
    widths.reduce(gap.count * max(0, widths.count - 1), +)
  }

  /// The width of every column.
  private func widths(areRight: [Bool]) -> [Int] {
    let (widths, fixed) = limitedWidths(areRight: areRight)
    return narrowed(widths, fixed: fixed, areRight: areRight)
  }

  /// The width of every column, and what cannot give way of it.
  private func limitedWidths(areRight: [Bool]) -> (widths: [Int], fixed: [Int]) {
    var fixed = columns.map { _ in 0 }
    var widths = columns.map { DisplayWidth.of(TerminalText.neutralised($0.title)) }
    for row in rows {
      for (column, cell) in row.enumerated() {
        let width = DisplayWidth.of(shown(cell))
        widths[column] = max(widths[column], width)
        if cell.isNumber || columns[column].isWhole { fixed[column] = max(fixed[column], width) }
      }
    }
    for column in widths.indices where !areRight[column] {
      let limit = max(maximumColumnWidth ?? .max, fixed[column])
      widths[column] = min(widths[column], limit)
    }
    return (widths, fixed)
  }

  /// Makes the widest columns of text narrower until a line fits, or none can give way any more.
  private func narrowed(_ widths: [Int], fixed: [Int], areRight: [Bool]) -> [Int] {
    guard let maximumWidth else { return widths }
    var widths = widths
    var excess = Self.lineWidth(widths) - maximumWidth
    while excess > 0 {
      let candidates = widths.indices.filter { column in
        !areRight[column] && widths[column] > max(Self.narrowest, fixed[column])
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ row: [TableCell], _ widths: [Int], _ areRight: [Bool]) -> String {
    var line = ""
    for (column, cell) in row.enumerated() {
      let text = DisplayWidth.truncated(shown(cell), to: widths[column])
      let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(text))
      line += (column > 0 ? Self.gap : "") + (areRight[column] ? padding + text : text + padding)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func shown(_ cell: TableCell) -> String {
    cell.isMissing ? missing : TerminalText.neutralised(cell.text)
  }
}
