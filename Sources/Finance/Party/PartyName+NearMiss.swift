extension PartyName {
  /// Whether two names are so close that one may be a misspelling of the other.
  ///
  /// They are when their keys differ by exactly one edit (a letter added, left out, replaced, or
  /// two neighbours swapped), both have eight letters and digits or more, and their digits are the
  /// same: `Corweave` and `CoreWeave` are, `Fund II 2024` and `Fund II 2025` are not.
  public static func isNearMiss(_ left: PartyName, _ right: PartyName) -> Bool {
    let (leftKey, rightKey) = (Array(left.key.utf8), Array(right.key.utf8))
    guard isLongEnough(leftKey), isLongEnough(rightKey), digits(leftKey) == digits(rightKey)
    else { return false }
    return isOneEdit(leftKey, rightKey)
  }

  /// The digits of the name; names with other digits are never near it.
  public var digits: String { String(decoding: Self.digits(Array(key.utf8)), as: UTF8.self) }

  /// Keys to look near misses up by, without comparing every pair: a name and a near miss of it
  /// always share one. It is the key and the key without each one of its letters.
  public var nearMissKeys: Set<String> {
    let bytes = Array(key.utf8)
    guard Self.isLongEnough(bytes) else { return [] }
    var keys: Set<String> = [key]
    // Names are mostly ASCII, where a letter is a byte.
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for skipped in bytes.indices {
        keys.insert(String(decoding: bytes[..<skipped] + bytes[(skipped + 1)...], as: UTF8.self))
      }
      return keys
    }
    let characters = Array(key)
    for skipped in characters.indices {
      keys.insert(String(characters[..<skipped] + characters[(skipped + 1)...]))
    }
    return keys
  }

  private static func isLongEnough(_ key: [UInt8]) -> Bool {
    key.count { $0 != UInt8(ascii: " ") } >= 8
  }

  private static func digits(_ key: [UInt8]) -> [UInt8] {
    key.filter { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let prefix = zip(left, right).prefix { $0 == $1 }.count
    let rest = (left[prefix...], right[prefix...])
    switch left.count - right.count {
    case 1: return rest.0.dropFirst().elementsEqual(rest.1)
    case -1: return rest.1.dropFirst().elementsEqual(rest.0)
    case 0:
      guard let first = rest.0.first, let other = rest.1.first else { return false }
      if rest.0.dropFirst().elementsEqual(rest.1.dropFirst()) { return true }
      return rest.0.count > 1 && first == rest.1[prefix + 1] && rest.0[prefix + 1] == other
        && rest.0.dropFirst(2).elementsEqual(rest.1.dropFirst(2))
    default: return false
    }
  }
}
