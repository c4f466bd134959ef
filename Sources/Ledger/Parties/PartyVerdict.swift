/// What was decided about whether two parties on record are one.
public enum PartyVerdict: String, Sendable, CaseIterable {
  /// They are one party, as are all that are the same as either.
  case same
  /// They are two parties, however like their names.
  case different
  /// It was looked at and could not be settled.
  case unsure
}

extension PartyLink {
  /// What the link says as a verdict; nil where it says who belongs to whom.
  public var verdict: PartyVerdict? { PartyVerdict(rawValue: kind) }

  /// A verdict on two parties. It is the same whichever is named first: the smaller key leads.
  public init(_ verdict: PartyVerdict, _ one: String, _ other: String) {
    let (first, second) = one < other ? (one, other) : (other, one)
    self.init(key: "\(first)/\(verdict.rawValue)/\(second)")
    from = first
    to = second
    kind = verdict.rawValue
  }
}
