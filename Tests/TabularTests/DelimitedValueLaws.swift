import Tabular

/// What holds of the readers of numbers and dates for every field, whatever is in it.
enum DelimitedValueLaws {
  /// The laws that a field breaks.
  static func broken(by field: [UInt8]) -> [String] {
    let unknown = decimal(field, nil)
    let marks = [DelimitedDecimalMark.point, .comma].map { decimal(field, $0) }
    var broken: [String] = []
    func expect(_ isKept: Bool, _ law: String) {
      if !isKept { broken.append("\(law): \(unknown), \(marks)") }
    }

    let values = marks.compactMap { try? $0.get() }
    if let value = try? unknown.get() {
      expect(!values.isEmpty && values.allSatisfy { $0 == value }, "nothing is guessed")
    }
    if Set(values).count > 1 { expect((try? unknown.get()) == nil, "two readings are none") }
    for (mark, result) in zip([nil, DelimitedDecimalMark.point, .comma], [unknown] + marks) {
      // Blanks make a value take the long way.
      let blanked = decimal([0x20] + field + [0xC2, 0xA0], mark)
      expect(isSame(blanked, result), "blanks change nothing")
      switch result {
      case .success(let value):
        let text = written(value)
        expect(decimal(Array(text.utf8), .point) == result, "what is read is written and read")
        expect((0...18).contains(value.scale), "decimals are counted")
      case .failure(let error): expect(isPlace(error, in: field), "an offset is in the field")
      }
    }
    return broken + brokenByDate(field)
  }

  private static func brokenByDate(_ field: [UInt8]) -> [String] {
    let result = date(field)
    var broken: [String] = []
    func expect(_ isKept: Bool, _ law: String) {
      if !isKept { broken.append("\(law): \(result)") }
    }

    let blanked = date([0x20] + field + [0xC2, 0xA0])
    expect(isSame(blanked, result), "blanks change nothing")
    switch result {
    case .success(let day):
      expect(date(Array(written(day).utf8)) == result, "what is read is written and read")
      expect(day.day == nil || day.month != nil, "a day is one of a month")
    case .failure(let error): expect(isPlace(error, in: field), "an offset is in the field")
    }
    return broken
  }

  /// Whether two fields have the same value, or the same reason why they have none.
  private static func isSame<Value: Equatable>(
    _ one: Result<Value, DelimitedValueError>, _ other: Result<Value, DelimitedValueError>
  ) -> Bool {
    switch (one, other) {
    case (.success(let one), .success(let other)): one == other
    case (.failure(let one), .failure(let other)): one.reason == other.reason
    default: false
    }
  }

  private static func isPlace(_ error: DelimitedValueError, in field: [UInt8]) -> Bool {
    field.indices.contains(error.offset) || error.offset == 0
  }

  private static func decimal(
    _ field: [UInt8], _ mark: DelimitedDecimalMark?
  ) -> Result<DelimitedDecimal, DelimitedValueError> {
    Result { () throws(DelimitedValueError) in try DelimitedDecimal(field.span, mark: mark) }
  }

  private static func date(_ field: [UInt8]) -> Result<DelimitedDate, DelimitedValueError> {
    Result { () throws(DelimitedValueError) in try DelimitedDate(field.span) }
  }

  /// A number with a point and no groups.
  private static func written(_ value: DelimitedDecimal) -> String {
    let digits = String(value.coefficient.magnitude)
    let padded = String(repeating: "0", count: max(0, value.scale + 1 - digits.count)) + digits
    let sign = value.coefficient < 0 ? "-" : ""
    let decimals = value.scale > 0 ? "." + padded.suffix(value.scale) : ""
    return sign + padded.dropLast(value.scale) + decimals
  }

  /// A date as ISO 8601 has it.
  private static func written(_ date: DelimitedDate) -> String {
    let parts = [(date.year, 4), (date.month, 2), (date.day, 2)]
    return parts.compactMap { value, count in
      value.map { value in
        let digits = String(value)
        return String(repeating: "0", count: count - digits.count) + digits
      }
    }.joined(separator: "-")
  }
}
