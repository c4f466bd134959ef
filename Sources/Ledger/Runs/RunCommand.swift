/// What a run is recorded as: the command with its arguments, and who gave it.
///
/// A text is the command of somebody who did not say who they are.
public struct RunCommand: Sendable, Equatable {
  /// The command, with its arguments.
  public var words: String
  /// Who gave it, as they said; nil where nobody said.
  public var author: String?

  /// One by `author`; blanks are nobody.
  public init(_ words: String, author: String? = nil) {
    self.words = words
    let isBlank = author?.allSatisfy(\.isWhitespace) ?? true
    self.author = isBlank ? nil : author
  }
}

extension RunCommand: ExpressibleByStringInterpolation {
  /// The command of somebody who did not say who they are.
  public init(stringLiteral words: String) { self.init(words) }
}
