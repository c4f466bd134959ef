extension RatingGrade: CustomStringConvertible {
  /// The grade in plain words: `Aa3 of Moody's, notch 4, investment grade, outlook stable`.
  public var description: String {
    words(of: agency.name)
  }

  /// The grade in plain words with the names of those whose it may be; none where anyone's.
  func words(of agencies: String) -> String {
    if let absence {
      let reason = absence == .withdrawn ? "withdrawn" : "not rated"
      return agencies.isEmpty ? "no rating, \(reason)" : "no rating of \(agencies), \(reason)"
    }
    var parts = ["\(code) of \(agencies)"]
    if let notch {
      parts += ["notch \(notch)", notch <= 10 ? "investment grade" : "high yield"]
    } else {
      parts.append("short-term, which has no notch")
    }
    if isStructured { parts.append("structured finance") }
    if kind != .actual { parts.append("\(kind.rawValue), not yet in force") }
    if let outlook { parts.append("outlook \(outlook.rawValue)") }
    if let watch { parts.append("watch \(watch.rawValue)") }
    return parts.joined(separator: ", ")
  }
}
