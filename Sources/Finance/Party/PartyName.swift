/// The name of a company or fund as someone wrote it, and what it is compared by.
///
/// Two names mean the same party when their keys are equal: case, accents, punctuation and legal
/// form are dropped (rules.md 1). Nothing else is: `Meta (expected)` is not `Meta`.
public struct PartyName: Hashable, Sendable, CustomStringConvertible {
  /// The name as written.
  public let text: String

  /// What names are compared by: lower-case words with one space between them, without legal form.
  ///
  /// `Amazon.com, Inc.` and `AMAZON` give `amazon`; `&` is `and`. Empty only when the name has
  /// neither letter nor digit.
  public let key: String

  /// Takes a name as written.
  public init(_ text: String) {
    self.text = text
    key = PartyNameKey.of(text)
  }

  /// The name as written.
  public var description: String { text }

  /// Whether the name says that the party is not known by name. Such parties are never matched to
  /// each other: `undisclosed lender`, `unnamed fund`, `El Paso vehicle (name not disclosed)`.
  public var isAnonymous: Bool {
    let words = key.split(separator: " ")
    guard let first = words.first else { return true }
    if Self.anonymousStarts.contains(String(first)) { return true }
    // Most names have no `not`, and are not searched.
    return words.contains("not") && Self.anonymousPhrases.contains { key.contains($0) }
  }

  private static let anonymousStarts: Set<String> = ["undisclosed", "unnamed", "unknown"]
  private static let anonymousPhrases = ["name not disclosed", "name not in source"]
}
