import Finance
import Testing

/// The spellings of dates, each with its first and last day.
@Suite struct DateTextTests {
  private static let dates = SpellingTable(
    #"""
    2030 => 2030-01-01 to 2030-12-31, written 2030
    2030-11 => 2030-11-01 to 2030-11-30, written 2030-11
    2025-11-03 => 2025-11-03, a Monday
    2025-Q4 => 2025-10-01 to 2025-12-31, written 2025-Q4
    2025-autumn => 2025-09-01 to 2025-11-30, written 2025-autumn
    Sept 2030 => 2030-09-01 to 2030-09-30, written 2030-09
    Sept. 2030 => 2030-09-01 to 2030-09-30, written 2030-09
    September 2030 => 2030-09-01 to 2030-09-30, written 2030-09
    Sep-2030 => 2030-09-01 to 2030-09-30, written 2030-09
    Sept '30 => 2030-09-01 to 2030-09-30, written 2030-09
    april 2025 => 2025-04-01 to 2025-04-30, written 2025-04
    März 2026 => 2026-03-01 to 2026-03-31, written 2026-03
    maj 2027 => 2027-05-01 to 2027-05-31, written 2027-05
    09/2030 => 2030-09-01 to 2030-09-30, written 2030-09
    12.2025 => 2025-12-01 to 2025-12-31, written 2025-12
    2030/09 => 2030-09-01 to 2030-09-30, written 2030-09
    3 November 2025 => 2025-11-03, a Monday
    3 Nov 2025 => 2025-11-03, a Monday
    Nov 3, 2025 => 2025-11-03, a Monday
    November 3rd, 2025 => 2025-11-03, a Monday
    3rd November 2025 => 2025-11-03, a Monday
    2025 Nov 3 => 2025-11-03, a Monday
    den 3 november 2025 => 2025-11-03, a Monday
    3:e november 2025 => 2025-11-03, a Monday
    3. November 2025 => 2025-11-03, a Monday
    3-Nov-2025 => 2025-11-03, a Monday
    3-Nov-25 => 2025-11-03, a Monday
    Monday, 3 November 2025 => 2025-11-03, a Monday
    måndagen den 3 november 2025 => 2025-11-03, a Monday
    13/04/2025 => 2025-04-13, a Sunday
    04/04/2025 => 2025-04-04, a Friday
    [sv] 03/04/2025 => 2025-04-03, a Thursday
    [de] 03.04.2025 => 2025-04-03, a Thursday
    2025/11/03 => 2025-11-03, a Monday
    2025.11.03 => 2025-11-03, a Monday
    2025 11 03 => 2025-11-03, a Monday
    20251103 => 2025-11-03, a Monday
    3Q25 => 2025-07-01 to 2025-09-30, written 2025-Q3
    3Q 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    Q3 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    Q3'25 => 2025-07-01 to 2025-09-30, written 2025-Q3
    Q3-2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    2025Q3 => 2025-07-01 to 2025-09-30, written 2025-Q3
    third quarter of 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    third-quarter 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    3rd quarter 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    [sv] tredje kvartalet 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    [sv] kvartal 3 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    [de] im dritten Quartal 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    [de] 3. Quartal 2025 => 2025-07-01 to 2025-09-30, written 2025-Q3
    H1 2026 => 2026-01-01 to 2026-06-30, written 2026-H1
    1H26 => 2026-01-01 to 2026-06-30, written 2026-H1
    2H 2026 => 2026-07-01 to 2026-12-31, written 2026-H2
    first half of 2026 => 2026-01-01 to 2026-06-30, written 2026-H1
    [sv] första halvåret 2026 => 2026-01-01 to 2026-06-30, written 2026-H1
    [de] 1. Halbjahr 2026 => 2026-01-01 to 2026-06-30, written 2026-H1
    hösten 2025 => 2025-09-01 to 2025-11-30, written 2025-autumn
    Hösten 2025 => 2025-09-01 to 2025-11-30, written 2025-autumn
    våren 2026 => 2026-03-01 to 2026-05-31, written 2026-spring
    sommaren 2026 => 2026-06-01 to 2026-08-31, written 2026-summer
    Herbst 2025 => 2025-09-01 to 2025-11-30, written 2025-autumn
    spring 2026 => 2026-03-01 to 2026-05-31, written 2026-spring
    Fall 2025 => 2025-09-01 to 2025-11-30, written 2025-autumn
    winter 2025/26 => 2025-12-01 to 2026-02-28, written 2025-winter
    vintern 2025-2026 => 2025-12-01 to 2026-02-28, written 2025-winter
    år 2030 => 2030-01-01 to 2030-12-31, written 2030
    15 May 2065 => 2065-05-15, a Friday
    """#)

  @Test(arguments: dates.rows)
  func `dates as people write them`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static let ranges = SpellingTable(
    #"""
    2025/2026 => 2025-01-01 to 2026-12-31, written 2025/2026
    2025-2026 => 2025-01-01 to 2026-12-31, written 2025/2026
    2025-09/2025-10 => 2025-09-01 to 2025-10-31, written 2025-09/2025-10
    2025-05-21/22 => 2025-05-21 to 2025-05-22, written 2025-05-21/2025-05-22
    Sept–Oct 2025 => 2025-09-01 to 2025-10-31, written 2025-09/2025-10
    September and October 2025 => 2025-09-01 to 2025-10-31, written 2025-09/2025-10
    [sv] september och oktober 2025 => 2025-09-01 to 2025-10-31, written 2025-09/2025-10
    Q3–Q4 2025 => 2025-07-01 to 2025-12-31, written 2025-H2
    Q4 2025–Q1 2026 => 2025-10-01 to 2026-03-31, written 2025-10/2026-03
    spring/summer 2026 => 2026-03-01 to 2026-08-31, written 2026-03/2026-08
    May 2025 to June 2026 => 2025-05-01 to 2026-06-30, written 2025-05/2026-06
    Nov 2025 - Jan 2026 => 2025-11-01 to 2026-01-31, written 2025-11/2026-01
    3–5 November 2025 => 2025-11-03 to 2025-11-05, written 2025-11-03/2025-11-05
    Nov 3-5, 2025 => 2025-11-03 to 2025-11-05, written 2025-11-03/2025-11-05
    30 Sept – 2 Oct 2025 => 2025-09-30 to 2025-10-02, written 2025-09-30/2025-10-02
    Sept 30 – Oct 2, 2025 => 2025-09-30 to 2025-10-02, written 2025-09-30/2025-10-02
    [sv] mellan 2015 och 2024 => 2015-01-01 to 2024-12-31, written 2015/2024
    [sv] från 2023 till 2024 => 2023-01-01 to 2024-12-31, written 2023/2024
    [de] zwischen 2023 und 2026 => 2023-01-01 to 2026-12-31, written 2023/2026
    5.2025-6.2025 => 2025-05-01 to 2025-06-30, written 2025-05/2025-06
    # what is none
    2025-12/2025-11 => refused: is no date: write 2025-11-03, 2025-11, 2025-Q4, or a range from
        the earlier to the later
    Nov-Jan 2026 => refused: is no date: write 2025-11-03, 2025-11, 2025-Q4, or a range from the
        earlier to the later
    January and December 2025 => refused: is no date: write 2025-11-03, 2025-11, 2025-Q4, or a
        range from the earlier to the later
    autumn 2025 or spring 2026 => refused: has “or”, which is no part of a date
    """#)

  @Test(arguments: ranges.rows)
  func `ranges of dates`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static let refused = SpellingTable(
    #"""
    03/04/2025 => refused: is ambiguous: 2025-04-03, or 2025-03-04
    03.04.2025 => refused: is ambiguous: 2025-04-03, or 2025-03-04
    [en] 03/04/2025 => refused: is ambiguous: 2025-04-03, or 2025-03-04
    03-Nov-25 => refused: is ambiguous: 2025-11-03, or 2003-11-25
    31/12/25 => refused: is ambiguous: 2025-12-31, or 2031-12-25
    [sv] 25-12-31 => refused: is ambiguous: 2031-12-25, or 2025-12-31
    1/2/3 => refused: names no year
    Sep 30 => refused: is ambiguous: day 30 of a year not named, or a month of 2030
    Sep 45 => refused: is no date: write 2025-11-03, 2025-11, 2025-Q4, or a range from the earlier
        to the later
    2024/25 => refused: is ambiguous: 2024/2025, or the fiscal year 2024/25
    2011/12 => refused: is ambiguous: 2011/2012, or the fiscal year 2011/12, or 2011-12
    2024-25 => refused: is ambiguous: 2024/2025, or the fiscal year 2024/25
    winter 2025 => refused: is ambiguous: 2024-winter, or 2025-winter
    vintern 2025 => refused: is ambiguous: 2024-winter, or 2025-winter
    # a part of a date with no first and last day
    mid-2027 => refused: names no first and last day with “mid”, and may mean: 2027-06/2027-07, or
        2027-05/2027-08, or 2027-Q2/2027-Q3
    Mitte 2027 => refused: names no first and last day with “mitte”, and may mean:
        2027-06/2027-07, or 2027-05/2027-08, or 2027-Q2/2027-Q3
    early 2026 => refused: names no first and last day with “early”, and may mean: 2026-01, or
        2026-Q1, or 2026-H1
    late 2025 => refused: names no first and last day with “late”, and may mean: 2025-12, or
        2025-Q4, or 2025-H2
    beginning of 2025 => refused: names no first and last day with “beginning”, and may mean:
        2025-01-01, or 2025-01, or 2025-Q1
    end of 2026 => refused: names no first and last day with “end”, and may mean: 2026-12-31, or
        2026-12, or 2026-Q4
    year-end 2026 => refused: names no first and last day with “end”, and may mean: 2026-12-31, or
        2026-12, or 2026-Q4
    end of September 2030 => refused: names no first and last day with “end”, and may mean:
        2030-09-30, or 2030-09
    [sv] slutet av 2029 => refused: names no first and last day with “slutet”, and may mean:
        2029-12-31, or 2029-12, or 2029-Q4
    H2 2026 to end 2029 => refused: names no first and last day with “end”
    # one end, near, or told from another day
    by 2032 => refused: names one end only and leaves the other open
    through April 2026 => refused: names one end only and leaves the other open
    [sv] förrän 2032 => refused: names one end only and leaves the other open
    [sv] till 2028 => refused: names one end only and leaves the other open
    from 2027 => refused: names one end only and leaves the other open
    ca 2027 => refused: names no first and last day: it is only near
    [sv] förra året => refused: depends on the day it was written: name the year
    next year => refused: depends on the day it was written: name the year
    # fiscal years
    FY2025 => refused: names a fiscal year, which begins when its company says: write the months
    Q3 FY25 => refused: names a fiscal year, which begins when its company says: write the months
    fiscal 2026 => refused: names a fiscal year, which begins when its company says: write the
        months
    [sv] första kvartalet av räkenskapsåret 2026 => refused: names a fiscal year, which begins
        when its company says: write the months
    [de] Geschäftsjahr 2025 => refused: names a fiscal year, which begins when its company says:
        write the months
    # days that are none
    2025-02-30 => refused: names a day or month that does not exist
    30 February 2025 => refused: names a day or month that does not exist
    2025-13 => refused: is no date: write 2025-11-03, 2025-11, 2025-Q4, or a range from the
        earlier to the later
    Q5 2025 => refused: has “q”, which is no part of a date
    Tuesday, 3 November 2025 => refused: names a weekday that is not that of its day
    November => refused: names no year
    Q3 => refused: names no year
    45964 => refused: names no year
    2025-11-03T12:00:00Z => refused: has “t”, which is no part of a date
    TBD => refused: has “tbd”, which is no part of a date
    """#)

  @Test(arguments: refused.rows)
  func `dates that are refused`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static func read(_ row: SpellingTable.Row) -> String {
    SpellingTable.reading(row.text) { () throws(ReadingError) in
      try DateText.read(row.text, language: row.language).description
    }
  }
}
