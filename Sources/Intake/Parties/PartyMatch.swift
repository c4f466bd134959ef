import Finance

/// What someone says a written name means, for one import.
public struct PartyMatch: Sendable, Equatable {
  /// The name as it is written.
  public let name: String
  /// The key of the party on record.
  public let key: String

  /// A name and the key of the party it means.
  public init(name: String, key: String) {
    self.name = name
    self.key = key
  }

  /// Reads `NAME=KEY`; nil where that is not what it is.
  public init?(_ text: String) {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
    let key = text[text.index(after: sign)...]
    guard !key.isEmpty else { return nil }
    self.init(name: String(text[..<sign]), key: String(key))
  }

  /// Parties a name comes near, for a message.
  static func list(_ candidates: [(name: String, key: String)]) -> String {
    candidates.map { "\($0.name) (\($0.key))" }.joined(separator: ", ")
  }

  /// How near a name comes to these parties, for a message.
  static func nearness(
    of name: String, to candidates: [(name: String, key: String)]
  ) -> String {
    let isLookAlike = candidates.contains {
      PartyName.isLookAlike(PartyName(name), PartyName($0.name))
    }
    return isLookAlike
      ? "has letters of another alphabet and looks like \(list(candidates))"
      : "is one letter from \(list(candidates))"
  }

  /// What to type to say which of them it is. A quote in the name ends and begins the shell's.
  static func choices(_ name: String, _ keys: [String]) -> String {
    let quoted = name.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    return keys.map { "--match '\(quoted)=\($0)'" }.joined(separator: " or ")
  }
}

/// A match that names no party on record.
public struct UnknownMatch: Error, CustomStringConvertible {
  /// The match as it was given.
  public let match: PartyMatch

  /// What the user reads.
  public var description: String {
    "--match '\(match.name)=\(match.key)': there is no party '\(match.key)'; deals sql "
      + "\"SELECT party_key, party FROM parties\" lists them"
  }
}
