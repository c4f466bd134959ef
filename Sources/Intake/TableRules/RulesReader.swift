import Finance
public import Tabular
internal import YAML

/// Reads a rules file. Everything that is wrong with it is told at once.
public struct RulesReader {
  private let problems = ProblemList()
  private let file: String
  /// How cells are read where a field says nothing else.
  private var reading = ValueReading(kind: .text)
  private var currency: String?

  /// The words of `to` and `as`.
  public static var words: [String] {
    RulesTargets.all.map(\.0) + ValueReading.Kind.allCases.map(\.rawValue)
  }

  private init(file: String) { self.file = file }

  /// The rules of a file.
  ///
  /// - Throws: `RulesRefused`.
  public static func read(_ source: SourceText) throws(RulesRefused) -> TableRules {
    let node: YAMLNode?
    do throws(SourceProblem) {
      node = try YAMLDocument.read(source)
    } catch {
      throw RulesRefused(problems: [error])
    }
    let start = SourcePosition(file: source.name, line: 1, column: 1)
    guard let node else {
      throw RulesRefused(
        problems: [
          SourceProblem(
            position: start, message: "the file says nothing",
            hint: "deals rules example TABLE writes a first one")
        ])
    }
    var reader = RulesReader(file: source.name)
    let rules = reader.rules(node)
    guard reader.problems.isEmpty else {
      throw RulesRefused(problems: reader.problems.problems.sorted { $0.position < $1.position })
    }
    return rules
  }

  private mutating func rules(_ node: YAMLNode) -> TableRules {
    var rules = TableRules(file: file)
    let top = RulesMapping(node, problems: problems)
    rules.target = top.choice("to", RulesTargets.all) ?? .sheet
    rules.worksheet = top.text("sheet")
    rules.encoding = encoding(top)
    rules.delimiter = delimiter(top)
    rules.headerLine = headerLine(top)
    readFormats(top)
    rules.nothing = Set(top.texts("nothing").map(CellWords.folded))
    rules.skips = conditions(top, "skip")
    rules.ignored = top.nodes("ignore").compactMap(columnName)
    rules.source = source(top)
    if let fields = top.value("fields") {
      rules.fields = self.fields(fields, target: rules.target)
    } else {
      top.refuse(nil, "there are no fields", hint: "name what is read: fields: {issuer: Borrower}")
    }
    top.finish()
    rules.decimalMark = reading.decimalMark
    addCurrency(to: &rules, top.value("currency") ?? node)
    addRateParts(to: &rules)
    addSource(to: &rules, top.value("source") ?? node)
    RulesTargets.check(rules, at: node, problems)
    return rules
  }

  // MARK: The table

  private func encoding(_ top: RulesMapping) -> TextEncoding? {
    guard let name = top.text("encoding") else { return nil }
    if let found = TextEncoding(named: name) { return found }
    let names = TextEncoding.names.map(\.name)
    top.refuse(
      top.value("encoding"), "“\(name)” is no encoding that is read",
      hint: RulesMapping.near(name, names))
    return nil
  }

  private func delimiter(_ top: RulesMapping) -> UInt8? {
    guard let text = top.text("delimiter") else { return nil }
    let mark = ["tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|"][text] ?? text
    let scalars = Array(mark.unicodeScalars)
    guard scalars.count == 1, DelimitedDialect.canDelimit(scalars[0]) else {
      top.refuse(
        top.value("delimiter"), "“\(text)” cannot stand between cells",
        hint: "one of \",\" \";\" \"|\" tab")
      return nil
    }
    return UInt8(ascii: scalars[0])
  }

  private func headerLine(_ top: RulesMapping) -> Int {
    guard let text = top.text("header_line") else { return 1 }
    if text == "none" { return 0 }
    guard let line = Int(text), line >= 0, line <= 10_000 else {
      top.refuse(
        top.value("header_line"), "“\(text)” is no number of a line",
        hint: "a number from 1, or none where the table has no header")
      return 1
    }
    return line
  }

  /// The fixed source as fields that say the same on every row.
  private func addSource(to rules: inout TableRules, _ node: YAMLNode) {
    let names =
      rules.target == .sheet
      ? ["date": "source_date", "grade": "source_grade"] : ["date": "published_on"]
    for (name, text) in rules.source {
      let field =
        rules.target == .sheet
        ? names[name] ?? "source_\(name)" : "sources/0/\(names[name] ?? name)"
      guard !rules.fields.contains(where: { $0.name == field }) else { continue }
      var branch = FieldBranch(position: node.position, reading: ValueReading(kind: .text))
      branch.constant = text
      rules.fields.append(FieldRule(name: field, position: node.position, branches: [branch]))
    }
  }

  private func source(_ top: RulesMapping) -> [(name: String, text: String)] {
    guard let node = top.value("source") else { return [] }
    let source = RulesMapping(node, problems: problems)
    let found = ["title", "publisher", "url", "date", "grade"].compactMap { name in
      source.text(name).map { (name: name, text: $0) }
    }
    source.finish()
    if let date = source.text("date"), (try? DateSpan(date)) == nil {
      source.refuse(source.value("date"), "“\(date)” is no date", hint: "write 2025-11-03")
    }
    if let grade = source.text("grade"), !["P", "S", "A", "E"].contains(grade) {
      source.refuse(source.value("grade"), "“\(grade)” is no grade", hint: "one of P, S, A, E")
    }
    if !found.isEmpty, source.text("title") == nil, source.text("url") == nil {
      source.refuse(node, "a source needs a title or a url")
    }
    return found
  }

  // MARK: Formats

  private mutating func readFormats(_ top: RulesMapping) {
    RulesFormats(problems: problems).read(top, into: &reading)
    guard let code = top.text("currency") else { return }
    guard Currency(code: code.uppercased()) != nil else {
      top.refuse(
        top.value("currency"), "“\(code)” is no currency", hint: "three letters of ISO 4217")
      return
    }
    currency = code.uppercased()
  }

  /// The currency of every amount that has none of its own. A cell may name it too, so there is
  /// always a field for it.
  private func addCurrency(to rules: inout TableRules, _ node: YAMLNode) {
    var branch = FieldBranch(position: node.position, reading: ValueReading(kind: .text))
    branch.constant = currency
    let branches = currency == nil ? [] : [branch]
    let amounts = rules.fields.filter { $0.branches.contains { $0.reading.kind == .amount } }
    for name in Set(amounts.map { TableRules.currencyName(beside: $0.name) }).sorted() {
      if let index = rules.fields.firstIndex(where: { $0.name == name }) {
        rules.fields[index].branches += branches
      } else {
        rules.fields.append(FieldRule(name: name, position: node.position, branches: branches))
      }
    }
  }

  /// The fields into which the parts of rates go, where the rules name them not.
  private func addRateParts(to rules: inout TableRules) {
    for field in rules.fields {
      let parent = field.name.split(separator: "/").dropLast().map { "\($0)/" }.joined()
      for name in (field.rate?.parts ?? []).map({ parent + $0 })
      where !rules.fields.contains(where: { $0.name == name }) {
        rules.fields.append(FieldRule(name: name, position: field.position, branches: []))
      }
    }
  }

  // MARK: Conditions

  private func conditions(_ mapping: RulesMapping, _ name: String) -> [RowCondition] {
    guard let value = mapping.value(name) else { return [] }
    guard case .sequence(let elements) = value.content else { return [condition(value)] }
    return elements.map(condition)
  }

  private func condition(_ node: YAMLNode) -> RowCondition {
    RulesConditions(problems: problems).read(node)
  }

  private func columnName(_ node: YAMLNode) -> ColumnName? {
    RulesConditions(problems: problems).columnName(node)
  }

  // MARK: Fields

  private func fields(_ node: YAMLNode, target: TableRules.Target) -> [FieldRule] {
    let mapping = RulesMapping(node, problems: problems)
    if mapping.all.isEmpty {
      mapping.refuse(nil, "there are no fields", hint: "name what is read: {issuer: Borrower}")
    }
    return mapping.all.map { member in
      let kind = RulesTargets.kind(of: member, target: target, problems)
      var fieldReading = reading
      fieldReading.kind = kind
      let column = target == .sheet ? SheetColumn.named(member.name) : nil
      let name = column?.names[0] ?? member.name
      return FieldRule(
        name: name, position: member.position, rate: RateField(name, target: target),
        branches: branches(member.value, fieldReading, of: member))
    }
  }

  private func branches(
    _ node: YAMLNode, _ reading: ValueReading, of member: YAMLMember
  ) -> [FieldBranch] {
    if case .sequence(let elements) = node.content {
      return elements.flatMap { branches($0, reading, of: member) }
    }
    var branch = FieldBranch(position: node.position, reading: reading)
    if node.text != nil {
      branch.columns = [node].compactMap(columnName)
      return [branch]
    }
    guard !node.isNull else {
      problems.add(
        SourceProblem(
          position: member.position, message: "“\(member.name)” names no column",
          hint: "write the header of its column, or leave the field out"))
      return []
    }
    let mapping = RulesMapping(node, problems: problems)
    branch.condition = mapping.value("when").map(condition)
    branch.columns = (mapping.nodes("column") + mapping.nodes("columns")).compactMap(columnName)
    branch.joiner = mapping.text("join") ?? " "
    branch.constant = mapping.text("value")
    RulesFormats(problems: problems).readOfField(mapping, into: &branch.reading)
    branch.words = words(mapping)
    branch.otherwise = mapping.text("otherwise")
    mapping.finish()
    if branch.columns.isEmpty == (branch.constant == nil) {
      mapping.refuse(
        node, "“\(member.name)” needs either column, columns or value",
        hint: "column: the header of a column; value: what is so on every row")
    }
    return [branch]
  }

  private func words(_ mapping: RulesMapping) -> [String: String] {
    guard let node = mapping.value("words") else { return [:] }
    var words: [String: String] = [:]
    for member in RulesMapping(node, problems: problems).all {
      guard let text = member.value.text ?? (member.value.isNull ? "" : nil) else {
        problems.add(member.value.problem("must be a text, not \(member.value.kind)"))
        continue
      }
      words[CellWords.folded(member.name)] = text
    }
    return words
  }
}
