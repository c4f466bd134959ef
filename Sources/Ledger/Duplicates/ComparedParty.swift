/// A party as duplicates are sought among.
struct ComparedParty {
  let key: String
  let name: String
  let kind: String
  let country: String?
  /// Its names, as names are matched.
  var names: [String] = []
  /// Its identifiers by scheme.
  var identifiers: [(scheme: String, value: String)] = []
  /// The party it is counted with, and those it belongs to in the end, by row number.
  let identity: Int64
  let family: Set<Int64>

  /// Whether sources name it without giving its name.
  var isAnonymous: Bool { names.isEmpty }

  /// An identifier as registers would compare it: letters and digits in capitals, without leading
  /// zeros; of a ticker without the exchange.
  static func normalised(_ value: String, scheme: String) -> String {
    var text = Substring(value.uppercased())
    if scheme == "ticker" {
      if let colon = text.lastIndex(of: ":") { text = text[text.index(after: colon)...] }
      text = text.prefix { $0 != "." && $0 != " " }
    }
    return String(text.filter { $0.isLetter || $0.isNumber }.drop { $0 == "0" })
  }
}

/// Two parties that may be one.
struct DuplicateCandidate: Equatable {
  /// Places in the list of parties, the smaller first.
  let first: Int
  let second: Int
  /// From 0 to 1, to sort by: how strongly the reasons speak for one party.
  var score: Double
  /// Why, in words, the strongest first.
  var reasons: [String]
}
