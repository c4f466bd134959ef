import Finance

extension RuledLine {
  /// Puts what cells say of other fields into these: of a currency first, then of rates, whose
  /// benchmark can depend on it.
  mutating func reconcile(_ bound: BoundRules, _ read: (FieldRule, Currency?) -> Value) {
    let fields = bound.rules.fields
    for index in values.indices where values[index].currency != nil {
      reconcileCurrency(index, fields)
    }
    for index in values.indices where fields[index].rate != nil {
      let name = TableRules.currencyName(beside: fields[index].name)
      let code = fields.firstIndex { $0.name == name }.map { values[$0].text.uppercased() }
      values[index] = read(fields[index], code.flatMap { Currency(code: $0) })
    }
    for index in values.indices where !values[index].beside.isEmpty {
      reconcileRate(index, fields)
    }
  }

  /// Holds the currency that stands in the cell of an amount against that of the row.
  private mutating func reconcileCurrency(_ index: Int, _ fields: [FieldRule]) {
    guard let found = values[index].currency else { return }
    let name = TableRules.currencyName(beside: fields[index].name)
    guard let other = fields.firstIndex(where: { $0.name == name }) else { return }
    let said = values[other].text.uppercased()
    let codes = CurrencySigns.codes(of: found)
    if said.isEmpty, codes.count == 1 {
      fill(other, with: codes[0], from: index)
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

  /// Puts the parts of a rate into their fields, where these do not say something else.
  private mutating func reconcileRate(_ index: Int, _ fields: [FieldRule]) {
    let parent = fields[index].name.split(separator: "/").dropLast().map { "\($0)/" }.joined()
    for (part, text) in values[index].beside.sorted(by: { $0.key < $1.key }) {
      guard let other = fields.firstIndex(where: { $0.name == parent + part }) else { continue }
      let said = values[other].text
      if said.isEmpty, values[other].fault == nil {
        fill(other, with: text, from: index)
      } else if !Self.isSame(said, text, part) {
        values[index].fault = CellFault(
          "“\(values[index].original)” has the \(part) \(text), and the row has \(said)",
          hint: "mend one of them, or read only one of the columns")
        return
      }
    }
  }

  private static func isSame(_ one: String, _ other: String, _ part: String) -> Bool {
    guard part == "benchmark" else {
      return Double(one.filter { $0 != "%" }) == Double(other.filter { $0 != "%" })
    }
    func code(_ words: String) -> String {
      let known = SheetWords.benchmarks[SheetWords.key(words)] ?? words
      // Names such as “3M Euribor” are read where rates are read.
      let read = try? RateText.read("\(known) + 1 bp").benchmark?.rawValue
      return SheetWords.key(read ?? known)
    }
    return code(one) == code(other)
  }

  private mutating func fill(_ other: Int, with text: String, from index: Int) {
    values[other] = Value(
      text: text, column: values[index].column, original: values[index].original)
  }
}
