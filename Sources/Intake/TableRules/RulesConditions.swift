import Tabular
import YAML

/// Reads conditions of rows: `{column: Status, equals: closed}`.
struct RulesConditions {
  let problems: ProblemList

  func read(_ node: YAMLNode) -> RowCondition {
    if case .sequence(let elements) = node.content { return .all(elements.map(read)) }
    let mapping = RulesMapping(node, problems: problems)
    var found: [RowCondition] = []
    let column = mapping.value("column").flatMap(columnName)
    let equals = mapping.texts("equals")
    if !equals.isEmpty { found.append(.cell(column, .equals(equals.map(CellWords.folded)))) }
    let patterns = mapping.texts("matches")
    if !patterns.isEmpty {
      found.append(.cell(column, .matches(patterns.map { WildcardPattern($0) })))
    }
    if let isEmpty = mapping.flag("empty") {
      if column == nil { mapping.refuse(mapping.value("empty"), "empty needs a column") }
      found.append(.cell(column, .isEmpty(isEmpty)))
    }
    if let not = mapping.value("not") { found.append(.not(read(not))) }
    if let any = mapping.value("any") { found.append(.any(list(any))) }
    if let all = mapping.value("all") { found.append(.all(list(all))) }
    mapping.finish()
    if found.isEmpty, case .mapping = node.content {
      mapping.refuse(
        node, "the condition tests nothing", hint: "add equals, matches, empty, not, any or all")
    }
    return found.count == 1 ? found[0] : .all(found)
  }

  private func list(_ node: YAMLNode) -> [RowCondition] {
    guard case .sequence(let elements) = node.content else {
      problems.add(node.problem("must be a list of conditions, not \(node.kind)"))
      return []
    }
    return elements.map(read)
  }

  func columnName(_ node: YAMLNode) -> ColumnName? {
    guard let text = node.text else {
      problems.add(node.problem("must be the name of a column, not \(node.kind)"))
      return nil
    }
    let name = ColumnName(text: text, position: node.position)
    if text.first == "#", name.number.map({ $0 < 1 }) ?? true {
      problems.add(node.problem("“\(text)” is no number of a column", hint: "#1 is the first"))
      return nil
    }
    return name
  }
}
