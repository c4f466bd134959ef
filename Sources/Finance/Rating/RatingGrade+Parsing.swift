extension RatingGrade {
  /// Reads a grade as it is printed: `BBB-`, `(P) A (SF)`, `A (low) (sf)`, `AL`, `BBB- (prelim)`,
  /// `F2`.
  ///
  /// - Throws: `RatingError` when the text holds several grades, or none of this agency.
  public init(_ text: String, agency: RatingAgency) throws(RatingError) {
    var markers = RatingMarkers()
    let words = try Self.words(of: text, markers: &markers)
    guard let first = words.first else { throw .notAGrade(text, agency) }
    if words.count > 1 {
      let areGrades = words.allSatisfy { Self.isGradeOfAny($0) }
      throw areGrades ? .severalGrades(text) : .notAGrade(text, agency)
    }
    if RatingSymbols.absent.contains(first.uppercased()) {
      self.init(agency, "NR", .longTerm, notch: nil, markers)
      return
    }
    guard let code = Self.code(of: first, level: markers.level, agency: agency) else {
      throw .notAGrade(text, agency)
    }
    if RatingSymbols.isShortTerm(code, agency: agency) {
      self.init(agency, code, .shortTerm, notch: nil, markers)
      return
    }
    guard let notch = RatingSymbols.notch(of: code, agency: agency) else {
      throw .notAGrade(text, agency)
    }
    self.init(agency, code, markers.isStructured ? .structured : .longTerm, notch: notch, markers)
  }

  private init(
    _ agency: RatingAgency, _ code: String, _ scale: RatingScale, notch: Int?,
    _ markers: RatingMarkers
  ) {
    self.agency = agency
    self.code = code
    self.scale = scale
    self.notch = notch
    kind = markers.kind
    outlook = markers.outlook
  }

  /// The words of a grade that are no markers. Parentheses and separators are taken apart first.
  private static func words(
    of text: String, markers: inout RatingMarkers
  ) throws(RatingError) -> [String] {
    var words: [String] = []
    var word = ""
    var isInside = false
    func end(_ markers: inout RatingMarkers) throws(RatingError) {
      if !word.isEmpty, !markers.take(word, isInside: isInside) {
        guard !isInside else { throw .unknownMarker(text, word) }
        words.append(word)
      }
      word = ""
    }
    for character in text {
      switch character {
      case "(", "[":
        try end(&markers)
        isInside = true
      case ")", "]":
        try end(&markers)
        isInside = false
      case ",", ";", "/", "|": try end(&markers)
      case "−", "–", "‐", "‑": word.append("-")
      case _ where character.isWhitespace: try end(&markers)
      default: word.append(character)
      }
    }
    try end(&markers)
    if words.map({ $0.lowercased() }) == ["not", "rated"] { return ["NR"] }
    return words.filter { $0 != "and" && $0 != "&" }.map { markers.strippingSuffix(of: $0) }
  }

  /// The grade with its level as the agency prints it; DBRS's levels may be letters: `BBBH`, `AL`.
  private static func code(
    of word: String, level: RatingMarkers.Level?, agency: RatingAgency
  ) -> String? {
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

  /// Whether a word is a grade of any agency, to tell several grades from nonsense.
  private static func isGradeOfAny(_ word: String) -> Bool {
    RatingAgency.allCases.contains { agency in
      RatingSymbols.notch(of: word, agency: agency) != nil
        || RatingSymbols.isShortTerm(word, agency: agency)
    }
  }
}
