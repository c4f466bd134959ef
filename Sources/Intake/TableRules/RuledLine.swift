import Tabular

/// A row of a table as the rules read it.
struct RuledLine {
  /// What came of one field.
  struct Value {
    /// The value; empty where the row says nothing.
    var text = ""
    /// The column the value comes from, from 0; nil for a constant.
    var column: Int?
    /// The cell as it stands.
    var original = ""
    /// The currency that stands in the cell.
    var currency: String?
    /// Why there is no value.
    var fault: CellFault?
  }

  /// The values, in the order of the rules' fields.
  var values: [Value]

  /// Reads a row.
  ///
  /// - Parameter cells: The texts of its cells without blanks around them.
  init(_ bound: BoundRules, cells: [String]) {
    values = bound.rules.fields.map { field in
      for branch in field.branches {
        if let condition = branch.condition, !condition.holds(cells, bound) { continue }
        if let value = Self.read(branch, of: field, cells, bound) { return value }
      }
      // What is missing is missed where it would stand.
      return Value(column: field.branches.lazy.flatMap(\.columns).first.map(bound.index))
    }
    reconcile(bound.rules)
  }

  private static func read(
    _ branch: FieldBranch, of field: FieldRule, _ cells: [String], _ bound: BoundRules
  ) -> Value? {
    if let constant = branch.constant { return Value(text: constant, original: constant) }
    var value = Value()
    var parts: [String] = []
    for column in branch.columns {
      let index = bound.index(of: column)
      guard cells.indices.contains(index) else { continue }
      let text = cells[index]
      if value.column == nil { value.column = index }
      guard !bound.rules.isNothing(text, in: field.name) else { continue }
      if parts.isEmpty { value.column = index }
      parts.append(text)
    }
    guard !parts.isEmpty else { return nil }
    value.original = parts.joined(separator: branch.joiner)
    if let word = branch.words[CellWords.folded(value.original)] {
      value.text = word
    } else if let otherwise = branch.otherwise {
      value.text = otherwise
    } else {
      do throws(CellFault) {
        let read = try ValueReader.read(value.original, as: branch.reading)
        (value.text, value.currency) = (read.text, read.currency)
      } catch {
        value.fault = error
      }
    }
    return value
  }

  /// Holds the currencies that stand in cells of amounts against those of the row.
  private mutating func reconcile(_ rules: TableRules) {
    for index in values.indices {
      guard let found = values[index].currency else { continue }
      let name = TableRules.currencyName(beside: rules.fields[index].name)
      guard let other = rules.fields.firstIndex(where: { $0.name == name }) else { continue }
      let said = values[other].text.uppercased()
      let codes = CurrencySigns.codes(of: found)
      if said.isEmpty, codes.count == 1 {
        values[other] = Value(
          text: codes[0], column: values[index].column, original: values[index].original)
      } else if said.isEmpty {
        values[index].fault = CellFault(
          "“\(values[index].original)” has a sign of several currencies: "
            + codes.joined(separator: ", "), hint: "say currency: in the rules")
      } else if !codes.contains(said) {
        values[index].fault = CellFault(
          "“\(values[index].original)” is in \(codes.joined(separator: " or ")), and the row is in "
            + said, hint: "an amount has one currency: mend the cell or the currency")
      }
    }
  }
}

extension TableRules {
  /// Whether a cell says nothing.
  func isNothing(_ text: String, in field: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.count <= 20 else { return nothing.contains(CellWords.folded(text)) }
    let folded = CellWords.folded(text)
    // NA is Namibia.
    if folded == "na", field.hasSuffix("country") { return false }
    return SheetWords.nothing.contains(folded) || nothing.contains(folded)
  }
}

extension RowCondition {
  /// Whether it is so of a row.
  func holds(_ cells: [String], _ bound: BoundRules) -> Bool {
    switch self {
    case .all(let list): return list.allSatisfy { $0.holds(cells, bound) }
    case .any(let list): return list.contains { $0.holds(cells, bound) }
    case .not(let other): return !other.holds(cells, bound)
    case .cell(let column, let test):
      guard let column else { return cells.contains(where: test.holds) }
      let index = bound.index(of: column)
      return test.holds(cells.indices.contains(index) ? cells[index] : "")
    }
  }
}

extension CellTest {
  func holds(_ cell: String) -> Bool {
    switch self {
    case .equals(let texts): texts.contains(CellWords.folded(cell))
    case .matches(let patterns): patterns.contains { $0.matches(cell) }
    case .isEmpty(let isEmpty): cell.isEmpty == isEmpty
    }
  }
}
