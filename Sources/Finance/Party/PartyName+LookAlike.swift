extension PartyName {
  /// The key of the name with letters of other alphabets put for those of the Latin one that look
  /// the same: `Меta` with a Cyrillic М gives `meta`. Nil for a name that has none of these.
  ///
  /// A name of another alphabet gives something that nobody is called, and so looks like no other.
  public var lookAlikeKey: String? {
    guard key.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var latin = String.UnicodeScalarView()
    for scalar in key.unicodeScalars { latin.append(Self.twin(of: scalar) ?? scalar) }
    let text = String(latin)
    return text == key ? nil : text
  }

  /// Whether two names are told apart only by letters that look alike.
  public static func isLookAlike(_ left: PartyName, _ right: PartyName) -> Bool {
    left.key != right.key && (left.lookAlikeKey ?? left.key) == (right.lookAlikeKey ?? right.key)
  }

  /// The small Latin letter or digit that a letter looks like, small or as a capital.
  private static func twin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x80..<0x370: nil
    // Fullwidth digits and small letters.
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0)
    default: twins[scalar]
    }
  }

  /// Greek and Cyrillic letters, small as keys have them.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
    "α": "a", "β": "b", "ε": "e", "ζ": "z", "η": "h", "ι": "i", "κ": "k", "μ": "m", "ν": "n",
    "ο": "o", "ρ": "p", "τ": "t", "υ": "y", "χ": "x", "ϲ": "c", "ϳ": "j",
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "һ": "h", "н": "h", "і": "i",
    "ї": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s",
    "т": "t", "у": "y", "ԝ": "w", "х": "x", "ү": "y",
  ]
}
