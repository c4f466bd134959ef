/// Words that point into a date without saying which days: `mid-2027`, `slutet av 2029`.
enum DateVagueness {
  /// Refuses a text with such a word, with the spans it could mean where it stands before a year or
  /// month.
  static func refuse(
    _ tokens: [DateToken], isDayFirst: Bool, in text: String
  ) throws(ReadingError) {
    let words = tokens.enumerated().compactMap { index, token -> (Int, Place, String)? in
      guard case .word(let word) = token, let place = places[word] else { return nil }
      return (index, place, word)
    }
    guard let (index, place, word) = words.first else { return }
    var rest = tokens
    rest.remove(at: index)
    if rest.indices.contains(index), rest[index] == .mark("-") { rest.remove(at: index) }
    if index > 0, rest.indices.contains(index - 1), rest[index - 1] == .mark("-") {
      rest.remove(at: index - 1)
    }
    let spans =
      words.count > 1
      ? [] : (try? DateText.readings(of: rest, isDayFirst: isDayFirst, in: text)) ?? []
    let readings = spans.count == 1 ? place.readings(in: spans[0]) : []
    throw ReadingError(
      text,
      "names no first and last day with “\(word)”"
        + (readings.isEmpty ? "" : ", and may mean"), readings: readings)
  }

  /// Where in a span.
  enum Place {
    case start
    case early
    case middle
    case late
    case end

    /// Spans that the place may mean in a year or month; none in others.
    func readings(in span: DateSpan) -> [String] {
      let (year, month, _) = span.first.components
      if span == (try? DateSpan.months(year: year, from: 1, count: 12)) {
        return ofYear(span, year)
      }
      guard self == .end, span == (try? DateSpan.months(year: year, from: month, count: 1)) else {
        return []
      }
      return [span.last.description, span.description]
    }

    private func ofYear(_ span: DateSpan, _ year: Int) -> [String] {
      let year = DateDigits.padded(year, 4)
      return switch self {
      case .start: ["\(year)-01-01", "\(year)-01", "\(year)-Q1"]
      case .early: ["\(year)-01", "\(year)-Q1", "\(year)-H1"]
      case .middle: ["\(year)-06/\(year)-07", "\(year)-05/\(year)-08", "\(year)-Q2/\(year)-Q3"]
      case .late: ["\(year)-12", "\(year)-Q4", "\(year)-H2"]
      case .end: ["\(year)-12-31", "\(year)-12", "\(year)-Q4"]
      }
    }
  }

  private static let places: [String: Place] = {
    var places: [String: Place] = [:]
    let rows: [(Place, String)] = [
      (.start, "start beginning början ingången anfang beginn"),
      (.early, "early tidigt tidiga inledningen frühe früh"),
      (.middle, "mid middle mitten mitte"),
      (.late, "late sent sena slutskedet spät späten"),
      (.end, "end yearend slutet utgången ende årsskiftet jahresende"),
    ]
    for (place, row) in rows {
      for word in row.split(separator: " ") { places[String(word)] = place }
    }
    return places
  }()
}
