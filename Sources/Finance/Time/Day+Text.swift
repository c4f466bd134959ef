extension Day: CustomStringConvertible {
  /// Reads a day written as `YYYY-MM-DD`, and nothing else.
  ///
  /// - Throws: `DateError` with what is wrong.
  public init(_ text: String) throws(DateError) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = DateDigits.value(bytes[0..<4]), let month = DateDigits.value(bytes[5..<7]),
      let day = DateDigits.value(bytes[8..<10])
    else { throw DateError("“\(text)” is not a day: write it as 2025-11-03") }
    do throws(DateError) {
      try self.init(year: year, month: month, day: day)
    } catch {
      throw DateError("“\(text)” is not a day: \(error.message)")
    }
  }

  /// The day as `YYYY-MM-DD` (ISO 8601).
  public var description: String {
    let (year, month, day) = components
    return [(year, 4), (month, 2), (day, 2)].map(DateDigits.padded).joined(separator: "-")
  }
}
