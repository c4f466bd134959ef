import Tabular
import YAML

/// What rows can become, and which fields that has.
enum RulesTargets {
  /// The words of `to:`.
  static let all: [(String, TableRules.Target)] =
    [("deal_sheet", .sheet)]
    + [
      ("deal", "issuer"), ("participant", "participant"), ("contract", "legs"),
      ("statistic", "metric"), ("rating", "agency"), ("party", "party_kind"), ("event", "event"),
      ("term", "term"), ("repayment", "repayment"), ("pledge", "pledge"),
      ("milestone", "milestone"), ("asset", "asset_kind"), ("holding", "holder"),
      ("theme", "theme"), ("fixing", "fixing"), ("link", "link"), ("treatment", "treatment"),
      ("rate", "rate"), ("claim", "attribute"), ("source", "source_kind"),
    ].map { ($0.0, .document(kind: $0.0, tellingName: $0.1)) }

  /// What a field holds by its name; a problem where the target has no such field.
  static func kind(
    of member: YAMLMember, target: TableRules.Target, _ problems: ProblemList
  ) -> ValueReading.Kind {
    if RateField(member.name, target: target) == .whole { return .text }
    guard target == .sheet else { return ValueReading.Kind(ofDocumentName: member.name) }
    if let column = SheetColumn.named(member.name) { return ValueReading.Kind(of: column) }
    let known = SheetColumn.allCases.filter { $0 != .problem }.map { $0.names[0] } + ["rate"]
    problems.add(
      SourceProblem(
        position: member.position, message: "a deal sheet has no column “\(member.name)”",
        hint: RulesMapping.near(member.name, known)))
    return .text
  }

  /// What a target cannot be without.
  static func check(_ rules: TableRules, at node: YAMLNode, _ problems: ProblemList) {
    guard !rules.fields.isEmpty else { return }
    let needed: [String]
    switch rules.target {
    case .sheet: needed = ["issuer", "instrument"]
    case .document(_, let name): needed = [name]
    }
    for name in needed
    where !rules.fields.contains(where: { $0.name == name || $0.name.hasPrefix(name + "/") }) {
      problems.add(
        node.problem(
          "no field says the \(name)", hint: "add it to the fields: a column, or a value"))
    }
    var known: Set<String> = []
    for field in rules.fields where rules.target == .sheet {
      guard !known.insert(field.name).inserted else { continue }
      problems.add(
        SourceProblem(position: field.position, message: "“\(field.name)” is given twice"))
    }
  }
}

extension SheetColumn {
  private static let byKey: [String: SheetColumn] = {
    var columns: [String: SheetColumn] = [:]
    for column in allCases where column != .problem {
      for name in column.names { columns[DelimitedHeader.key(name)] = column }
    }
    return columns
  }()

  /// The column of a header, however it is written.
  static func named(_ name: String) -> SheetColumn? { byKey[DelimitedHeader.key(name)] }
}

extension TableRules {
  /// The field that holds the currency of an amount.
  static func currencyName(beside name: String) -> String {
    let parts = name.split(separator: "/").dropLast()
    return (parts.map { String($0) } + ["currency"]).joined(separator: "/")
  }
}
