/// Reads ratings as people print them, of one agency or several: `Aa3/AA–`, `A1(+)`, `(P)Baa1`,
/// `Moody's Baa3 (stable), S&P BBB-`.
public enum RatingText {
  /// The readings of a text, one for each grade in it, in its order.
  ///
  /// - Parameters:
  ///   - text: The grades with their marks and, where the text has them, their agencies.
  ///   - agencies: The agencies that may have given them, as the head of a column tells: those of
  ///     others are then refused, and `AA-` under “Moody's/S&P” is S&P's. Without a head it may be
  ///     any that is named, else one of `RatingAgency.unnamed`.
  /// - Throws: `ReadingError` for text that holds no grade or anything that is no part of one, and
  ///   for a word like “stable” at one end of several grades, which may belong to one or all.
  public static func read(
    _ text: String, agencies: [RatingAgency]? = nil
  ) throws(ReadingError) -> [RatingReading] {
    let pieces: [RatingPiece]
    do throws(RatingError) {
      pieces = try RatingScanner.pieces(of: text)
    } catch {
      throw ReadingError(text, error.fault)
    }
    guard !pieces.isEmpty else { throw ReadingError(text, "holds no grade") }
    var readings: [RatingReading] = []
    for piece in pieces { readings.append(try reading(of: piece, agencies, in: text)) }
    try refuseStrayWord(of: pieces, readings, text)
    return readings
  }

  private static func reading(
    of piece: RatingPiece, _ agencies: [RatingAgency]?, in text: String
  ) throws(ReadingError) -> RatingReading {
    let heads = agencies ?? piece.agency.map { [$0] } ?? RatingAgency.unnamed
    let possible = RatingAgency.allCases.filter {
      heads.contains($0) && (piece.agency == nil || piece.agency == $0)
    }
    let grades = possible.compactMap { RatingGrade(piece, agency: $0) }
    guard !grades.isEmpty else {
      let names = (piece.agency.map { [$0] } ?? possible).map(\.name)
      let owner = names.count == RatingAgency.unnamed.count ? ["any agency"] : names
      throw ReadingError(
        text, "has “\(piece.word ?? "")”, no grade of \(WordList.joined(owner, last: "or"))")
    }
    return RatingReading(grades: grades)
  }

  /// Refuses `Aa3/AA- stable` and `expected Aa3/AA-`: the word may be meant of one grade or of all.
  private static func refuseStrayWord(
    of pieces: [RatingPiece], _ readings: [RatingReading], _ text: String
  ) throws(ReadingError) {
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return }
    for kind in [RatingMarkers.Kind.force, .direction] {
      let marked = pieces.filter { $0.before.contains(kind) || $0.after.contains(kind) }.count
      let isStray = first.before.contains(kind) || last.after.contains(kind)
      guard marked == 1, isStray else { continue }
      let codes = readings.map { $0.grades.first?.code ?? "" }
      let owner = first.before.contains(kind) ? codes.first : codes.last
      throw ReadingError(
        text, "has a word that may belong to",
        readings: ["\(owner ?? "") alone", WordList.joined(codes, last: "and") + " alike"])
    }
  }
}
