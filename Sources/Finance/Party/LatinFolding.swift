/// Brings Latin letters with marks back to plain ASCII letters: `Ångström` to `Angstrom`.
enum LatinFolding {
  /// The text with every Latin letter in ASCII. Other scripts stay; combining marks go.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        folded.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        continue
      } else if let letters = letters(for: scalar) {
        folded.append(contentsOf: letters.unicodeScalars)
      } else {
        folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// The ASCII letters that a Latin letter stands for; `nil` when it is none.
  ///
  /// Unicode names say it: LATIN SMALL LETTER O WITH STROKE is `o`. That covers every accented
  /// letter without a table; the few letters of their own are listed.
  private static func letters(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ß", "ẞ": return "ss"
    case "æ", "Æ", "ǽ", "Ǽ": return "ae"
    case "œ", "Œ": return "oe"
    case "þ", "Þ": return "th"
    case "ð", "Ð": return "d"
    case "ı": return "i"
    case "ĸ": return "k"
    case "ŋ", "Ŋ": return "n"
    default: break
    }
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[2] == "LETTER", words[3].count == 1 else { return nil }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
