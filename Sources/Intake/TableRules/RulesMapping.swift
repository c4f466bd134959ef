import Tabular
import YAML

/// Reads one mapping of a rules file by the names it may have. What is wrong is collected, and a
/// name that no one asked for is wrong too.
final class RulesMapping {
  let node: YAMLNode
  let problems: ProblemList
  private let members: [YAMLMember]
  private var asked: [String] = []

  init(_ node: YAMLNode, problems: ProblemList) {
    self.node = node
    self.problems = problems
    if case .mapping(let members) = node.content {
      self.members = members
    } else {
      members = []
      if !node.isNull { problems.add(node.problem("must be a mapping, not \(node.kind)")) }
    }
  }

  /// The value of a name; nil when it is missing or says nothing.
  func value(_ name: String) -> YAMLNode? {
    asked.append(name)
    return members.first { $0.name == name && !$0.value.isNull }?.value
  }

  var all: [YAMLMember] { members }

  func refuse(_ node: YAMLNode?, _ message: String, hint: String? = nil) {
    problems.add((node ?? self.node).problem(message, hint: hint))
  }

  func text(_ name: String) -> String? {
    guard let value = value(name) else { return nil }
    guard let text = value.text else {
      refuse(value, "\(name) must be a text, not \(value.kind)")
      return nil
    }
    return text
  }

  /// One text or a list of texts.
  func nodes(_ name: String) -> [YAMLNode] {
    guard let value = value(name) else { return [] }
    guard case .sequence(let elements) = value.content else {
      if value.text == nil {
        refuse(value, "\(name) must be a text or a list of texts, not \(value.kind)")
        return []
      }
      return [value]
    }
    return elements.filter { element in
      if element.text == nil { refuse(element, "must be a text, not \(element.kind)") }
      return element.text != nil
    }
  }

  func texts(_ name: String) -> [String] { nodes(name).compactMap(\.text) }

  func flag(_ name: String) -> Bool? {
    guard let value = value(name) else { return nil }
    if value.boolean == nil { refuse(value, "\(name) must be true or false") }
    return value.boolean
  }

  /// One of some words.
  func choice<Choice>(_ name: String, _ choices: [(String, Choice)]) -> Choice? {
    guard let value = value(name), let text = text(name) else { return nil }
    if let found = choices.first(where: { $0.0 == text.lowercased() }) { return found.1 }
    refuse(value, "“\(text)” is no value of \(name)", hint: Self.near(text, choices.map(\.0)))
    return nil
  }

  /// Reports the names no one asked for.
  func finish() {
    for member in members where !asked.contains(member.name) {
      problems.add(
        SourceProblem(
          position: member.position, message: "unknown name “\(member.name)”",
          hint: Self.near(member.name, asked)))
    }
  }

  /// What may have been meant: the nearest words, else all of them.
  static func near(_ text: String, _ known: [String]) -> String {
    let folded = text.lowercased()
    let most = max(2, folded.utf8.count / 4)
    let near = known.map { ($0, Spelling.distance($0.lowercased(), folded)) }
      .filter { $0.1 <= most }.sorted { $0.1 < $1.1 }
    if !near.isEmpty {
      return "did you mean \(near.prefix(3).map { "“\($0.0)”" }.joined(separator: " or "))?"
    }
    return known.isEmpty ? "there is none" : "one of \(known.joined(separator: ", "))"
  }
}
