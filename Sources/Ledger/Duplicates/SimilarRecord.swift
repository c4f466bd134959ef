/// A record a run added that looks like one that was on file before.
public struct SimilarRecord: Sendable, Equatable, CustomStringConvertible {
  /// Its table: deal, contract or tranche.
  public let kind: String
  /// Its key.
  public let key: String
  /// The key of the one on file.
  public let other: String
  /// What they have in common, in words.
  public let because: String

  /// What the user reads.
  public var description: String { "\(kind) \(key) \(likeness)" }

  /// What it is like, and why.
  var likeness: String { "looks like \(other): \(because)" }

  /// How to say what two deals or contracts are.
  public var advice: String {
    #"if they are one, import {"link": "same_as", "from": "\#(key)", "to": "\#(other)", "#
      + #""sources": […]}; if two, deals check accept '\#(LookAlikes.check): "#
      + "\(kind) \(key): looks like \(other)' --because '…'"
  }
}
