/// Names that may have been meant by one that is not known.
public enum NearNames {
  /// The most that are told.
  private static let most = 5

  /// Those of `known` that come near, the nearest first: that begin alike or are one or two typing
  /// errors away; where there is none, those that share a word with it.
  ///
  /// Capitals do not matter; words are what stands between `_`, `-` and `.`.
  public static func of(_ name: String, among known: some Sequence<String>) -> [String] {
    let wanted = name.lowercased()
    guard !wanted.isEmpty else { return [] }
    let known = Set(known)
    let spelt = known.compactMap { candidate in
      errors(wanted, candidate.lowercased()).map { (errors: $0, name: candidate) }
    }
    let found = spelt.isEmpty ? sharing(wanted, known) : spelt
    return found.sorted { ($0.errors, $0.name) < ($1.errors, $1.name) }.prefix(most).map(\.name)
  }

  /// How far a name is away; nil where that is no slip of the fingers.
  private static func errors(_ wanted: String, _ candidate: String) -> Int? {
    // Of a short word nearly every other is a misspelling.
    let limit = wanted.utf8.count < 4 ? 1 : 2
    if let errors = EditDistance.between(wanted[...], candidate[...], atMost: limit) {
      return errors
    }
    return candidate.hasPrefix(wanted) ? limit + 1 : nil
  }

  /// The names that share words, by how many of the words are not shared.
  private static func sharing(
    _ wanted: String, _ known: Set<String>
  ) -> [(errors: Int, name: String)] {
    let words = Set(words(of: wanted))
    return known.compactMap { candidate in
      let others = Set(Self.words(of: candidate.lowercased()))
      return words.isDisjoint(with: others)
        ? nil : (words.symmetricDifference(others).count, candidate)
    }
  }

  private static func words(of name: String) -> [Substring] {
    name.split { $0 == "_" || $0 == "-" || $0 == "." }.filter { $0.utf8.count > 1 }
  }
}
