import Tabular

/// Which column of a sheet holds what.
struct SheetLayout {
  /// The index of each column by `SheetColumn.rawValue`, -1 where there is none.
  private let indexes: [Int]
  /// Columns that nobody knows; their cells are not read.
  let unknown: [DelimitedHeader.Column]
  /// What is wrong with the header.
  let problems: [SourceProblem]
  /// Tells sheets with other columns apart, so that equal lines of theirs are not taken for one.
  let hash: UInt64

  init(_ header: DelimitedHeader, file: String) {
    var names: [SheetColumn: [String]] = [:]
    for column in SheetColumn.allCases { names[column] = column.names }
    let columns = header.columns(named: names)
    indexes = SheetColumn.allCases.map { columns[$0] ?? -1 }
    unknown = columns.unknown
    // A comma at the end of each line makes a column without a name, which harms nobody.
    var problems = header.problems.filter { problem in
      header.columns.last?.position != problem.position || header.columns.last?.key != ""
    }
    problems += columns.problems
    // A sheet of rejects that was refused again tells the problems of both times.
    let told = header.columns.filter { SheetColumn.problem.names.contains($0.key) }.map(\.position)
    problems.removeAll { told.contains($0.position) }
    for column in columns.unknown {
      guard let known = Self.amountInUnit(column.name), columns[known] == nil else { continue }
      problems.append(
        column.problem(
          "“\(column.name)” holds amounts in a unit, and a deal sheet has whole units",
          hint:
            "call it \(known.names[0]) and write whole units, or give the unit in a rules file: "
            + "`deals rules example \(file)` drafts one")
      )
    }
    if problems.isEmpty {
      for needed in [SheetColumn.issuer, .instrument] where columns[needed] == nil {
        let known = needed.names.map { "“\($0)”" }.joined(separator: ", ")
        problems.append(
          SourceProblem(
            position: SourcePosition(file: file, line: 1, column: 1),
            message: "the header has no column for the \(needed.names[0])",
            hint: "call it one of \(known); or read the table as it is, with rules that "
              + "`deals rules example \(file)` drafts"))
      }
    }
    self.problems = problems
    hash = indexes.reduce(0) { ($0 ^ UInt64(bitPattern: Int64($1))) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// The column of amounts that a header such as `Amount (USD m)` means.
  private static func amountInUnit(_ name: String) -> SheetColumn? {
    guard ScaleWords.exponent(inHeader: name) != nil else { return nil }
    let plain = name.prefix { $0 != "(" && $0 != "," && $0 != "[" }
    let key = DelimitedHeader.key(String(plain))
    return [SheetColumn.amount, .lenderAmount].first { $0.isNamed(key) }
  }

  /// The index of a column, or nil.
  subscript(column: SheetColumn) -> Int? {
    let index = indexes[column.rawValue]
    return index < 0 ? nil : index
  }

  /// Whether the cells of a column are read.
  func isRead(_ index: Int) -> Bool { indexes.contains(index) }

  func has(_ column: SheetColumn) -> Bool { indexes[column.rawValue] >= 0 }
}
