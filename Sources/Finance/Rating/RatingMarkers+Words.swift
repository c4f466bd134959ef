extension RatingMarkers {
  /// Words that say that a grade is not yet in force.
  static let kinds: [String: RatingKind] = [
    "provisional": .provisional, "preliminary": .preliminary, "prelim": .preliminary,
    "expected": .expected, "exp": .expected,
  ]

  /// Words of direction in English, Swedish and German.
  static let directions: [String: RatingOutlook] = [
    "positive": .positive, "pos": .positive, "upgrade": .positive,
    "positiv": .positive, "positiva": .positive, "positiver": .positive,
    "negative": .negative, "neg": .negative, "downgrade": .negative,
    "negativ": .negative, "negativa": .negative, "negativer": .negative,
    "stable": .stable, "stabil": .stable, "stabila": .stable, "stabiler": .stable,
    "developing": .developing, "evolving": .developing, "dev": .developing,
  ]

  /// Words that say that a direction is the outlook.
  static let outlooks: Set<String> = ["outlook", "utsikter", "utsikt", "ausblick"]

  /// Words that say that a direction is that of a watch.
  static let watches: Set<String> = ["watch", "creditwatch", "review", "watchlist"]

  /// A grade without the `sf` that Fitch prints right behind it: `BBB-sf`.
  mutating func strippingSuffix(of word: String) -> String {
    guard word.hasSuffix("sf"), word.count > 2 else { return word }
    isStructured = true
    return String(word.dropLast(2))
  }
}
