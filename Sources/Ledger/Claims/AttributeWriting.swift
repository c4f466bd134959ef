internal import Finance
internal import SQLite

extension AttributePlace {
  /// The record with a value in the columns of the attribute.
  ///
  /// - Throws: `ClaimRefused` where the value does not fit the columns.
  func record(
    saying stated: RecordAttributes.Stated, in database: borrowing some Database & ~Copyable
  ) throws -> any Record {
    let record = record
    return try Self.assign(values(of: stated, in: database), to: record, in: database)
  }

  /// The columns and what goes into them.
  private func values(
    of stated: RecordAttributes.Stated, in database: borrowing some Database & ~Copyable
  ) throws -> [String: Value] {
    let text = stated.value.map(columnWord) ?? ""
    switch field {
    case .amount: return Self.values(of: stated.amount, beside: try self.stated(in: database))
    case .figure: return try figure(text, qualifier: stated.amount.qualifier)
    case .party(let column):
      guard let key = try PartyDirectory.key(of: text, in: database) else {
        throw ClaimRefused("'\(text)' is no party on record")
      }
      return [column: .text(key)]
    case .days(let first, let last):
      guard let span = try? DateSpan(text) else { throw ClaimRefused("'\(text)' is no date") }
      return [first: .text(span.first.description), last: .text(span.last.description)]
    case .plain(let column):
      return [column: try plain(text, in: column, database)]
    }
  }

  /// The amount as a whole; a measure the claim does not name stays the record's.
  private static func values(
    of amount: AmountColumns, beside held: RecordAttributes.Stated?
  ) -> [String: Value] {
    let measure = amount.measure ?? held?.amount.measure
    let isDerived =
      amount.measure == nil ? held?.amount.measureIsDerived : amount.measureIsDerived
    return [
      "amount_minor": amount.minor.databaseValue, "amount_low_minor": amount.lowMinor.databaseValue,
      "amount_high_minor": amount.highMinor.databaseValue,
      "qualifier": .text(amount.qualifier ?? "exact"), "measure": measure.databaseValue,
      "measure_is_derived": (isDerived ?? false).databaseValue,
      "currency": (amount.currency ?? held?.amount.currency).databaseValue,
    ]
  }

  private func figure(_ text: String, qualifier: String?) throws -> [String: Value] {
    guard let observation = record as? Observation, let figure = StatedFigure(text) else {
      throw ClaimRefused("'\(text)' is no figure")
    }
    let isRange = figure.value == nil
    let held = observation.figure.qualifier == "range" ? nil : observation.figure.qualifier
    let minor = try figure.minorUnits(of: observation.figure)
    return [
      "value": figure.value.map(\.approximate).databaseValue,
      "value_low": figure.low.map(\.approximate).databaseValue,
      "value_high": figure.high.map(\.approximate).databaseValue,
      "qualifier": .text(isRange ? "range" : qualifier ?? held ?? "exact"),
      "amount_minor": minor.value.databaseValue, "amount_low_minor": minor.low.databaseValue,
      "amount_high_minor": minor.high.databaseValue,
    ]
  }

  /// What a single column stores of a text, by the column's type.
  private func plain(
    _ text: String, in column: String, _ database: borrowing some Database & ~Copyable
  ) throws -> Value {
    switch try Self.declaredType(of: column, in: Swift.type(of: record).table, database) {
    case "INTEGER":
      guard let number = Int64(text) else { throw ClaimRefused("'\(text)' is no whole number") }
      return .integer(number)
    case "REAL":
      guard let number = try? ExactDecimal(text) else {
        throw ClaimRefused("'\(text)' is no number")
      }
      return .real(number.approximate)
    default:
      guard !text.isEmpty else { throw ClaimRefused("\(column) needs a value") }
      return .text(text)
    }
  }

  /// The declared type of a column.
  static func declaredType(
    of column: String, in table: String, _ database: borrowing some Database & ~Copyable
  ) throws -> String {
    try database.value(
      "SELECT type FROM pragma_table_info(?) WHERE name = ?", [table, column], as: String.self)
      ?? "TEXT"
  }

  /// A record with other values in some of its columns. They take the way stored rows take, so that
  /// what reads a row decides what a column can hold.
  private static func assign<R: Record>(
    _ values: [String: Value], to record: R, in database: borrowing some Database & ~Copyable
  ) throws -> any Record {
    var result = record
    for column in R.columns {
      guard let value = values[column.name] else { continue }
      _ = try database.first("SELECT ?", [value]) { try column.set(&result, $0, 0) }
    }
    return result
  }
}
