extension RatingGrade {
  /// Reads a grade as it is printed: `BBB-`, `(P) A (SF)`, `A (low) (sf)`, `AL`, `BBB- (prelim)`,
  /// `F2`.
  ///
  /// - Throws: `RatingError` when the text holds several grades, or none of this agency.
  public init(_ text: String, agency: RatingAgency) throws(RatingError) {
    if RatingSymbols.isGradeOfAny(text),
      let plain = RatingGrade(RatingPiece(word: text), agency: agency)
    {
      self = plain
      return
    }
    let pieces = try RatingScanner.pieces(of: text)
    guard let piece = pieces.first else { throw .notAGrade(text, agency) }
    guard pieces.count == 1 else { throw .severalGrades(text) }
    guard piece.agency == nil || piece.agency == agency,
      let grade = RatingGrade(piece, agency: agency)
    else { throw .notAGrade(text, agency) }
    self = grade
  }

  /// The grade that a piece is on the scale of an agency; `nil` when the agency has no such grade.
  init?(_ piece: RatingPiece, agency: RatingAgency) {
    let markers = piece.markers
    guard let word = piece.word else { return nil }
    self.agency = agency
    kind = markers.kind
    outlook = markers.outlook
    watch = markers.watch
    absence = RatingAbsence(word: word)
    if absence != nil {
      guard markers.level == nil else { return nil }
      (code, scale, notch) = ("NR", .longTerm, nil)
      return
    }
    guard let code = Self.code(of: word, level: markers.level, agency: agency) else { return nil }
    self.code = code
    notch = RatingSymbols.notch(of: code, agency: agency)
    if notch == nil {
      guard RatingSymbols.isShortTerm(code, agency: agency) else { return nil }
      scale = .shortTerm
    } else {
      scale = markers.isStructured ? .structured : .longTerm
    }
  }

  /// The grade with its level as the agency prints it; DBRS's levels may be letters: `BBBH`, `AL`.
  private static func code(
    of word: String, level: RatingMarkers.Level?, agency: RatingAgency
  ) -> String? {
    if agency == .moodys, word.hasPrefix("Prime-"), level == nil {
      return "P-" + word.dropFirst("Prime-".count)
    }
    guard agency == .dbrs else { return level == nil ? word : nil }
    var (letters, level) = (word, level)
    if level == nil, word.count > 1, let found = RatingMarkers.Level(letter: word.last) {
      (letters, level) = (String(word.dropLast()), found)
    }
    switch level {
    case nil, .middle?: return letters
    case .high?: return "\(letters) (high)"
    case .low?: return "\(letters) (low)"
    }
  }
}
