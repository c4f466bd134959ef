/// About how wide text is, without asking for a font.
///
/// The widths are those of common sans-serif faces, on the wide side, so that text rather leaves
/// room than runs into its neighbour.
enum TextMeasure {
  /// In pixels, for a size in pixels.
  static func width(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + share(of: $1) } * size
  }

  /// The text, cut with an ellipsis where it is wider.
  static func fitted(_ text: String, width: Double, size: Double) -> String {
    guard self.width(text, size: size) > width else { return text }
    var room = width - share(of: "…") * size
    let kept = text.prefix { character in
      room -= share(of: character) * size
      return room >= 0
    }
    return kept.trimmingTrailingSpaces + "…"
  }

  /// The text in lines no wider than `width`, broken at spaces; at most `count` of them.
  static func lines(_ text: String, width: Double, size: Double, atMost count: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width(last + " " + word, size: size) <= width {
        lines[lines.count - 1] = last + " " + word
      } else if lines.count < count {
        lines.append(String(word))
      } else {
        lines[count - 1] += " " + word
      }
    }
    return lines.map { fitted($0, width: width, size: size) }
  }

  /// The part of the font's size that a character takes.
  private static func share(of character: Character) -> Double {
    guard let byte = character.asciiValue else {
      return character.unicodeScalars.contains { $0.value >= 0x1100 } ? 1 : 0.6
    }
    return switch byte {
    case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "j"), UInt8(ascii: "'"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "|"):
      0.29
    case UInt8(ascii: " "), UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"),
      UInt8(ascii: "I"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"):
      0.39
    case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"): 0.95
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0.72
    default: 0.61
    }
  }
}

extension Substring {
  fileprivate var trimmingTrailingSpaces: String {
    var text = String(self)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
