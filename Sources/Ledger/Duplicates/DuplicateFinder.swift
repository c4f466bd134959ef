/// Finds parties that may be one. No two are compared because they are there: candidates share a
/// key of an index, so that the work grows with the names and not with their pairs.
struct DuplicateFinder {
  /// A reason for a pair, and how much it weighs from 0 to 1.
  struct Reason {
    let weight: Double
    let words: String
  }

  /// A pair of places in the list of parties, the smaller first.
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  let parties: [ComparedParty]
  /// Pairs of identities on which a verdict was given.
  let judged: Set<[Int64]>
  private(set) var names: [ComparedName] = []
  private var found: [Pair: [Reason]] = [:]

  /// Keys that more names share say little; they are passed over.
  static let mostSharing = 12

  init(parties: [ComparedParty], judged: Set<[Int64]>) {
    self.parties = parties
    self.judged = judged
    for (index, party) in parties.enumerated() {
      for name in Set(party.names).sorted() { names.append(ComparedName(party: index, text: name)) }
    }
  }

  /// The candidates whose score is at least so high, the likeliest first.
  mutating func candidates(atLeast least: Double) -> [DuplicateCandidate] {
    seekIdentifiers()
    seekEqualNames()
    seekNearMisses()
    seekContainedNames()
    seekInitials()
    seekLists()
    return found.map { candidate($0, $1) }.filter { $0.score >= least }
      .sorted {
        ($1.score, parties[$0.first].key, parties[$0.second].key)
          < ($0.score, parties[$1.first].key, parties[$1.second].key)
      }
  }

  /// Takes note of a reason, unless the two are judged.
  mutating func note(_ one: Int, _ other: Int, _ weight: Double, _ words: String) {
    guard one != other else { return }
    let (a, b) = (parties[one].identity, parties[other].identity)
    guard a != b, !judged.contains([min(a, b), max(a, b)]) else { return }
    let pair = Pair(first: min(one, other), second: max(one, other))
    found[pair, default: []].append(Reason(weight: weight, words: words))
  }

  /// Whether links say of two parties that they belong together, so that like names are no wonder.
  func areOfOneFamily(_ one: Int, _ other: Int) -> Bool {
    !parties[one].family.isDisjoint(with: parties[other].family)
  }

  /// Calls `body` for each two names in the groups that share a key.
  func forEachPair<Key: Hashable>(
    in groups: [Key: [Int]], _ body: (ComparedName, ComparedName) -> Void
  ) {
    for group in groups.values where group.count > 1 && group.count <= Self.mostSharing {
      for (place, one) in group.enumerated() {
        for other in group[(place + 1)...] where names[one].party != names[other].party {
          body(names[one], names[other])
        }
      }
    }
  }

  private func candidate(_ pair: Pair, _ reasons: [Reason]) -> DuplicateCandidate {
    let sorted = reasons.sorted { ($1.weight, $0.words) < ($0.weight, $1.words) }
    var words: [String] = []
    // A pair of parties with several names gives one reason more than once.
    for reason in sorted where !words.contains(reason.words) { words.append(reason.words) }
    var score = sorted.first?.weight ?? 0
    if words.count > 1 { score += (1 - score) * 0.2 }
    let (one, other) = (parties[pair.first], parties[pair.second])
    if one.kind != "unknown", other.kind != "unknown", one.kind != other.kind {
      score *= 0.85
      words.append("but they are of other kinds")
    }
    if let here = one.country, let there = other.country, here != there {
      score *= 0.85
      words.append("but they are of other countries")
    }
    return DuplicateCandidate(
      first: pair.first, second: pair.second, score: (score * 100).rounded() / 100, reasons: words)
  }
}
