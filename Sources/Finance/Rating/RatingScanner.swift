/// Takes a text with one or more grades apart: which marks and which agency belong to which grade.
struct RatingScanner {
  private let text: String
  private let tokens: [RatingToken]
  private var index = 0
  private var isAfterSeparator = true
  /// What stands before a grade that has not come yet.
  private var pending = RatingPiece()
  private var pieces: [RatingPiece] = []

  /// The grades of a text in order.
  ///
  /// - Throws: `RatingError` at words that are neither grade, mark nor agency.
  static func pieces(of text: String) throws(RatingError) -> [RatingPiece] {
    var scanner = RatingScanner(text: text, tokens: try RatingToken.tokens(of: text))
    return try scanner.scan()
  }

  private init(text: String, tokens: [RatingToken]) {
    self.text = text
    self.tokens = tokens
  }

  private mutating func scan() throws(RatingError) -> [RatingPiece] {
    while index < tokens.count {
      if let (agency, length) = agency(at: index) {
        try take(agency, isInside: isInside(index))
        index += length
        continue
      }
      switch tokens[index] {
      case .separator: isAfterSeparator = true
      case .inside(let word): try takeMark(word, isInside: true)
      case .word(let word): try take(word)
      }
      index += 1
    }
    try attachRest()
    for piece in pieces {
      guard !piece.markers.isContradictory else { throw .contradictoryMarks(text) }
      guard !piece.markers.isOpen else { throw .watchWithoutDirection(text) }
    }
    return pieces
  }

  /// A word outside parentheses: a grade, a mark, or a word that says nothing.
  private mutating func take(_ word: String) throws(RatingError) {
    var word = word
    if word.lowercased() == "not", next == "rated" {
      word = "NR"
      index += 1
    }
    var markers = RatingMarkers()
    let grade = markers.strippingSuffix(of: word)
    guard RatingSymbols.isGradeOfAny(grade) || RatingAbsence(word: word) != nil else {
      if Self.fillers.contains(word.lowercased()) { return }
      return try takeMark(word, isInside: false)
    }
    guard pieces.isEmpty || isAfterSeparator || pending.agency != nil else {
      throw RatingAbsence(word: word) != nil ? .gradeAndAbsence(text) : .nothingBetween(text)
    }
    pending.word = grade
    if markers.isStructured { pending.markers.isStructured = true }
    pieces.append(pending)
    pending = RatingPiece()
    isAfterSeparator = false
  }

  /// A mark belongs to the grade before it, unless it begins what is said of the next one.
  private mutating func takeMark(_ word: String, isInside: Bool) throws(RatingError) {
    let isOfNext = pieces.isEmpty || !pending.isEmpty || isAfterSeparator && leadsToGrade
    var markers = isOfNext ? pending.markers : pieces[pieces.count - 1].markers
    guard let kind = markers.take(word, isInside: isInside) else {
      throw isInside ? .unknownMarker(text, word) : .unknownWord(text, word)
    }
    if isOfNext {
      pending.markers = markers
      if kind != .sign { pending.before.insert(kind) }
    } else {
      pieces[pieces.count - 1].markers = markers
      if kind != .sign { pieces[pieces.count - 1].after.insert(kind) }
    }
  }

  private mutating func take(_ agency: RatingAgency, isInside: Bool) throws(RatingError) {
    let last = pieces.count - 1
    let isOfLast = last >= 0 && pieces[last].agency == nil && (isInside || !isAfterSeparator)
    if isOfLast {
      pieces[last].agency = agency
    } else {
      guard pending.agency == nil else { throw .twoAgencies(text) }
      pending.agency = agency
      isAfterSeparator = false
    }
  }

  /// What comes after the last grade and a separator belongs to it, when it is the only one.
  private mutating func attachRest() throws(RatingError) {
    guard !pending.isEmpty, let last = pieces.last else { return }
    guard pieces.count == 1, last.agency == nil, pending.before.isEmpty,
      pending.markers == RatingMarkers()
    else { throw .twoAgencies(text) }
    pieces[0].agency = pending.agency
  }

  /// Whether the marks from here on stand right before a grade.
  private var leadsToGrade: Bool {
    for token in tokens[index...] {
      switch token {
      case .separator: return false
      case .inside: continue
      case .word(let word):
        var markers = RatingMarkers()
        if RatingSymbols.isGradeOfAny(markers.strippingSuffix(of: word)) { return true }
      }
    }
    return false
  }

  private var next: String? {
    guard index + 1 < tokens.count, case .word(let word) = tokens[index + 1] else { return nil }
    return word.lowercased()
  }

  private func isInside(_ at: Int) -> Bool {
    if case .inside = tokens[at] { true } else { false }
  }

  /// The agency whose name begins at a token, and its number of tokens; the longest name first.
  private func agency(at start: Int) -> (RatingAgency, Int)? {
    switch tokens[start] {
    case .separator: return nil
    case .word(let word), .inside(let word):
      // Most words are told from a name by their first letter.
      guard "SsMmFfDdKk".contains(word.prefix(1)), !RatingSymbols.isGradeOfAny(word) else {
        return nil
      }
    }
    var words: [String] = []
    for token in tokens[start...].prefix(5) {
      switch token {
      case .word(let word) where !isInside(start): words.append(word)
      case .inside(let word) where isInside(start): words.append(word)
      case .word, .inside, .separator: return longestName(of: words)
      }
    }
    return longestName(of: words)
  }

  private func longestName(of words: [String]) -> (RatingAgency, Int)? {
    for length in stride(from: words.count, to: 0, by: -1) {
      let name = words[..<length].joined(separator: " ")
      if let agency = RatingAgency(name: name) { return (agency, length) }
    }
    return nil
  }

  /// Words that say nothing about the grade.
  private static let fillers: Set<String> = [
    "by", "at", "for", "on", "under", "possible", "with", "of", "rated", "rating", "ratings",
    "credit", "list", "--",
  ]
}
