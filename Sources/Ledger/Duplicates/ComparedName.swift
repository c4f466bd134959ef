internal import Finance

/// One name of a party, taken apart for comparison. It is made of a name as names are matched:
/// small letters, digits and single spaces.
struct ComparedName {
  /// The party it is a name of, by its place in the list.
  let party: Int
  let text: String
  let words: [Substring]

  init(party: Int, text: String) {
    self.party = party
    self.text = text
    words = text.split(separator: " ")
  }

  /// The letters and digits that are left without legal forms, words that many firms bear, and
  /// spaces.
  var core: String {
    let left = words.filter { !Self.forms.contains($0) }
    return (left.isEmpty ? words : left).joined()
  }

  /// The first letters of its words, those of small words left out; empty for fewer than three.
  var initials: String {
    let named = words.filter { !Self.smallWords.contains($0) && !Self.legalForms.contains($0) }
    return named.count < 3 ? "" : String(named.compactMap(\.first))
  }

  /// How many letters and digits it has.
  var letters: Int { words.reduce(0) { $0 + $1.utf8.count } }

  /// Whether the words of another name stand in it, one after the other, and it has more.
  func contains(_ other: ComparedName) -> Bool {
    guard words.count > other.words.count else { return false }
    return (0...(words.count - other.words.count)).contains {
      words[$0...].starts(with: other.words)
    }
  }

  /// Whether two names of equally many words differ in a numeral or a single letter alone, which
  /// tells one fund or vehicle of a series from the next.
  func isOfOneSeries(with other: ComparedName) -> Bool {
    guard words.count == other.words.count else {
      let longer = words.count > other.words.count ? words : other.words
      let shorter = Set(words.count > other.words.count ? other.words : words)
      return longer.filter { !shorter.contains($0) }.allSatisfy(Self.isNumber)
    }
    let differing = zip(words, other.words).filter { $0 != $1 }
    return differing.allSatisfy { Self.isNumber($0) && Self.isNumber($1) }
  }

  /// Whether a word numbers things: digits, a Roman numeral, a single letter.
  static func isNumber(_ word: Substring) -> Bool {
    word.utf8.count == 1 || word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      || word.allSatisfy { "ivx".contains($0) }
  }

  /// Names that a list joins: "Apollo and Blackstone", "A, B". A name that is no list has none.
  static func members(ofList name: String) -> [String] {
    var parts = [Substring(name)]
    for joint in [", and ", " and ", " & ", ", ", " / ", " + "] {
      parts = parts.flatMap { Self.parts(of: $0, by: joint) }
    }
    // What follows a comma may be a legal form.
    parts.removeAll { PartyName("a \($0)").key == "a" }
    return parts.count > 1 ? parts.map(String.init) : []
  }

  private static func parts(of text: Substring, by joint: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(joint) {
        parts.append(text[start..<index])
        index = text.index(index, offsetBy: joint.count)
        start = index
      } else {
        index = text.index(after: index)
      }
    }
    return (parts + [text[start...]]).filter { !$0.isEmpty }
  }

  private static let legalForms: Set<Substring> = [
    "inc", "llc", "llp", "ltd", "limited", "corp", "corporation", "co", "company", "nv", "bv",
    "pbc", "ab", "asa", "plc", "lp", "sa", "sas", "sarl", "spa", "ag", "se", "gmbh", "kk", "oy",
    "as", "pte", "pty", "spv", "jv", "com",
  ]
  private static let smallWords: Set<Substring> = ["and", "of", "the", "for", "de", "du", "in"]
  private static let forms: Set<Substring> = legalForms.union([
    "the", "and", "group", "holding", "holdings", "international", "technologies", "technology",
    "systems", "solutions", "services", "partners", "capital", "management", "corporate",
  ])
}
