internal import Finance
internal import Ledger
internal import SQLite
internal import Tabular

/// Makes facts of the row of a view: what belongs together in one line, what says nothing left out.
struct RecordFacts {
  let columns: [String]
  let values: [String: Value]
  let units: [String: String]
  /// What the heading says already.
  let headed: Set<String>
  var facts: [Fact] = []
  var used: Set<String> = []

  /// The facts of a row.
  static func all(
    of row: [Value], columns: [String], units: [String: String], headed: Set<String>
  ) -> [Fact] {
    var facts = RecordFacts(
      columns: columns,
      values: Dictionary(zip(columns, row)) { first, _ in first }, units: units, headed: headed)
    for column in columns where !facts.used.contains(column) && !headed.contains(column) {
      facts.take(column)
    }
    return facts.facts
  }

  private mutating func take(_ column: String) {
    if Self.isSilent(column) || takeGroup(column) { return }
    guard let value = values[column], value != .null, !isNoNews(column, value) else { return }
    add(label(of: column), shown(column, value), [column])
  }

  /// Adds a fact, and takes note of the columns it was made of.
  mutating func add(_ label: String, _ text: String?, _ columns: [String]) {
    used.formUnion(columns)
    guard let text, !text.isEmpty else { return }
    facts.append(Fact(label: label, text: text, columns: Set(columns)))
  }

  // MARK: - One column

  /// Columns that repeat others for machines.
  private static func isSilent(_ column: String) -> Bool {
    column.hasSuffix("_minor") || column.hasSuffix("_notch") || column.contains("_notch_")
      || column.hasSuffix("_key") && !keysAlone.contains(column)
      || silent.contains(column)
  }

  private static let silent: Set = [
    "fx_on", "first_published_is_retrieval", "is_unconverted", "brand", "record_kind",
    "horizon_end_text", "value_currency", "verdicts",
  ]

  /// Keys of records that are named in no other column.
  private static let keysAlone: Set = ["part_of_key", "replaced_by_key", "joins_key"]

  /// Values that say no more than that there is nothing to say.
  private func isNoNews(_ column: String, _ value: Value) -> Bool {
    switch column {
    case "open_contradictions", "tranches_without_amount", "claims", "is_bank",
      "is_remainder", "is_withdrawn", "is_in_default", "funding_is_derived", "contingent":
      value == .integer(0)
    case "is_debt", "cash_like", "counted": value == .integer(1)
    case "horizon_is_past", "direction_contested": value == .integer(0)
    case "stated_qualifier": value == values["qualifier"]
    case "amount_period": value == .text("total")
    case "identity", "parent", "sponsor", "ultimate_parent", "ultimate_sponsor":
      value == values["party"] || column == "ultimate_parent" && value == values["parent"]
        || column == "ultimate_sponsor" && value == values["sponsor"]
    // What nobody has said is no news in a list of what is known.
    default: value == .text("unknown") && units[column] != nil
    }
  }

  private static let labels = [
    "years": "term", "usd_per_year": "a year", "first_published_on": "first published",
    "tranches_without_amount": "without amount", "open_contradictions": "contradictions",
  ]

  func label(of column: String) -> String {
    if let label = Self.labels[column] { return label }
    var words = column
    for ending in ["_pct", "_bps", "_mw", "_years", "_on", "_usd", "_key"]
    where words.hasSuffix(ending) && words.count > ending.count {
      words.removeLast(ending.count)
    }
    return words.words
  }

  func shown(_ column: String, _ value: Value) -> String {
    let unit = units[column] ?? ""
    switch value {
    case .integer(let flag) where unit == "0 or 1": return flag == 0 ? "no" : "yes"
    case .real(let amount) where unit == "USD": return "USD \(HumanNumber.amount(amount))"
    case .real(let amount) where unit == "units of `currency`": return HumanNumber.amount(amount)
    case .text(let code) where unit.hasPrefix("code ("): return code.words
    case .text(let name): return keyed(name, column)
    default: break
    }
    let number = MachineCell.cell(value).text
    if column.hasSuffix("_pct") { return "\(number) %" }
    if column.hasSuffix("_bps") { return "\(number) bps" }
    if column.hasSuffix("_mw") { return "\(number) MW" }
    if column.hasSuffix("_years") || column == "years" { return "\(number) years" }
    return number
  }

  /// A name with its key, where the key does not follow from the name.
  private func keyed(_ name: String, _ column: String) -> String {
    guard let key = text(column + "_key"), RecordKey.made(fromName: name) != key else {
      return name
    }
    return "\(name) (\(key))"
  }

  // MARK: - Values

  func text(_ column: String) -> String? {
    if case .text(let text)? = values[column] { text } else { nil }
  }

  func number(_ column: String) -> Double? {
    switch values[column] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  func isTrue(_ column: String) -> Bool { values[column] == .integer(1) }
}
