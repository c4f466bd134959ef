/// The words of dates in English, Swedish and German. No word means two things in two languages.
enum DateWords {
  /// What a word is to a date.
  enum Meaning {
    /// A part of it.
    case item(DateItem)
    /// Nothing.
    case filler
    /// What makes it no date, as the end of a sentence.
    case refused(String)
  }

  /// What a word in small letters means; `nil` when it is no word of dates.
  static func meaning(of word: String) -> Meaning? {
    words[word]
  }

  private static let words: [String: Meaning] = {
    var words: [String: Meaning] = [:]
    func add(_ row: String, _ meaning: Meaning) {
      for word in row.split(separator: " ") { words[String(word)] = meaning }
    }
    for (index, row) in months.enumerated() { add(row, .item(.month(index + 1))) }
    for (index, row) in weekdays.enumerated() {
      guard let weekday = Weekday(rawValue: index + 1) else { continue }
      add(row, .item(.weekday(weekday)))
    }
    add("spring våren vår frühling frühjahr", .item(.part(.spring)))
    add("summer sommaren sommar sommer", .item(.part(.summer)))
    add("autumn fall hösten höst herbst", .item(.part(.autumn)))
    add("winter vintern vinter", .item(.part(.winter)))
    add("to till bis", .item(.to))
    add("and och und", .item(.and))
    add("between from mellan från zwischen von", .item(.opening))
    add("the of in on i av den det der die das des im am dem year år året jahr jahres", .filler)
    add("st nd rd th e a", .filler)
    add("fy fiscal räkenskapsår räkenskapsåret geschäftsjahr gj wirtschaftsjahr", .refused(fiscal))
    add("fq fh bokslutsår verksamhetsår verksamhetsåret", .refused(fiscal))
    add("before by until through since after past", .refused(open))
    add("före efter sedan innan senast förrän vor nach seit ab", .refused(open))
    add("about around circa ca c approximately approx cirka ungefär omkring runt", .refused(near))
    add("etwa ungefähr zirka rund gegen", .refused(near))
    add("last next this current previous coming förra nästa detta innevarande", .refused(relative))
    add(
      "today yesterday tomorrow idag igår letztes nächstes dieses letzten nächsten ago",
      .refused(relative))
    return words
  }()

  private static let months = [
    "january jan januari januar jänner", "february feb februari februar febr",
    "march mar mars märz mär", "april apr", "may maj mai", "june jun juni", "july jul juli",
    "august aug augusti", "september sep sept", "october oct oktober okt", "november nov",
    "december dec dezember dez",
  ]

  private static let weekdays = [
    "monday mon måndag måndagen montag", "tuesday tue tues tisdag tisdagen dienstag",
    "wednesday wed onsdag onsdagen mittwoch", "thursday thu thurs torsdag torsdagen donnerstag",
    "friday fri fredag fredagen freitag", "saturday sat lördag lördagen samstag sonnabend",
    "sunday sun söndag söndagen sonntag",
  ]

  private static let fiscal =
    "names a fiscal year, which begins when its company says: write the months"
  private static let open = "names one end only and leaves the other open"
  private static let near = "names no first and last day: it is only near"
  private static let relative = "depends on the day it was written: name the year"
}
