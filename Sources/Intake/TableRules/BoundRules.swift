import Tabular

/// Rules and the table they are used on: which column has which number.
struct BoundRules {
  let rules: TableRules
  /// The names of the columns as the table has them; empty where there is no header.
  let headers: [String]
  /// The number of each column from 0, by its name in the rules.
  private var indexes: [String: Int] = [:]
  /// The columns that are read into some field.
  private(set) var read: Set<Int> = []
  /// The columns that nobody reads and nobody leaves out on purpose.
  private(set) var unread: [String] = []
  /// 1 where the first column holds the reasons of an earlier import.
  let offset: Int

  /// Finds every column the rules name.
  ///
  /// - Parameter places: Where the headers stand.
  /// - Throws: `RulesRefused` with every column that is not there, at its place in the rules.
  init(
    _ rules: TableRules, headers: [String], offset: Int, places: [SourcePosition]
  ) throws(RulesRefused) {
    self.rules = rules
    self.headers = headers
    self.offset = offset
    var problems: [SourceProblem] = []
    for field in rules.fields {
      for branch in field.branches {
        for column in branch.columns {
          guard let index = bind(column, &problems) else { continue }
          read.insert(index)
          if let problem = unitProblem(branch, at: index, places) { problems.append(problem) }
        }
        if let condition = branch.condition { bind(condition, &problems) }
      }
    }
    for condition in rules.skips { bind(condition, &problems) }
    var known = read.union(indexes.values)
    for column in rules.ignored {
      if let index = bind(column, &problems) { known.insert(index) }
    }
    unread = headers.indices.filter { $0 >= offset && !known.contains($0) && !headers[$0].isEmpty }
      .map { headers[$0] }
    guard problems.isEmpty else {
      throw RulesRefused(problems: problems.sorted { $0.position < $1.position })
    }
  }

  /// The number of a column, from 0.
  func index(of column: ColumnName) -> Int { indexes[column.text] ?? -1 }

  private mutating func bind(_ condition: RowCondition, _ problems: inout [SourceProblem]) {
    switch condition {
    case .all(let list), .any(let list): for each in list { bind(each, &problems) }
    case .not(let other): bind(other, &problems)
    case .cell(let column, _): if let column { _ = bind(column, &problems) }
    }
  }

  private mutating func bind(_ column: ColumnName, _ problems: inout [SourceProblem]) -> Int? {
    if let known = indexes[column.text] { return known }
    let found = candidates(column)
    if found.count == 1 {
      indexes[column.text] = found[0]
      return found[0]
    }
    let message: String
    let hint: String
    if found.isEmpty {
      message = "the table has no column “\(column.text)”"
      hint =
        headers.isEmpty
        ? "it has no header: name columns by their numbers, #1 the first"
        : RulesMapping.near(column.text, headers.dropFirst(offset).filter { !$0.isEmpty })
    } else {
      message = "“\(column.text)” is the name of \(found.count) columns of the table"
      hint = "say \(found.map { "#\($0 + 1 - offset)" }.joined(separator: " or "))"
    }
    problems.append(SourceProblem(position: column.position, message: message, hint: hint))
    return nil
  }

  private func candidates(_ column: ColumnName) -> [Int] {
    if let number = column.number {
      let index = number - 1 + offset
      return headers.isEmpty || headers.indices.contains(index) ? [index] : []
    }
    let key = DelimitedHeader.key(column.text)
    let exact = headers.indices.filter { DelimitedHeader.key(headers[$0]) == key }
    guard exact.isEmpty, WildcardPattern.hasWildcard(column.text) else { return exact }
    let pattern = WildcardPattern(column.text)
    return headers.indices.filter { $0 >= offset && pattern.matches(headers[$0]) }
  }

  /// What is wrong where the header of a column names another unit than the rules.
  private func unitProblem(
    _ branch: FieldBranch, at index: Int, _ places: [SourcePosition]
  ) -> SourceProblem? {
    guard headers.indices.contains(index) else { return nil }
    let header = headers[index]
    let unit = branch.reading.unit
    var said: String?
    switch branch.reading.kind {
    case .amount:
      if let scale = ScaleWords.exponent(inHeader: header), scale.exponent != unit.exponent {
        said = scale.word
      } else if let code = ScaleWords.currency(inHeader: header), let own = unit.currency,
        code != own
      {
        said = code
      }
    case .percent:
      if ScaleWords.namesBasisPoints(header), unit.exponent != -2 { said = "basis points" }
    case .basisPoints:
      if header.contains("%"), unit.exponent == 0 { said = "%" }
    default: break
    }
    guard let said else { return nil }
    return SourceProblem(
      position: places[index],
      message: "the header “\(header)” says \(said), and the rules say \(unit.text ?? "no unit")",
      hint: "say unit: at \(branch.position)")
  }
}
