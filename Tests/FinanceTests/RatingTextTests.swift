import Finance
import Testing

/// The spellings of ratings, each with its readings.
@Suite struct RatingTextTests {
  private static let agencies = SpellingTable(
    #"""
    Aa3/AA– => Aa3 of Moody's, notch 4, investment grade ; AA- of S&P, Fitch, KBRA or Scope, notch
        4, investment grade
    Aa3/AA- => Aa3 of Moody's, notch 4, investment grade ; AA- of S&P, Fitch, KBRA or Scope, notch
        4, investment grade
    BBB/Baa2 => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade ; Baa2 of
        Moody's, notch 9, investment grade
    A3/A(low) => A3 of Moody's, notch 7, investment grade ; A (low) of DBRS, notch 7, investment
        grade
    A1(+) => A1 of Moody's, notch 5, investment grade, outlook positive
    A (low) => A (low) of DBRS, notch 7, investment grade
    A(low) => A (low) of DBRS, notch 7, investment grade
    AL => A (low) of DBRS, notch 7, investment grade
    BBBH => BBB (high) of DBRS, notch 8, investment grade
    (P)Baa1 => Baa1 of Moody's, notch 8, investment grade, provisional, not yet in force
    BBB- (prelim) => BBB- of S&P, Fitch, KBRA or Scope, notch 10, investment grade, preliminary,
        not yet in force
    BBB-(sf) => BBB- of S&P, Fitch, KBRA or Scope, notch 10, investment grade, structured finance
    AAA (sf) => AAA of S&P, Fitch, DBRS, KBRA or Scope, notch 1, investment grade, structured
        finance
    BBBsf(EXP) => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade, structured
        finance, expected, not yet in force
    (P) A (SF) => A of S&P, Fitch, DBRS, KBRA or Scope, notch 6, investment grade, structured
        finance, provisional, not yet in force
    'BBB-' => BBB- of S&P, Fitch, KBRA or Scope, notch 10, investment grade
    Aa3 – AA- => Aa3 of Moody's, notch 4, investment grade ; AA- of S&P, Fitch, KBRA or Scope,
        notch 4, investment grade
    AAA => AAA of S&P, Fitch, DBRS, KBRA or Scope, notch 1, investment grade
    C => C of S&P, Moody's, Fitch, DBRS, KBRA or Scope, notch 21, high yield
    SD => SD of S&P, DBRS or Scope, notch 22, high yield
    RD => RD of Fitch, notch 22, high yield
    D => D of S&P, Fitch, DBRS, KBRA or Scope, notch 22, high yield
    Moody's Aa3 (stable), S&P AA- (positive) => Aa3 of Moody's, notch 4, investment grade, outlook
        stable ; AA- of S&P, notch 4, investment grade, outlook positive
    Aa3 (Moody’s) / AA- (S&P) => Aa3 of Moody's, notch 4, investment grade ; AA- of S&P, notch 4,
        investment grade
    S&P Global Ratings: BBB- => BBB- of S&P, notch 10, investment grade
    A+ by S&P => A+ of S&P, notch 5, investment grade
    BBB-, Fitch => BBB- of Fitch, notch 10, investment grade
    Moody's Baa3; S&P NR => Baa3 of Moody's, notch 10, investment grade ; no rating of S&P, not
        rated
    Morningstar DBRS BBB (high) => BBB (high) of DBRS, notch 8, investment grade
    P-1/A-1+/F1+ => P-1 of Moody's, short-term, which has no notch ; A-1+ of S&P, short-term,
        which has no notch ; F1+ of Fitch, short-term, which has no notch
    R-1 (low) => R-1 (low) of DBRS, short-term, which has no notch
    Prime-1 => P-1 of Moody's, short-term, which has no notch
    # what is none
    A1 A+ => refused: has two grades and no stroke or comma between them
    BBB (low => refused: has a parenthesis that is not closed, or not opened
    BBB low) => refused: has a parenthesis that is not closed, or not opened
    Moody's AA- => refused: has “AA-”, no grade of Moody's
    S&P/Moody's: AA-/Aa3 => refused: names an agency that belongs to no grade
    BBB+ (low) => refused: has “BBB+”, no grade of any agency
    bbb- => refused: has “bbb-” in small letters, which is a stand-alone assessment and no rating
    baa2 => refused: has “baa2” in small letters, which is a stand-alone assessment and no rating
    Aaa, Aa3, A2 by class => refused: has “class”, which is no grade, mark or agency
    BB+ to BBB- => refused: has “to”, which is no grade, mark or agency
    BBB (xyz) => refused: has an unknown mark (xyz)
    AAA(mex) => refused: has an unknown mark (mex)
    A1.br => refused: has “A1.br”, which is no grade, mark or agency
    investment grade => refused: has “investment”, which is no grade, mark or agency
    S&P => refused: holds no grade
    """#)

  @Test(arguments: agencies.rows)
  func `whose a grade is`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static let marks = SpellingTable(
    #"""
    A/Stable/A-1 => A of S&P, Fitch, DBRS, KBRA or Scope, notch 6, investment grade, outlook
        stable ; A-1 of S&P, short-term, which has no notch
    BBB+/Watch Neg/A-2 => BBB+ of S&P, Fitch, KBRA or Scope, notch 8, investment grade, watch
        negative ; A-2 of S&P, short-term, which has no notch
    BBB/Stable/-- => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade, outlook
        stable
    BBB stable outlook => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade,
        outlook stable
    BBB, outlook stable => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade,
        outlook stable
    BBB (Negative) => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade, outlook
        negative
    A2 neg. => A2 of Moody's, notch 6, investment grade, outlook negative
    [sv] BBB stabila utsikter => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment
        grade, outlook stable
    [de] BBB Ausblick negativ => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment
        grade, outlook negative
    BBB *- => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade, watch negative
    Ba1 *+ => Ba1 of Moody's, notch 11, high yield, watch positive
    Ba1 negative watch => Ba1 of Moody's, notch 11, high yield, watch negative
    BBB CreditWatch negative => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade,
        watch negative
    BBB- Rating Watch Positive => BBB- of S&P, Fitch, KBRA or Scope, notch 10, investment grade,
        watch positive
    RWN BBB- => BBB- of S&P, Fitch, KBRA or Scope, notch 10, investment grade, watch negative
    Baa3 under review for downgrade => Baa3 of Moody's, notch 10, investment grade, watch negative
    BBB outlook stable, watch negative => BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9,
        investment grade, outlook stable, watch negative
    Baa2 (stable) / BBB (negative) => Baa2 of Moody's, notch 9, investment grade, outlook stable ;
        BBB of S&P, Fitch, DBRS, KBRA or Scope, notch 9, investment grade, outlook negative
    Aa3, expected AA- => Aa3 of Moody's, notch 4, investment grade ; AA- of S&P, Fitch, KBRA or
        Scope, notch 4, investment grade, expected, not yet in force
    preliminary BBB- => BBB- of S&P, Fitch, KBRA or Scope, notch 10, investment grade,
        preliminary, not yet in force
    provisional A (low) (sf) => A (low) of DBRS, notch 7, investment grade, structured finance,
        provisional, not yet in force
    WR => no rating, withdrawn
    NR => no rating, not rated
    not rated => no rating, not rated
    Baa3/WR => Baa3 of Moody's, notch 10, investment grade ; no rating, withdrawn
    # what is ambiguous or contradicts itself
    Aa3/AA- stable => refused: has a word that may belong to: AA- alone, or Aa3 and AA- alike
    Aa3/AA- (negative) => refused: has a word that may belong to: AA- alone, or Aa3 and AA- alike
    expected Aa3/AA- => refused: has a word that may belong to: Aa3 alone, or Aa3 and AA- alike
    BBB stable negative => refused: says two different things of one grade
    BBB watch => refused: names a watch and not where it may take the grade
    BBB watch stable => refused: says two different things of one grade
    (P)BBB (EXP) => refused: says two different things of one grade
    Baa3 withdrawn => refused: gives a grade and says that there is none
    BBB affirmed => refused: has “affirmed”, which is no grade, mark or agency
    """#)

  @Test(arguments: marks.rows)
  func `what is said beside a grade`(row: SpellingTable.Row) {
    #expect(Self.read(row) == row.reading)
  }

  private static func read(_ row: SpellingTable.Row) -> String {
    SpellingTable.reading(row.text) { () throws(ReadingError) in
      try RatingText.read(row.text).map(\.description).joined(separator: " ; ")
    }
  }

  @Test func `the head of a column says whose grades stand in it`() throws {
    let readings = try RatingText.read("Aa3/AA–", agencies: [.moodys, .sp])
    #expect(readings.map { $0.grade?.agency } == [.moodys, .sp])
    let error = #expect(throws: ReadingError.self) {
      try RatingText.read("BBB (low)", agencies: [.moodys, .sp])
    }
    #expect(error?.message == "has “BBB”, no grade of S&P or Moody's")
  }

  @Test func `a grade is the same on the scale of every agency that may have given it`() throws {
    for agency in RatingAgency.unnamed {
      for notch in 1...22 {
        guard let code = RatingGrade.code(notch: notch, agency: agency) else { continue }
        let reading = try #require(try RatingText.read("\(code) (sf) (P)").first)
        #expect(reading.agencies.contains(agency))
        #expect(Set(reading.grades.map(\.code)) == [code])
        #expect(Set(reading.grades.map(\.notch)) == [notch])
        #expect(reading.grades.allSatisfy { $0.isStructured && $0.kind == .provisional })
      }
    }
  }
}
