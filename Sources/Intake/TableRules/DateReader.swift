import Finance

/// Reads a date in the order the rules name. `2025-11-03` and what is less exact is always read.
enum DateReader {
  static func read(_ text: String, _ reading: ValueReading) throws(CellFault) -> String {
    var day = text
    // Workbooks tell a moment where somebody gave the day a time.
    if day.count == 19, day.hasSuffix(" 00:00:00") { day = String(day.dropLast(9)) }
    if reading.dates.isSerial, let number = Int(day) { return try serial(number, text) }
    do throws(DateError) {
      return written(try DateSpan(day))
    } catch {
      return try inOrder(day, reading, error)
    }
  }

  private static func inOrder(
    _ text: String, _ reading: ValueReading, _ error: DateError
  ) throws(CellFault) -> String {
    switch reading.dates {
    case .pattern(let pattern):
      if let span = pattern.read(text) { return written(span) }
      throw CellFault("“\(text)” is not written as \(pattern.text)", hint: hint(text))
    case .dayFirst, .monthFirst:
      if let numbers = numbers(text) { return try digits(numbers, text, reading) }
    case .iso, .serial: break
    }
    guard reading.language != nil || !text.contains(where: { $0.isLetter }) else {
      throw CellFault(
        "“\(text)” is no date of digits", hint: "for months by their names say language: en")
    }
    do throws(ReadingError) {
      return written(try DateText.read(text, language: reading.language).span)
    } catch {
      let readings = error.readings.isEmpty ? hint(text) : error.readings.joined(separator: " or ")
      throw CellFault("“\(text)” \(error.message)", hint: readings)
    }
  }

  /// The three numbers of a date of digits, with a year of four digits at one end.
  private static func numbers(_ text: String) -> [Int]? {
    let parts = text.split(omittingEmptySubsequences: false) { "/.- ".contains($0) }
    let numbers = parts.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    guard numbers.count == 3, parts.count == 3, parts[2].count == 4 else { return nil }
    return numbers
  }

  private static func digits(
    _ numbers: [Int], _ text: String, _ reading: ValueReading
  ) throws(CellFault) -> String {
    let isDayFirst = reading.dates.isDayFirst
    let (day, month) = isDayFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
    if let span = try? DateSpan(Day(year: numbers[2], month: month, day: day)) {
      return written(span)
    }
    let order = isDayFirst ? "day first" : "month first"
    let other = try? DateSpan(Day(year: numbers[2], month: day, day: month))
    throw CellFault(
      "“\(text)” is no day, with the \(order)",
      hint: other.map { "the other way round it is \($0): day and month may be swapped" })
  }

  /// A day by the number spreadsheets count it with, from 30 December 1899.
  private static func serial(_ number: Int, _ text: String) throws(CellFault) -> String {
    guard number >= 61, let start = try? Day(year: 1899, month: 12, day: 30),
      let day = Day(daysSince1970: start.number + number)
    else { throw CellFault("“\(text)” is no day's number") }
    return written(DateSpan(day))
  }

  /// What a number without a mark may be.
  private static func hint(_ text: String) -> String? {
    guard let number = Int(text), (20_000...80_000).contains(number),
      let day = try? serial(number, text)
    else { return nil }
    return "as a spreadsheet counts days it is \(day): say dates: serial"
  }

  private static func written(_ span: DateSpan) -> String { span.description }
}

extension ValueReading.DateOrder {
  var isSerial: Bool {
    if case .serial = self { return true }
    return false
  }

  var isDayFirst: Bool {
    if case .dayFirst = self { return true }
    return false
  }
}
