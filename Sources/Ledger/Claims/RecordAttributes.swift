internal import Finance
internal import SQLite

/// What a record itself says of an attribute a claim is about.
public enum RecordAttributes {
  /// A stated value, as a claim holds it.
  public struct Stated: Equatable, Sendable {
    /// The value.
    public var value: String?
    /// The amount; of anything else at most its qualifier.
    public var amount: AmountColumns

    /// One with what is given.
    public init(value: String? = nil, amount: AmountColumns = AmountColumns()) {
      self.value = value
      self.amount = amount
    }
  }

  /// The record's value, or nil where no column holds the attribute or nothing is in it.
  public static func value(
    of attribute: String, in record: any Record, partyName: (String) -> String?
  ) -> Stated? {
    guard let field = AttributeField.of(attribute, of: record) else { return nil }
    return stated(field, in: record, partyName: partyName)
  }

  static func stated<R: Record>(
    _ field: AttributeField, in record: R, partyName: (String) -> String?
  ) -> Stated? {
    let values = columnValues(of: record)
    func text(_ column: String) -> String? {
      if case .text(let text)? = values[column] { text } else { nil }
    }
    switch field {
    case .amount: return amount(values).map { Stated(amount: $0) }
    case .figure: return figure(values)
    case .party(let column):
      return text(column).map { Stated(value: partyName($0) ?? $0) }
    case .days(let first, let last):
      guard let first = text(first), let last = text(last) else { return nil }
      return Stated(value: PlainText.days(first, last))
    case .plain(let column):
      return values[column].flatMap { PlainText.of($0) }.map { Stated(value: $0) }
    }
  }

  private static func columnValues<R: Record>(of record: R) -> [String: Value] {
    Dictionary(R.columns.map { ($0.name, $0.value(in: record)) }) { first, _ in first }
  }

  /// The amount of a record that has one, out of the columns every amount has.
  private static func amount(_ values: [String: Value]) -> AmountColumns? {
    guard case .text(let qualifier)? = values["qualifier"] else { return nil }
    var amount = AmountColumns()
    amount.minor = values["amount_minor"]?.integer
    amount.lowMinor = values["amount_low_minor"]?.integer
    amount.highMinor = values["amount_high_minor"]?.integer
    amount.qualifier = qualifier
    amount.measure = values["measure"]?.text
    amount.measureIsDerived = values["measure_is_derived"]?.integer.map { $0 == 1 }
    amount.currency = values["currency"]?.text
    return amount
  }

  private static func figure(_ values: [String: Value]) -> Stated? {
    let ends = [values["value_low"], values["value_high"]].compactMap { $0.flatMap(PlainText.of) }
    let value = values["value"].flatMap(PlainText.of)
    guard let text = value ?? (ends.isEmpty ? nil : ends.joined(separator: " to ")) else {
      return nil
    }
    return Stated(value: text)
  }
}

extension Value {
  /// The number, where it is a whole one.
  var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
  /// The text, where it is one.
  var text: String? { if case .text(let text) = self { text } else { nil } }
}
