internal import SQLite

/// What a record itself says of an attribute a claim is about.
public enum RecordAttributes {
  /// A stated value, as a claim holds it.
  public struct Stated: Equatable, Sendable {
    /// The value.
    public var value: String?
    /// The amount.
    public var amount: AmountColumns

    /// One with what is given.
    public init(value: String? = nil, amount: AmountColumns = AmountColumns()) {
      self.value = value
      self.amount = amount
    }
  }

  /// Columns whose attribute goes by another name.
  private static let columnNames = [
    "tenor_years": "stated_tenor_years", "term_years": "years",
  ]

  /// The record's value, or nil where no column holds the attribute.
  public static func value(
    of attribute: String, in record: any Record, partyName: (String) -> String?
  ) -> Stated? {
    if attribute == "amount" { return amount(of: record).map { Stated(amount: $0) } }
    if attribute == "value", let observation = record as? Observation {
      return Stated(value: text(of: observation.figure))
    }
    return column(attribute, in: record, partyName: partyName)
  }

  /// The amount of a record that has one, out of the columns every amount has.
  private static func amount<R: Record>(of record: R) -> AmountColumns? {
    var values: [String: Value] = [:]
    for column in R.columns where column.group == "amount" {
      values[column.name] = column.value(in: record)
    }
    func number(_ name: String) -> Int64? {
      if case .integer(let number)? = values[name] { number } else { nil }
    }
    func text(_ name: String) -> String? {
      if case .text(let text)? = values[name] { text } else { nil }
    }
    guard let qualifier = text("qualifier") else { return nil }
    var amount = AmountColumns()
    amount.minor = number("amount_minor")
    amount.lowMinor = number("amount_low_minor")
    amount.highMinor = number("amount_high_minor")
    amount.qualifier = qualifier
    amount.measure = text("measure")
    amount.measureIsDerived = number("measure_is_derived").map { $0 == 1 }
    amount.currency = text("currency")
    return amount
  }

  private static func text(of figure: Observation.Figure) -> String? {
    if let value = figure.value { return PlainText.number(value) }
    let ends = [figure.low, figure.high].compactMap { $0.map(PlainText.number) }
    return ends.isEmpty ? nil : ends.joined(separator: " to ")
  }

  private static func column<R: Record>(
    _ attribute: String, in record: R, partyName: (String) -> String?
  ) -> Stated? {
    let name = columnNames[attribute] ?? attribute
    let columns = R.columns
    if let column = columns.first(where: { $0.name == name + "_id" }),
      case .text(let key) = column.value(in: record)
    {
      return Stated(value: partyName(key) ?? key)
    }
    guard let column = columns.first(where: { $0.name == name }) else { return nil }
    // A date's text needs both of its days.
    if name.hasSuffix("_on"),
      let last = columns.first(where: { $0.name == name.dropLast(3) + "_until" })
    {
      guard case .text(let first) = column.value(in: record),
        case .text(let end) = last.value(in: record)
      else { return nil }
      return Stated(value: PlainText.days(first, end))
    }
    switch column.value(in: record) {
    case .text(let text): return Stated(value: text)
    case .integer(let number): return Stated(value: String(number))
    case .real(let number): return Stated(value: PlainText.number(number))
    case .null, .blob: return nil
    }
  }
}
