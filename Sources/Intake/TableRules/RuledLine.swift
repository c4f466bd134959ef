import Finance
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
    /// What the cell says of other fields, by the last part of their names.
    var beside: [String: String] = [:]
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
      field.rate == nil ? Self.read(field, cells, bound, currency: nil) : Value()
    }
    reconcile(bound) { Self.read($0, cells, bound, currency: $1) }
  }

  private static func read(
    _ field: FieldRule, _ cells: [String], _ bound: BoundRules, currency: Currency?
  ) -> Value {
    for branch in field.branches {
      if let condition = branch.condition, !condition.holds(cells, bound) { continue }
      if let value = read(branch, of: field, cells, bound, currency) { return value }
    }
    // What is missing is missed where it would stand.
    return Value(column: field.branches.lazy.flatMap(\.columns).first.map(bound.index))
  }

  private static func read(
    _ branch: FieldBranch, of field: FieldRule, _ cells: [String], _ bound: BoundRules,
    _ currency: Currency?
  ) -> Value? {
    if let constant = branch.constant {
      var value = Value(text: constant, original: constant)
      if field.rate == .whole { value.read(constant, as: branch.reading, .whole, currency) }
      return value
    }
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
    let word = branch.words[CellWords.folded(value.original)] ?? branch.otherwise
    if let rate = field.rate, word == nil || rate == .whole {
      value.read(word ?? value.original, as: branch.reading, rate, currency)
    } else if let word {
      value.text = word
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
}

extension RuledLine.Value {
  /// Reads a rate: what the field itself holds, and what goes into others.
  fileprivate mutating func read(
    _ text: String, as reading: ValueReading, _ field: RateField, _ currency: Currency?
  ) {
    self.text = ""
    guard !text.isEmpty else { return }
    do throws(CellFault) {
      beside = try RateCell(reading: reading, currency: currency).parts(text, for: field)
    } catch {
      fault = error
    }
    if field == .spread { self.text = beside.removeValue(forKey: "spread_bps") ?? "" }
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
