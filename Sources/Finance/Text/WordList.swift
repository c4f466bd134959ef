/// Joins words as a sentence lists them: `S&P, Fitch or KBRA`.
enum WordList {
  /// The words with commas between them and `last` before the last one.
  static func joined(_ words: [String], last: String) -> String {
    guard let final = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(final)"
  }
}
