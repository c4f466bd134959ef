/// A claim someone adds: who says what, in which words, and where.
public struct NewClaim: Sendable {
  /// What it is about.
  public var subject: ClaimSubject
  /// What it says.
  public var words: ClaimWords
  /// `alternative`, `preferred`, `supports` or `rejected`.
  public var stance = "alternative"
  /// The source's own words.
  public var original: String?
  /// The first and the last day of the period the value is for.
  public var period = DayPair()
  /// Who says it, as a party's key.
  public var assertedBy: String?
  /// Through whom it became known, as a party's key.
  public var reportedBy: String?
  /// Why it is preferred or rejected.
  public var reason: String?
  /// The key of the claim it disputes.
  public var disputes: String?
  /// How it disputes it, a code of the list `dispute_kind`.
  public var disputeKind: String?
  /// The source and the place in it.
  public var origin: Origin

  /// One on an attribute, out of a source.
  public init(on subject: ClaimSubject, _ words: ClaimWords, from origin: Origin) {
    self.subject = subject
    self.words = words
    self.origin = origin
  }
}
