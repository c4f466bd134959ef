/// Makes the key that party names are compared by.
enum PartyNameKey {
  /// Words that say the legal form and are dropped at the end of a name. `com` counts only after a
  /// point.
  private static let legalForms: Set<String> = [
    "inc", "incorporated", "llc", "ltd", "limited", "corp", "corporation", "nv", "pbc", "ab", "plc",
    "lp", "sa", "ag", "se", ".com",
  ]

  /// The key of a name. A name that is nothing but legal forms keeps its first word.
  static func of(_ text: String) -> String {
    var words = words(of: text)
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    return words.map { $0 == ".com" ? "com" : $0 }.joined(separator: " ")
  }

  /// The words of a name in small ASCII letters; a final `.com` keeps its point to be told from a
  /// word.
  private static func words(of text: String) -> [String] {
    let scalars = Array(LatinFolding.folded(text).lowercased().unicodeScalars)
    var words: [String] = []
    var word = ""
    var isAfterPoint = false
    func end() {
      if !word.isEmpty { words.append(isAfterPoint && word == "com" ? ".com" : word) }
      (word, isAfterPoint) = ("", false)
    }
    for (index, scalar) in scalars.enumerated() {
      if isLetter(scalar) || isNumber(scalar) {
        word.unicodeScalars.append(scalar)
      } else if apostrophes.contains(scalar) || isHidden(scalar) {
        continue
      } else if scalar == ".", isAbbreviation(scalars, pointAt: index) {
        continue
      } else {
        let isPoint = scalar == "." && !word.isEmpty
        end()
        isAfterPoint = isPoint
        if scalar == "&" { words.append("and") }
      }
    }
    end()
    return words
  }

  /// Marks that join what stands on both sides, as in `Moody's`.
  private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "ʼ", "`", "´"]

  /// Whether a scalar cannot be seen: a name with it looks like the one without.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.generalCategory == .format
  }

  /// Whether a scalar is a letter of any script. Most are small ASCII letters: they are told first.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar >= "a" && scalar <= "z" : scalar.properties.isAlphabetic
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar >= "0" && scalar <= "9" : scalar.properties.numericType != nil
  }

  /// Whether a point stands within an abbreviation of single letters, as in `L.L.C.` and `N.V.`
  private static func isAbbreviation(_ scalars: [Unicode.Scalar], pointAt index: Int) -> Bool {
    func isLetter(_ at: Int) -> Bool {
      scalars.indices.contains(at) && self.isLetter(scalars[at])
    }
    guard isLetter(index - 1), !isLetter(index - 2) else { return false }
    let isBeforeSingle = isLetter(index + 1) && !isLetter(index + 2)
    let isAfterSingle = index >= 3 && scalars[index - 2] == "." && isLetter(index - 3)
    return isBeforeSingle || (isAfterSingle && !isLetter(index + 1))
  }
}
