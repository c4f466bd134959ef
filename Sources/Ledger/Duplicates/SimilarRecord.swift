/// A record a run added that looks like one that was on file before.
public struct SimilarRecord: Sendable, Equatable, CustomStringConvertible {
  /// Its table: deal or tranche.
  public let kind: String
  /// Its key.
  public let key: String
  /// The key of the one on file.
  public let other: String
  /// What they have in common, in words.
  public let because: String

  /// What the user reads.
  public var description: String { "\(kind) \(key) looks like \(other): \(because)" }
}
