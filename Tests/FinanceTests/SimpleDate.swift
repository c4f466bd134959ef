/// A second reading of dates: every format that people use, matched against the whole text.
///
/// It knows nothing of `DateText`: formats are patterns, the calendar is a table of month lengths,
/// and a reading is a pair of days as `YYYYMMDD` numbers.
enum SimpleDate {
  /// First and last day.
  struct Span: Hashable {
    let first: Int
    let last: Int
  }

  /// The formats. `d` and `m` are one or two digits, `D` and `M` exactly two, `N` a month by name,
  /// `Y` four digits, `y` two, `q` a quarter, `h` a half; all else stands for itself.
  static let formats = [
    "Y", "Y-M", "M/Y", "m/Y", "N Y", "N. Y", "N-Y", "Y-M-D", "d N Y", "N d, Y", "d-N-Y", "D-N-y",
    "y-N-D", "d/m/Y", "m/d/Y", "d.m.Y", "m.d.Y", "d-m-Y", "m-d-Y", "d/m/y", "m/d/y", "y/m/d",
    "Y/M/D", "d. N Y", "Qq Y", "qQy", "Hh Y", "hHy", "YQq", "Y-Qq", "Y-Hh",
  ]

  static let months = [
    ["January", "Jan", "januari", "Januar"], ["February", "Feb", "februari", "Februar"],
    ["March", "Mar", "mars", "März"], ["April", "Apr", "april", "April"],
    ["May", "maj", "Mai"], ["June", "Jun", "juni", "Juni"], ["July", "Jul", "juli", "Juli"],
    ["August", "Aug", "augusti"], ["September", "Sep", "Sept", "september"],
    ["October", "Oct", "oktober", "Oktober"], ["November", "Nov", "november"],
    ["December", "Dec", "december", "Dezember"],
  ]

  /// Every reading that a format gives.
  static func readings(of text: String) -> Set<Span> {
    Set(formats.compactMap { span(Array(text), by: Array($0)) })
  }

  /// The span that a text is in a format; `nil` when it is not of the format or no date.
  private static func span(_ text: [Character], by format: [Character]) -> Span? {
    var (year, month, day, quarter, half): (Int?, Int?, Int?, Int?, Int?)
    var rest = text[...]
    for part in format {
      switch part {
      case "Y": year = take(4...4, &rest) ?? -1
      case "y": year = take(2...2, &rest).map { 2000 + $0 } ?? -1
      case "m": month = take(1...2, &rest) ?? -1
      case "M": month = take(2...2, &rest) ?? -1
      case "d": day = take(1...2, &rest) ?? -1
      case "D": day = take(2...2, &rest) ?? -1
      case "q": quarter = take(1...1, &rest) ?? -1
      case "h": half = take(1...1, &rest) ?? -1
      case "N": month = name(&rest) ?? -1
      default:
        guard rest.first == part else { return nil }
        rest = rest.dropFirst()
      }
      if [year, month, day, quarter, half].contains(-1) { return nil }
    }
    guard rest.isEmpty, let year, year > 0 else { return nil }
    if let quarter { return 1...4 ~= quarter ? whole(year, quarter * 3 - 2, quarter * 3) : nil }
    if let half { return 1...2 ~= half ? whole(year, half * 6 - 5, half * 6) : nil }
    guard let month else { return whole(year, 1, 12) }
    guard 1...12 ~= month else { return nil }
    guard let day else { return whole(year, month, month) }
    guard 1...length(year, month) ~= day else { return nil }
    let number = (year * 100 + month) * 100 + day
    return Span(first: number, last: number)
  }

  private static func whole(_ year: Int, _ from: Int, _ to: Int) -> Span {
    Span(
      first: (year * 100 + from) * 100 + 1,
      last: (year * 100 + to) * 100 + length(year, to))
  }

  static func length(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return month == 2 && isLeap ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Takes the most digits that a count allows.
  private static func take(_ count: ClosedRange<Int>, _ rest: inout ArraySlice<Character>) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard count ~= digits.count else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(String(digits))
  }

  private static func name(_ rest: inout ArraySlice<Character>) -> Int? {
    let letters = String(rest.prefix(while: \.isLetter))
    guard let month = months.firstIndex(where: { $0.contains(letters) }) else { return nil }
    rest = rest.dropFirst(letters.count)
    return month + 1
  }
}
