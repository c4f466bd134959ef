internal import Finance

/// Reads days as publishers write them.
enum PublishedDay {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `2025-11-03`, `2025-11-03T00:00:00Z` or `3 November 2025`; `nil` for anything else, as
  /// `03/11/2025`, which can be two days.
  static func read(_ text: String) -> Day? {
    if text.utf8.count >= 10, let day = day(String(text.prefix(10))),
      text.utf8.count == 10 || "T ".contains(text[text.index(text.startIndex, offsetBy: 10)])
    {
      return day
    }
    let words = text.split(separator: " ")
    guard words.count == 3, let number = Int(words[0]), let year = Int(words[2]),
      let month = months.firstIndex(of: words[1].lowercased())
    else { return nil }
    do throws(DateError) {
      return try Day(year: year, month: month + 1, day: number)
    } catch {
      return nil
    }
  }

  private static func day(_ text: String) -> Day? {
    do throws(DateError) { return try Day(text) } catch { return nil }
  }
}
