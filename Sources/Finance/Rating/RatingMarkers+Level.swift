extension RatingMarkers {
  /// The third of a letter grade that DBRS names in words.
  enum Level: Hashable {
    case high
    case middle
    case low

    /// A level by the letter that the FCA's table has for it.
    init?(letter: Character?) {
      switch letter {
      case "H": self = .high
      case "M": self = .middle
      case "L": self = .low
      default: return nil
      }
    }
  }
}
